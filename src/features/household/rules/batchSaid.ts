import { saysDay } from '../../../engine/parse/date.ts';
import { numbersIn, type Reader, saysEvery } from './batchNumbers.ts';
import { partsOf } from './batchTold.ts';
import { type DebtStep, debtSteps } from './steps.ts';

/** What a message says of a household: the step that it reached, with the day in its words and the company, or a state. */
export type Said =
  | { readonly kind: 'step'; readonly step: DebtStep; readonly on?: string; readonly together?: string }
  | { readonly kind: 'notFound' | 'moved' | 'died' };

const states = {
  notFound: `(?:หา)?ไม่(?:พบ|เจอ)(?:ตัว)?(?:แล้ว)?|not ?found`,
  moved: `(?:ได้)?(?:ย้าย(?:ออก|หนี|ถิ่น)?(?:ไป)?(?:แล้ว)?|moved(?: out| away)?)`,
  died: `(?:ได้)?(?:(?:เสียชีวิต|ตาย|ถึงแก่กรรม)(?:ไป)?(?:แล้ว)?|died|dead|passed away)`,
} as const satisfies { readonly [kind in Exclude<Said['kind'], 'step'>]: string };
const stateWords = (['notFound', 'moved', 'died'] as const).map((kind) => ({
  kind,
  behind: new RegExp(`^(.*?)[\\s:=]*(?:${states[kind]})$`),
}));
const stateFirst = new RegExp(`^(${Object.values(states).join('|')})[\\s:=]*(.+)$`);

const stepWord = 'ขั้นตอนที่|ขั้นตอน|ขั้นที่|ขั้น|steps?|stage';
const reached = 'ถึง|อยู่ที่|อยู่|ทำ|ได้|เสร็จ|ผ่าน|แล้ว|:|=|reached';
const stepBehind = new RegExp(`^(.*?)\\s*(?:(?:${reached})\\s*)*(?:${stepWord})\\s*(.+)$`);
const stepFirst = new RegExp(
  `^(?:(?:${reached})\\s*)*((?:${stepWord})\\s*[^\\s:=]+)(?:\\s*[:=]\\s*|\\s+)(.+)$`,
);
/** What is said behind a step and changes nothing of it: 1-4 ขั้น 1 แล้ว. */
const done =
  /\s*(?:(?:เสร็จสิ้น|เสร็จ|เรียบร้อย|ครบ)\s*)?(?:แล้ว|เรียบร้อย|เสร็จสิ้น|เสร็จ|\bdone|\balready|\bcompleted?)$/;

type Told = { readonly who: string; readonly said: Said };

/** What a piece says, and the words before it that tell of whom. */
export function saidIn(plain: string, reader: Reader): Told | undefined {
  for (const { kind, behind } of stateWords) {
    const who = behind.exec(plain)?.[1];
    if (who !== undefined) return { who, said: { kind } };
  }
  const told = stepIn(plain, reader);
  const step = debtSteps.find((one) => one === told?.stated);
  return told && step && { who: told.who, said: { kind: 'step', step, ...(told.on && { on: told.on }) } };
}

/** The number of a step as it is said, which may be none. */
function stepIn(plain: string, { number }: Reader) {
  const [, who, which] = stepBehind.exec(plain.replace(done, '')) ?? [];
  if (who === undefined || which === undefined) return undefined;
  // A day may stand behind the step without a word before it.
  const [, first = which, on] = /^(\S+)\s+(\S.*)$/.exec(which) ?? [];
  const hasDay = on !== undefined && number(which) === undefined && saysDay(on);
  return { who, stated: number(hasDay ? first : which), ...(hasDay && { on }) };
}

/** Whether a piece tells of households a step that there is not: 4 ขั้น 9. */
export function saysNoSuchStep(words: string, reader: Reader): boolean {
  const told = stepIn(reader.bare(partsOf(words, reader).head), reader);
  return (
    told?.stated !== undefined &&
    debtSteps.every((step) => step !== told.stated) &&
    numbersIn(told.who, reader) !== undefined
  );
}

/**
 * The pieces of a line with the numbers in front of what is said of them: `ขั้น 2: 5-8` is 5-8 ขั้น 2, and `ไม่พบ 3, 5`
 * is 3, 5 ไม่พบ. Where a number may belong to what stands before or behind it, the pieces stay, and are asked about.
 */
export function withNumbersFirst(written: readonly string[], reader: Reader): readonly string[] {
  const pieces = written.map((piece) => everyFirst(piece, reader));
  const isList = (piece: string | undefined) =>
    piece !== undefined && numbersIn(reader.bare(piece), reader) !== undefined;
  const turned: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at] ?? '';
    // A number that waits for what is said of it may be meant as well.
    const first = isList(turned.at(-1)) ? undefined : saidFirst(piece, reader);
    const end = pieces.findIndex((one, place) => place > at && !isList(one));
    const next = first && end < 0 ? pieces.length : end;
    if (first && next > at + 1 && tellsOfOwn(pieces[next] ?? '', reader)) {
      turned.push(pieces.slice(at, next + 1).join(', '));
      at = next + 1;
    } else if (first) {
      turned.push(`${[first.list, ...pieces.slice(at + 1, next)].join(', ')} ${first.said}${first.rest}`);
      at = next;
    } else {
      turned.push(piece);
      at += 1;
    }
  }
  return turned;
}

/** `ขั้น 1 ทุกครัวเรือน` is ทุกครัวเรือน ขั้น 1. */
function everyFirst(piece: string, reader: Reader): string {
  const [, first = '', every = ''] = /^(.+?)\s*((?:ทุก|ทั้งหมด|all |every ).*)$/i.exec(piece) ?? [];
  const isTurned = saysEvery(reader.bare(every)) && saidIn(reader.bare(first), reader)?.who === '';
  return isTurned ? `${every} ${first}` : piece;
}

/** Whether a piece has numbers of its own in front of what it says. */
const tellsOfOwn = (piece: string, reader: Reader): boolean => {
  const who = saidIn(reader.bare(partsOf(piece, reader).head), reader)?.who;
  return who !== undefined && who !== '' && numbersIn(who, reader) !== undefined;
};

/** What stands in front of its numbers, and the day and company behind them. */
function saidFirst(piece: string, reader: Reader) {
  const { head } = partsOf(piece, reader);
  const plain = reader.bare(head);
  const [, said, list] = stateFirst.exec(plain) ?? stepFirst.exec(plain) ?? [];
  if (said === undefined || list === undefined || !numbersIn(list, reader)) return undefined;
  return saidIn(said, reader)?.who === '' ? { said, list, rest: piece.slice(head.length) } : undefined;
}

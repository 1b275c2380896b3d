import type { HouseholdId, IsoDate } from '../../../programme/ids.ts';
import type { BatchLine } from './batchLine.ts';
import type { Said } from './batchSaid.ts';
import {
  type CenterStepNo,
  type DebtStep,
  doneSteps,
  type LoggedStep,
  managingStep,
  needsReason,
  reachedStep,
  type Turn,
  turnOf,
} from './steps.ts';

/** From so many households on, the same of all of them is asked about. */
export const manyAlike = 4;

/** A household of a center's list, as far as a message about several can concern it. */
export type Listed = {
  readonly no: number;
  readonly joinedOn: IsoDate;
  /** Its own steps so far, and those of its whole center. */
  readonly own: readonly Pick<LoggedStep, 'step' | 'on' | 'ofCenter'>[];
  readonly center: readonly { readonly step: CenterStepNo }[];
  readonly household: HouseholdId;
  readonly hasPlan: boolean;
  readonly isOpen: boolean;
};

/** What was understood of one household. */
export type Understood = {
  readonly no: number;
  readonly household: HouseholdId;
  readonly said: Said;
  readonly words: string;
  /** The day that is told of a step. */
  readonly on?: IsoDate;
  /** That day lies before the joining, which is to be changed to it. */
  readonly joinsEarlier?: true;
  /** How a step follows the one reached, which the message itself may tell. */
  readonly turn?: Turn;
  /** It jumps or goes back, so a reason is asked for. */
  readonly needsReason: boolean;
  /** An earlier step of the same message waits for its reason, and this one for it. */
  readonly waits?: true;
};

/** How the words of a day are read, and which days a step may have. */
export type Days = {
  readonly read: (words: string) => IsoDate | undefined;
  readonly noSuchDay: (words: string) => MonthLength | undefined;
  readonly from: IsoDate;
  readonly today: IsoDate;
};

export const doubts = [
  'notUnderstood',
  'restUnclear',
  'restOfWhich',
  'noSuchStep',
  'unknownNumber',
  'closed',
  'saidTwice',
  'planFirst',
  'dayUnclear',
  'noSuchDay',
  'dayOutside',
  'dayBeforeJoining',
] as const;

/** What is asked about, one at a time: the same of all households of which it is true. */
export type Unclear = {
  /** The lines as they were typed. */
  readonly words: readonly string[];
  readonly why: (typeof doubts)[number];
  /** Empty where whole lines are meant. */
  readonly nos: readonly number[];
  /** The month that has no such day. */
  readonly month?: MonthLength;
};

/** A month by its first day, with how many days it has. */
type MonthLength = { readonly month: string; readonly days: number };

/** The same of many households at once. */
export type Alike = { readonly said: Said; readonly nos: readonly number[] };

/** A message about several households against the center's list; what is unclear of one touches no other. */
export type Batch = {
  readonly understood: readonly Understood[];
  readonly unclear: readonly Unclear[];
  readonly alike: readonly Alike[];
};

export function judgeBatch(
  told: readonly BatchLine[],
  list: readonly Listed[],
  days: Days,
  /** Whether a day before a joining changes that joining, rather than being asked about. */
  mayJoinEarlier = false,
): Batch {
  const known = new Map(list.map((listed) => [listed.no, listed]));
  const open = list.filter(({ isOpen }) => isOpen).map(({ no }) => no);
  const lines = told.map((line) => (line.kind === 'read' && line.every ? { ...line, nos: open } : line));
  const earlyFor = (no: number, on: IsoDate | undefined) => isEarly(known.get(no), on);
  const isRefused = (no: number, on: IsoDate | undefined) => !mayJoinEarlier && earlyFor(no, on);
  const said = saidOfEach(lines, days, isRefused);
  const seen = new Set<string>();
  const waiting = new Set<number>();
  const understood: Understood[] = [];
  const unclear: Unclear[] = [];
  for (const line of lines) {
    const doubt = doubtOf(line, days);
    if (line.kind === 'unclear' || doubt) {
      const why = line.kind === 'unclear' ? (line.why ?? 'notUnderstood') : 'notUnderstood';
      unclear.push({ words: [line.words], nos: [], ...(doubt ?? { why }) });
      continue;
    }
    const on = dayOf(line.said, days);
    for (const no of line.nos) {
      const listed = known.get(no);
      const early = isRefused(no, on) ? 'dayBeforeJoining' : undefined;
      const why = early ?? (inOrder(said.get(no) ?? []) ? whyNot(listed, line.said) : 'saidTwice');
      const key = `${no} ${saidKey(line.said)}`;
      if (why) unclear.push({ words: [line.words], why, nos: [no] });
      else if (listed && !seen.has(key)) {
        const taken = {
          ...understand(listed, line, on),
          ...(earlyFor(no, on) && { joinsEarlier: true as const }),
        };
        const waits = waiting.has(no) && !taken.needsReason;
        understood.push(waits ? { ...taken, waits } : taken);
        if (taken.needsReason) waiting.add(no);
        // The next step of the message follows on this one.
        if (line.said.kind === 'step') known.set(no, withStep(listed, line.said.step, on ?? days.today));
      }
      seen.add(key);
    }
  }
  return { understood, unclear: together(unclear), alike: alikeIn(understood) };
}

/** One for all households of a line, and one for all lines that say the same of the same households. */
function together(unclear: readonly Unclear[]): readonly Unclear[] {
  const ofLines = merged(unclear, ({ why, words }) => `${why} ${words.join()}`);
  return merged(ofLines, ({ why, words, nos }) => `${why} ${nos.length > 0 ? nos.join() : words.join()}`);
}

function merged(unclear: readonly Unclear[], keyOf: (one: Unclear) => string): readonly Unclear[] {
  const groups = new Map<string, Unclear>();
  for (const one of unclear) {
    const { words = [], nos = [] } = groups.get(keyOf(one)) ?? {};
    const all = { words: [...new Set([...words, ...one.words])], nos: [...new Set([...nos, ...one.nos])] };
    groups.set(keyOf(one), { ...one, ...all });
  }
  return [...groups.values()];
}

/** What is wrong with a whole line, whoever it is about. */
function doubtOf(line: BatchLine, days: Days): Pick<Unclear, 'why' | 'month'> | undefined {
  if (line.kind === 'unclear' || line.said.kind !== 'step') return undefined;
  const { on } = line.said;
  const told = on === undefined ? days.today : days.read(on);
  if (told === undefined) {
    const month = days.noSuchDay(on ?? '');
    return month ? { why: 'noSuchDay', month } : { why: 'dayUnclear' };
  }
  return told < days.from || told > days.today ? { why: 'dayOutside' } : undefined;
}

const dayOf = (said: Said, days: Days): IsoDate | undefined =>
  said.kind === 'step' && said.on !== undefined ? days.read(said.on) : undefined;

const withStep = (listed: Listed, step: DebtStep, on: IsoDate): Listed => ({
  ...listed,
  joinedOn: on < listed.joinedOn ? on : listed.joinedOn,
  own: [...listed.own, { step, on }],
});

const isEarly = (listed: Listed | undefined, on: IsoDate | undefined): boolean =>
  listed !== undefined && on !== undefined && on < listed.joinedOn;

/** All that is said of each number, without what is said again in the same way; a line that is wrong says nothing. */
function saidOfEach(
  lines: readonly BatchLine[],
  days: Days,
  isRefused: (no: number, on: IsoDate | undefined) => boolean,
): ReadonlyMap<number, readonly Said[]> {
  const said = new Map<number, Said[]>();
  for (const line of lines) {
    if (line.kind !== 'read' || doubtOf(line, days)) continue;
    const on = dayOf(line.said, days);
    for (const no of line.nos) {
      if (isRefused(no, on)) continue;
      const before = said.get(no) ?? [];
      const isNew = before.every((one) => wholeKey(one) !== wholeKey(line.said));
      said.set(no, isNew ? [...before, line.said] : before);
    }
  }
  return said;
}

/** One thing, or steps one after the other; of two different things neither is believed. */
function inOrder([first, ...others]: readonly Said[]): boolean {
  if (others.length === 0) return true;
  let last = first?.kind === 'step' ? first.step : undefined;
  for (const said of others) {
    if (said.kind !== 'step' || last === undefined || said.step <= last) return false;
    last = said.step;
  }
  return true;
}

function whyNot(listed: Listed | undefined, said: Said): Unclear['why'] | undefined {
  if (!listed) return 'unknownNumber';
  if (!listed.isOpen) return 'closed';
  return said.kind === 'step' && said.step >= managingStep && !listed.hasPlan ? 'planFirst' : undefined;
}

type Read = Extract<BatchLine, { kind: 'read' }>;

function understand({ no, household, own, center }: Listed, { said, words }: Read, on?: IsoDate): Understood {
  const about = { no, household, said, words, ...(on && { on }) };
  if (said.kind !== 'step') return { ...about, needsReason: false };
  const turn = turnOf({ reached: reachedStep(own, center), done: doneSteps(own, center) }, said.step);
  return { ...about, turn, needsReason: needsReason(turn) };
}

function alikeIn(understood: readonly Understood[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const { no, said } of understood) {
    const key = saidKey(said);
    groups.set(key, { said, nos: [...(groups.get(key)?.nos ?? []), no] });
  }
  return [...groups.values()].filter(({ nos }) => nos.length >= manyAlike);
}

/** Of how many households a message says the same, where they are many. */
export const sameFor = (alike: readonly Alike[], { no, said }: Pick<Understood, 'no' | 'said'>) =>
  alike.find((one) => saidKey(one.said) === saidKey(said) && one.nos.includes(no))?.nos.length;

const saidKey = (said: Said): string => (said.kind === 'step' ? `step ${said.step}` : said.kind);

/** With the day and the company. */
const wholeKey = (said: Said): string =>
  said.kind === 'step' ? JSON.stringify([said.step, said.on, said.together]) : said.kind;

import { plainDashes } from './dashes.ts';
import { months, weekdays } from './months.ts';
import { isLatin } from './words.ts';
import type { Era } from './year.ts';

export type DateToken =
  /** `gap` is the sign or word between this figure and what came before it. */
  | { readonly kind: 'figure'; readonly text: string; readonly gap: string }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'era'; readonly era: Era }
  /** This year or one beside it; `loosely` where only นี้ says so. */
  | { readonly kind: 'away'; readonly years: number; readonly loosely: boolean };

const ERAS: ReadonlyMap<string, Era> = new Map([
  ['พุทธศักราช', 'buddhist'],
  ['คริสตศักราช', 'christian'],
  ['คริสต์ศักราช', 'christian'],
  ['พศ', 'buddhist'],
  ['คศ', 'christian'],
  ['be', 'buddhist'],
  ['ce', 'christian'],
  ['ad', 'christian'],
]);

const FIGURE = /(\d+)(?:(?:st|nd|rd|th)(?![a-z]))?/y;
const SIGNS = /[ ,./-]+/y;
const DANGLING = /^[,./-]|[,/-]$/;
const CONNECTING = /ภายใน|ไม่เกิน|เมื่อ|(?:ลง|ณ ?|ใน)(?=วัน)|วันที่|วัน|ที่|เดือน|ปี|(?:on|the|of|by)(?![a-z])/y;
/** Such a word at the end waits for something more, and in front of the day names another part of a date. */
const UNFINISHED = /\p{L}/u;
const OTHER_PART = /เดือน|ปี/;

const YEARS_AWAY: ReadonlyMap<string, number> = new Map([
  ['ปีนี้', 0],
  ['ปีที่แล้ว', -1],
  ['ปีก่อน', -1],
  ['ปีหน้า', 1],
  ['this year', 0],
  ['last year', -1],
  ['next year', 1],
]);
const AWAY = new RegExp([...YEARS_AWAY.keys(), 'นี้'].join('|'), 'y');

/** Abbreviations stand with or without dots: สค, ส.ค, ส. ค., Aug. */
const dotted = (word: string): string => (word.length > 3 ? word : [...word].join('\\.? ?'));

const NAME = new RegExp(
  [...months.keys(), ...weekdays.keys(), ...ERAS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      isLatin(word) ? `${word.length === 2 ? [...word].join('\\.?') : word}(?![a-z])` : dotted(word),
    )
    .join('|'),
  'y',
);

/** An hour after a date changes nothing of it: เวลา 10.00 น., 10:00, 9 โมงเช้า, ตอนบ่าย. */
const HOUR =
  / ?(?:เวลา ?\d{1,2}[.:]\d{2}(?: ?น\.?)?|\d{1,2}[.:]\d{2} ?น\.?| \d{1,2}:\d{2}(?::\d{2})?|(?: |เวลา ?)\d{1,2} ?โมง(?:เช้า|เย็น|ตรง|ครึ่ง)?|(?:ตอน|ช่วง)(?:เช้า|สาย|บ่าย|เย็น|ค่ำ))$/;

/** A remark in brackets without figures, such as the day of the week, and the mark of a shortened year: '65. */
const BRACKETED = /\(([^()\d]+)\)/g;
const SHORTENED = /['’](?=\d{2}$)/;

/** Days of the week in short, as calendars print them: only in front of a date, since พ is also in พ.ศ. */
const SHORT_DAY = /^(อา|พฤ|จ|อ|พ|ศ|ส)\.? ?(?=\d)/;
const shortDays: ReadonlyMap<string, string> = new Map([
  ['อา', 'อาทิตย์'],
  ['จ', 'จันทร์'],
  ['อ', 'อังคาร'],
  ['พ', 'พุธ'],
  ['พฤ', 'พฤหัส'],
  ['ศ', 'ศุกร์'],
  ['ส', 'เสาร์'],
]);

/** The words of a bare text that say a date, or undefined when something else is among them. */
export function dateTokens(bareText: string): readonly DateToken[] | undefined {
  const text = plainDashes(bareText)
    .replace(HOUR, '')
    .replace(BRACKETED, ' $1 ')
    .replace(SHORTENED, ' ')
    .trim()
    .replace(SHORT_DAY, (_whole, day: string) => `${shortDays.get(day) ?? day} `);
  if (DANGLING.test(text)) return undefined;
  const tokens: DateToken[] = [];
  let at = 0;
  let gap = '';
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found;
  };
  while (at < text.length) {
    const away = take(AWAY)?.[0];
    if (away !== undefined) {
      const years = YEARS_AWAY.get(away);
      tokens.push({ kind: 'away', years: years ?? 0, loosely: years === undefined });
      gap = '';
      continue;
    }
    const between = take(SIGNS) ?? take(CONNECTING);
    if (between !== null) {
      gap += between[0];
      continue;
    }
    const figure = take(FIGURE)?.[1];
    const token: DateToken | undefined =
      figure === undefined ? named(take(NAME)?.[0]) : { kind: 'figure', text: figure, gap: gap.trim() };
    if (token === undefined) return undefined;
    tokens.push(token);
    gap = '';
  }
  const [first] = tokens;
  if (UNFINISHED.test(gap) || (first?.kind === 'figure' && OTHER_PART.test(first.gap))) return undefined;
  return tokens;
}

function named(written: string | undefined): DateToken | undefined {
  const word = written?.replace(/[. ]/g, '') ?? '';
  const [month, weekday, era] = [months.get(word), weekdays.get(word), ERAS.get(word)];
  if (month !== undefined) return { kind: 'month', month };
  if (weekday !== undefined) return { kind: 'weekday', weekday };
  return era === undefined ? undefined : { kind: 'era', era };
}

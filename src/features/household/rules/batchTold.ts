import { distance } from 'fastest-levenshtein';
import { saysDay, saysDays } from '../../../engine/parse/date.ts';
import { months } from '../../../engine/parse/months.ts';
import type { Reader } from './batchNumbers.ts';

export const company =
  /\s*(?:โดย(?:ทำ)?ร่วมกับ|ทำร่วมกับ|ร่วมกับ|ร่วมด้วย|พร้อมกับ|พร้อมด้วย|\btogether with\b|\bwith\b)\s*(?=\S)/i;
const day = /\s*(?:เมื่อวันที่|วันที่|เมื่อ(?!วาน)|\bon\b)\s*(?=\S)/i;

/** The words before the day and the company, and these two in either order. */
export function partsOf(words: string, { bare }: Reader) {
  const [before, who] = cut(words, company);
  const [head, early] = cut(before, day);
  const [name, late] = who === undefined ? [] : cutLast(who, day);
  // A company may have the word in its name (committee on debt).
  const isDay = late !== undefined && (saysDay(late) || /\d/.test(bare(late)));
  const together = isDay ? name : who;
  const on = early ?? (isDay ? late : undefined);
  return {
    head,
    ...(on !== undefined && { on }),
    // Without the courtesy at the end.
    ...(together !== undefined && { together: withoutCourtesy(together, bare) }),
  };
}

/** A full stop at the end is that of a name's short form: อบต. */
function withoutCourtesy(name: string, bare: Reader['bare']): string {
  const { length } = bare(name);
  return name.slice(0, name[length] === '.' ? length + 1 : length);
}

export function cut(words: string, at: RegExp): readonly [string, string | undefined] {
  const found = at.exec(words);
  return found
    ? [words.slice(0, found.index), words.slice(found.index + found[0].length)]
    : [words, undefined];
}

function cutLast(words: string, at: RegExp): readonly [string, string | undefined] {
  const found = [...words.matchAll(new RegExp(at, 'gi'))].at(-1);
  return found
    ? [words.slice(0, found.index), words.slice(found.index + found[0].length)]
    : [words, undefined];
}

/** Whether a piece begins with a day, also with one that is written wrongly: 31 กคค, 31/13/65. */
export function beginsWithDay(plain: string): boolean {
  const [head] = cut(plain, company);
  const [, month = ''] = /^\d{1,2} ?(\p{L}[\p{L}\p{M}.]*)/u.exec(head) ?? [];
  return saysDays(head) || /^\d{1,2}[/.]\d{1,2}(?:[/.]\d+)?(?:\s|$)/.test(head) || isAlmostMonth(month);
}

function isAlmostMonth(word: string): boolean {
  const name = word.replaceAll('.', '');
  if (name.length < 2) return false;
  return [...months.keys()].some((month) => {
    const apart = distance(month, name);
    // Of a short name a letter more or less is a slip; with another letter it is another word, and step is not Sep.
    const isSlip = name.length > 4 || (name.length !== month.length && !/[a-z]/.test(name));
    return apart === 0 || (apart === 1 && isSlip);
  });
}

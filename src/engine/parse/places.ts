import { bare } from './clean.ts';
import { readChoiceNumber } from './number.ts';

/** What one place of the line says: of the question that it names, else of the next one in order. */
export type Place = {
  readonly words: string;
  /** The number of the question that it names. */
  readonly of?: number;
  /** The number that it gives; absent where that cannot be read. */
  readonly value?: number;
};

/** "1:2", "ข้อ 5 = 3". */
const NAMED = /^(?:ข้อ(?:ที่)?|item|no\.?)? ?(\d{1,3})(?: ?[:=] ?| (?:ให้|ได้) ?)(\S.*)$/;
const BETWEEN_NAMED = /[,;\n]|(?<=[:=] ?\S+)\s+(?=(?:ข้อ(?:ที่)?|item|no\.?)? ?\d{1,3} ?[:=])/;
const BETWEEN = /[,;\s]+/;
/** "2 หรือ 3" is one answer that is not certain. */
const JOINING = /(?:^|\s)(?:หรือ|ถึง|กับ|และ|or|to|and)(?:\s|$)/;
/** A word or mark that names a question, in a line that says no points for it by a mark. */
const MAY_NAME = /ข้อ|item|\bno\b|\d\)|ครั้ง|times/;
/** Words around a number that change nothing: "2 คะแนน 3 คะแนน". */
const UNIT = /(?<=[^,;\s]) ?(?:คะแนน|points?|pts?)(?=$|[,;\s])/g;

/**
 * Reads several numbers of one line: in order ("2 2 3 1"), as one digit each where there are exactly `open` of them
 * ("๒๒๓๑"), or each for the question that it names ("1:2, 5:3"). Absent where the line is no such list; a place that
 * cannot be read is told apart from the others.
 */
export function readPlaces(text: string, open: number): readonly Place[] | undefined {
  const line = bare(text).replace(UNIT, '');
  const named = line.split(BETWEEN_NAMED).map((one) => one.trim());
  const names = named.map((one) => NAMED.exec(one));
  if (names.some((found) => found !== null)) {
    // What names no question beside what does is told, not counted off.
    return named.flatMap((words, at): readonly Place[] => {
      if (words === '') return [];
      const [, of, value = ''] = names[at] ?? [];
      return [{ words, ...(of === undefined ? {} : { of: Number(of), ...valueIn(value) }) }];
    });
  }
  // "ข้อ 2 3" and "2) 3" may name a question, and may not.
  if (JOINING.test(line) || MAY_NAME.test(line)) return undefined;
  const digits = /^\d+$/.test(line) && line.length === open && open > 1;
  const places = digits ? [...line] : line.split(BETWEEN).filter((one) => one !== '');
  const read = places.map((words): Place => ({ words, ...valueIn(words) }));
  const count = read.filter(({ value }) => value !== undefined).length;
  return count > 1 && count * 2 >= places.length ? read : undefined;
}

function valueIn(words: string): { readonly value?: number } {
  const { reading } = readChoiceNumber(words);
  return reading.kind === 'read' ? { value: reading.value } : {};
}

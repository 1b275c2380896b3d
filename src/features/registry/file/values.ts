import { saysNone as isNone } from '../../../engine/parse/none.ts';
import { readNumber } from '../../../engine/parse/number.ts';
import { readPhone } from '../../../engine/parse/phone.ts';
import { readCenterId, subdistrictName } from '../../../programme/center/center.ts';
import type { CenterId } from '../../../programme/ids.ts';
import { arabicDigits } from '../../../programme/spelling.ts';
import { type CellReading, cellProblem, cellValue } from '../../../tables/cellReading.ts';
import type { RegistryProblem, RegistryProblemCode } from '../rules/problem.ts';

/** A cell of a registry file that was read, or what is wrong with it. */
export type RegistryReading<T> = CellReading<T, RegistryProblemCode> | Remarked<T>;

/** What was read, with something to be told of it. */
type Remarked<T> = {
  readonly kind: 'remarked';
  readonly value: T;
  readonly code: RegistryProblemCode;
  readonly params: RegistryProblem['params'];
};

export const value = <T>(of: T): RegistryReading<T> => cellValue(of);
export const remarked = <T>(
  of: T,
  code: RegistryProblemCode,
  params: RegistryProblem['params'] = {},
): Remarked<T> => ({ kind: 'remarked', value: of, code, params });
export const problem = (
  code: RegistryProblemCode,
  params: RegistryProblem['params'] = {},
): RegistryReading<never> => cellProblem(code, params);

/** Characters of a name or description. */
export const longestText = 120;

export function readText(text: string): RegistryReading<string> {
  if ([...text].length > longestText) return problem('textTooLong', { most: longestText });
  return value(text.replaceAll('\n', ' '));
}

/** Whether a cell says in words, or with a dash, that there is nothing to state. */
export function saysNone(text: string): boolean {
  const words = text.replace(/[\s.()]/g, '');
  return /^(?:ว่าง|vacant)$/i.test(words) || isNone(words);
}

/** A description; that there is none leaves it blank. */
export const readDescription = (text: string): RegistryReading<string> =>
  saysNone(text) ? problem('leftBlank') : readText(text);

/** The name of a place or center. */
export const readName = (text: string): RegistryReading<string> =>
  /\p{L}/u.test(text) && !saysNone(text) ? readText(text) : problem('nameWithoutLetters');

/** The printed id of the center that a row means, or that it means a new one. */
export function readMeant(text: string): RegistryReading<CenterId | 'new'> {
  if (/^(?:new|(?:ศูนย์)?\s*ใหม่)$/i.test(text)) return value('new');
  const id = readCenterId(text);
  return id === undefined ? problem('unreadableCenterId') : value(id);
}

/** A subdistrict's name without ตำบล or ต. in front. */
export function readSubdistrict(text: string): RegistryReading<string> {
  const name = subdistrictName(text);
  return name === '' ? problem('missingValue') : readName(name);
}

/** A whole number from `least` to `most`; words before it (หมู่ที่) and after it (คน, ครัวเรือน) do not matter. */
export const readWhole =
  (least: number, most: number) =>
  (text: string): RegistryReading<number> => {
    const figure = text.replace(/^(หมู่ที่|หมู่|ม\.?|moo)\s*/i, '').replace(/\s*(คน|ครัวเรือน|ครัว)$/, '');
    const reading = readNumber(figure);
    if (reading.kind === 'unreadable') return problem('unreadableNumber');
    if (reading.kind === 'ambiguous') return problem('ambiguousNumber');
    const fits = Number.isInteger(reading.value) && reading.value >= least && reading.value <= most;
    return fits ? value(reading.value) : problem('numberOutOfRange', { least, most });
  };

/** A phone number in any usual form, also where a spreadsheet took it for a number and dropped the 0. */
export function readPhoneCell(text: string): RegistryReading<string> {
  const digits = arabicDigits(text).replace(/[\s().-]/g, '');
  const lacksZero = /^([689]\d{8}|[2-57]\d{7})$/.test(digits);
  const reading = readPhone(lacksZero ? `0${digits}` : text.replace(/\s*(?:ต่อ|ext\.?|#)\s*\d{1,5}$/i, ''));
  return reading.kind === 'read' ? value(reading.value) : problem('unreadablePhone');
}

const yesWords = ['ใช่', 'ใช้', 'มี', 'จริง', 'ได้รับ', 'yes', 'y', 'true', '1', '✓', '✔', '☑', '✅', '/'];
const noWords = ['ไม่ใช่', 'ไม่ใช้', 'ไม่มี', 'ไม่', 'เท็จ', 'ไม่ได้รับ', 'no', 'n', 'false', '0', '✗', '✘', '☐', '❌'];

export function readYesNoCell(text: string): RegistryReading<boolean> {
  const word = arabicDigits(text)
    .toLowerCase()
    .replace(/\s|\uFE0F/g, '');
  if (yesWords.includes(word)) return value(true);
  return noWords.includes(word) ? value(false) : problem('unreadableYesNo');
}

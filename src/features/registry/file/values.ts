import { readNumber } from '../../../engine/parse/number.ts';
import { readPhone } from '../../../engine/parse/phone.ts';
import { buddhistDate } from '../../../programme/calendar/calendar.ts';
import { readCenterId, subdistrictName } from '../../../programme/center/center.ts';
import { correctionLimits } from '../../../programme/center/correction.ts';
import { type Founding, toIsoYear } from '../../../programme/center/founding.ts';
import type { CenterId, IsoDate } from '../../../programme/ids.ts';
import { arabicDigits } from '../../../programme/spelling.ts';
import { type CellReading, cellProblem, cellValue, readDay } from '../../../tables/cellReading.ts';
import type { RegistryProblem, RegistryProblemCode } from '../rules/problem.ts';

/** A cell of a registry file that was read, or what is wrong with it. */
export type RegistryReading<T> = CellReading<T, RegistryProblemCode>;

const value = <T>(of: T): RegistryReading<T> => cellValue(of);
const problem = (code: RegistryProblemCode, params: RegistryProblem['params'] = {}): RegistryReading<never> =>
  cellProblem(code, params);

/** Characters of a name or description. */
const longestText = 120;

export function readText(text: string): RegistryReading<string> {
  if ([...text].length > longestText) return problem('textTooLong', { most: longestText });
  return value(text.replaceAll('\n', ' '));
}

/** The printed id of the center that a row means, or that it means a new one. */
export function readMeant(text: string): RegistryReading<CenterId | 'new'> {
  if (/^(?:new|(?:ศูนย์)?\s*ใหม่)$/i.test(text)) return value('new');
  const id = readCenterId(text);
  return id === undefined ? problem('unreadableCenterId') : value(id);
}

/** A subdistrict's name without ตำบล or ต. in front. */
export function readSubdistrict(text: string): RegistryReading<string> {
  const name = subdistrictName(text);
  return name === '' ? problem('missingValue') : readText(name);
}

/** Numbers before the parts of a list: 1. กทบ. 2. กข.คจ. */
const partNumbers = /(?:^|\s)[\d๐-๙]{1,2}[.)]\s+/;

/** Parts separated by semicolons or lines; where there are none, by their numbers or by commas. */
export function readList(text: string): RegistryReading<readonly string[]> {
  const separator = [/[;\n]/, partNumbers, /,/].find((one) => one.test(text)) ?? /[;\n]/;
  const parts = text.split(separator).map((part) => part.trim());
  if (parts.some((part) => [...part].length > longestText))
    return problem('textTooLong', { most: longestText });
  return value(parts.filter((part) => part !== ''));
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

/** The beginning of 2500 (1957): no fund of a village is older. */
const earliestFounding = correctionLimits.founded.from;

const yearAlone = /^(?:ปี\s*)?(?:พ\.?\s?ศ\.?\s*)?(\d{4})$/;

/** A day on which a center can have been founded, or a year alone. */
export const readFounded =
  (today: IsoDate) =>
  (text: string): RegistryReading<Founding> => {
    const [, year] = yearAlone.exec(arabicDigits(text)) ?? [];
    if (year !== undefined) return plausible(toIsoYear(Number(year)), today);
    const reading = readDay(today)(text);
    return reading.kind === 'value' ? plausible(reading.value, today) : reading;
  };

function plausible(founded: Founding, today: IsoDate): RegistryReading<Founding> {
  const length = founded.length;
  const isPlausible = founded >= earliestFounding.slice(0, length) && founded <= today.slice(0, length);
  return isPlausible ? value(founded) : problem('implausibleDate', { today: buddhistDate(today) });
}

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

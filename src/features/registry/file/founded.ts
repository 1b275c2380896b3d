import { months } from '../../../engine/parse/months.ts';
import { type Era, readYear } from '../../../engine/parse/year.ts';
import { buddhistDate } from '../../../programme/calendar/calendar.ts';
import { correctionLimits } from '../../../programme/center/correction.ts';
import { type Founding, type IsoYear, toIsoYear } from '../../../programme/center/founding.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { arabicDigits } from '../../../programme/spelling.ts';
import { readDay } from '../../../tables/cellReading.ts';
import { problem, type RegistryReading, remarked, value } from './values.ts';

/** The beginning of 2500 (1957): no fund of a village is older. */
const earliest = correctionLimits.founded.from;

const yearAlone = /^(?:ปี\s*)?(?:พ\.?\s?ศ\.?\s*)?(\d{4})$/;

/** A day on which a center can have been founded, or a year alone. */
export const readFounded =
  (today: IsoDate) =>
  (text: string): RegistryReading<Founding> => {
    const [, year] = yearAlone.exec(arabicDigits(text)) ?? [];
    if (year !== undefined) return plausible(toIsoYear(Number(year)), today);
    const shortened = yearOnly(text, today);
    if (shortened) {
      const reading = plausible(shortened, today);
      return reading.kind === 'value'
        ? remarked(reading.value, 'yearOnly', { year: Number(shortened) + 543 })
        : reading;
    }
    const reading = readDay(today)(text);
    return reading.kind === 'value' ? plausible(reading.value, today) : reading;
  };

/** A year behind its word or a month: ปี 52, มิ.ย. 2552, 6/2552. */
const inWords =
  /^(ปี|พ\.?\s?ศ\.?|(?:เดือน)?\s*[^\d\s/-][^\d/-]*?)\s*[-/]?\s*(?:ปี\s*)?(พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(\d{4}|\d{2})$/;
const inFigures = /^(?:0?[1-9]|1[0-2])\s*[-/.]\s*(\d{4})$/;

/** The year of a month, or one of two digits; nothing where the digits may be a day or two years. */
function yearOnly(text: string, today: IsoDate): IsoYear | undefined {
  const figures = arabicDigits(text);
  const [, ofMonth] = inFigures.exec(figures) ?? [];
  const [, word = '', eraWord, digits = ofMonth] = inWords.exec(figures) ?? [];
  if (digits === undefined) return undefined;
  const isYear = ofMonth !== undefined || /^(?:ปี|พ\.?\s?ศ\.?)$/.test(word);
  if (!isYear && !months.has(word.replace(/^เดือน|[.\s]/g, '').toLowerCase())) return undefined;
  if (!isYear && digits.length === 2 && Number(digits) <= 31) return undefined;
  const era = eraOf(word.startsWith('พ') && isYear ? word : eraWord);
  const reading = readYear(digits, era, Number(today.slice(0, 4)));
  return reading.kind === 'read' ? toIsoYear(reading.value) : undefined;
}

const eraOf = (word: string | undefined): Era | undefined => {
  if (word === undefined) return undefined;
  return word.startsWith('พ') ? 'buddhist' : 'christian';
};

function plausible(founded: Founding, today: IsoDate): RegistryReading<Founding> {
  const length = founded.length;
  const isPlausible = founded >= earliest.slice(0, length) && founded <= today.slice(0, length);
  return isPlausible ? value(founded) : problem('implausibleDate', { today: buddhistDate(today) });
}

import type { Language } from '../kernel/person.ts';
import type { IsoDate } from '../programme/ids.ts';

/** Chat writes Buddhist years and Arabic digits in both languages; Thai digits belong to official documents. */
const locales: { readonly [L in Language]: string } = {
  th: 'th-TH-u-ca-buddhist-nu-latn',
  en: 'en-GB-u-ca-buddhist',
};

const dates = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);
const fullDates = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const instants = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Bangkok' }),
);
const months = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const monthNames = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
);
const wholeBaht = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const bahtAndSatang = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Whole satang as baht: `1,234,567`, or `1,234.50` where satang are left over. The sentence has the unit. */
export function formatBaht(satang: number): string {
  return (satang % 100 === 0 ? wholeBaht : bahtAndSatang).format(satang / 100);
}

/** `9 ส.ค. 2565` or `9 Aug 2565`. */
export const formatDate = (date: IsoDate, language: Language): string =>
  asTyped(dates[language].format(new Date(date)));

/** `9 สิงหาคม 2565` or `9 August 2565`. */
export const formatFullDate = (date: IsoDate, language: Language): string =>
  asTyped(fullDates[language].format(new Date(date)));

/** `สิงหาคม 2565` or `August 2565`. */
export const formatMonth = (date: IsoDate, language: Language): string =>
  asTyped(months[language].format(new Date(date)));

/** `สิงหาคม` or `August`. */
export const formatMonthName = (date: IsoDate, language: Language): string =>
  monthNames[language].format(new Date(date));

/** Date and time in Bangkok: `9 ส.ค. 2565 14:30` or `9 Aug 2565, 14:30`. */
export const formatInstant = (instant: Date, language: Language): string =>
  asTyped(instants[language].format(instant));

/** As it is typed: September has four letters in British English, and nobody writes the era. */
const asTyped = (date: string): string => date.replace('Sept ', 'Sep ').replace(' BE', '');

function perLanguage<T>(make: (locale: string) => T): { readonly [L in Language]: T } {
  return { th: make(locales.th), en: make(locales.en) };
}

import { toBuddhistYear } from '../programme/calendar/calendar.ts';
import { isYearAlone } from '../programme/center/founding.ts';
import { toIsoDate } from './form/value.ts';
import { type Text, t } from './reply.ts';

/** When a center was founded, in words: YYYY-MM-DD, or YYYY where no day is known. */
export const foundingText = (founded: string): Text =>
  isYearAlone(founded)
    ? t('common:buddhistYear', { year: toBuddhistYear(Number(founded)) })
    : t('common:date', { date: { date: toIsoDate(founded) } });

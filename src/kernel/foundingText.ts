import { toBuddhistYear } from '../programme/calendar/calendar.ts';
import { isYearAlone } from '../programme/center/founding.ts';
import type { IsoDate } from '../programme/ids.ts';
import { type Text, t } from './reply.ts';

/** When a center was founded, in words: YYYY-MM-DD, or YYYY where no day is known. */
export const foundingText = (founded: string): Text =>
  isYearAlone(founded)
    ? t('common:buddhistYear', { year: toBuddhistYear(Number(founded)) })
    : t('common:date', { date: { date: founded as IsoDate } });

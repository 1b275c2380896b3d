import type { DailyHours } from '../../src/programme/calendar/calendar.ts';

/** The quiet hours that the bot has unless it is set otherwise. */
export const usualQuiet: DailyHours = { from: 20 * 60, to: 7 * 60 };

import { bangkokDate, fiscalYearOf, startOfDay, startOfFiscalYear } from '../calendar/calendar.ts';
import type { IsoDate } from '../ids.ts';
import { type Deadline, type DeadlineArea, deadlineId, newDeadline, type Paper } from './deadline.ts';
import type { DeadlineKind } from './kind.ts';
import { endOfPeriod, periodOf, periodsOf } from './period.ts';
import { usualPlan } from './reminderPlan.ts';

/** What a paper gives: the date of a kind of report in an area. The days of the papers themselves are taken. */
type Given = {
  readonly paper: Paper;
  readonly setAt: Date;
  readonly area: DeadlineArea;
  readonly dates: readonly (readonly [kind: DeadlineKind, due: IsoDate])[];
};

const day = (text: string): IsoDate => bangkokDate(new Date(`${text}T00:00:00+07:00`));
const year = fiscalYearOf(day('2022-09-30'));

/** The department's programme FY2565; it gives the districts no date for round 2. */
const programme: Given = {
  paper: 'programme',
  setAt: startOfDay(startOfFiscalYear(year)),
  area: { kind: 'nation' },
  dates: [
    ['registry', day('2021-12-31')],
    ['assessment', day('2022-05-31')],
    ['debt1', day('2022-05-31')],
    ['round1', day('2022-05-31')],
    ['readiness', day('2022-06-30')],
    ['ranking', day('2022-07-15')],
    ['round2', day('2022-07-31')],
    ['women-fund', day('2021-12-05')],
    ['women-fund', day('2022-03-05')],
    ['women-fund', day('2022-06-05')],
    ['women-fund', day('2022-09-05')],
    ...periodsOf('forum', year).map((month) => ['forum', endOfPeriod('forum', month)] as const),
  ],
};

const prachinBuri: DeadlineArea = { kind: 'province', province: 'ปราจีนบุรี' };

/** The guideline attached to the letter of Prachin Buri's province office. */
const guideline: Given = {
  paper: 'provinceGuideline',
  setAt: new Date('2022-07-01T09:00:00+07:00'),
  area: prachinBuri,
  dates: [
    ['assessment', day('2022-08-05')],
    ['debt1', day('2022-08-05')],
    ['debt2', day('2022-08-05')],
  ],
};

/** The letter, which stands over its guideline as the later word. */
const letter: Given = {
  paper: 'provinceLetter',
  setAt: new Date('2022-07-01T09:01:00+07:00'),
  area: prachinBuri,
  dates: [
    ['assessment', day('2022-08-09')],
    ['debt1', day('2022-08-09')],
    ['debt2', day('2022-08-09')],
    ['readiness', day('2022-08-09')],
  ],
};

/** The dates of FY2565 for the whole nation. */
export const nationalDeadlines2565: readonly Deadline[] = deadlinesOf([programme]);

/** The dates that Prachin Buri set for its districts. */
export const prachinBuriDeadlines2565: readonly Deadline[] = deadlinesOf([guideline, letter]);

/** The records of what was given, in that order. */
function deadlinesOf(all: readonly Given[]): readonly Deadline[] {
  const records = new Map<string, Deadline>();
  for (const { paper, setAt, area, dates } of all) {
    for (const [kind, due] of dates) {
      const period = periodOf(kind, year, due) ?? { year };
      const id = deadlineId(kind, period, area);
      const { history, rev, ...rest } = records.get(id) ?? newDeadline(kind, period, area);
      const set = { due, setAt, plan: usualPlan, by: { kind: 'paper' as const, paper } };
      records.set(id, { ...rest, history: [...history, set], rev: rev + 1 });
    }
  }
  return [...records.values()];
}

import {
  bangkokDate,
  fiscalYearOf,
  startOfDay,
  startOfFiscalYear,
} from '../../programme/calendar/calendar.ts';
import {
  type Deadline,
  type DeadlineArea,
  deadlineId,
  newDeadline,
  type Paper,
} from '../../programme/deadline/deadline.ts';
import type { DeadlineKind } from '../../programme/deadline/kind.ts';
import { usualPlan } from '../../programme/deadline/reminderPlan.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { endOfPeriod, type Period, periodsOf } from '../../programme/report/period.ts';

/** What a paper gives: dates of kinds of reports, or of a quarter or month of them. The papers' own days are taken. */
type Given = {
  readonly paper: Paper;
  readonly setAt: Date;
  readonly area: DeadlineArea;
  readonly dates: readonly (readonly [kind: DeadlineKind, due: IsoDate, part?: number])[];
};

const day = (text: string): IsoDate => bangkokDate(new Date(`${text}T00:00:00+07:00`));
const year = fiscalYearOf(day('2022-09-30'));

/** A forum is due at the end of its month. */
const forumIn = (month: Period) => ['forum', endOfPeriod('month', month), month.part ?? 1] as const;

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
    ['women-fund', day('2021-12-05'), 1],
    ['women-fund', day('2022-03-05'), 2],
    ['women-fund', day('2022-06-05'), 3],
    ['women-fund', day('2022-09-05'), 4],
    ...periodsOf('month', year).map(forumIn),
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
    for (const [kind, due, part] of dates) {
      const period = { year, ...(part !== undefined && { part }) };
      const id = deadlineId(kind, period, area);
      const { history, rev, ...rest } = records.get(id) ?? newDeadline(kind, period, area);
      const set = { due, setAt, plan: usualPlan, by: { kind: 'paper' as const, paper } };
      records.set(id, { ...rest, history: [...history, set], rev: rev + 1 });
    }
  }
  return [...records.values()];
}

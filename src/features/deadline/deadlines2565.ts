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
import type { Letter } from '../../programme/deadline/letter.ts';
import { usualPlan } from '../../programme/deadline/reminderPlan.ts';
import type { IsoDate } from '../../programme/ids.ts';

/** What a paper gives: dates of kinds of reports. The papers' own days are taken. */
type Given = {
  readonly paper: Paper;
  readonly setAt: Date;
  readonly area: DeadlineArea;
  readonly letter?: Letter;
  readonly dates: readonly (readonly [kind: DeadlineKind, due: IsoDate])[];
};

const day = (text: string): IsoDate => bangkokDate(new Date(`${text}T00:00:00+07:00`));
const year = fiscalYearOf(day('2022-09-30'));

/**
 * The department's programme FY2565; it gives the districts no date for round 2, and nobody one for the women's fund:
 * the 5th of each quarter's last month is the practice of one province in the year after.
 */
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
  ],
};

const prachinBuri: DeadlineArea = { kind: 'province', province: 'ปราจีนบุรี' };

/** The papers do not say when they arrived: this orders them, and is told to nobody. */
const assumedArrival = new Date('2022-07-01T09:00:00+07:00');

/** The guideline attached to the letter of Prachin Buri's province office. */
const guideline: Given = {
  paper: 'provinceGuideline',
  setAt: assumedArrival,
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
  // As the letter has it; the 7th was a Sunday, so the 1st may be meant.
  letter: { number: 'ปจ 0019/26655', date: day('2022-08-07'), urgency: 'mostUrgent' },
  setAt: new Date(assumedArrival.getTime() + 60_000),
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
  for (const { paper, setAt, area, letter, dates } of all) {
    for (const [kind, due] of dates) {
      const period = { year };
      const id = deadlineId(kind, period, area);
      const { history, rev, ...rest } = records.get(id) ?? newDeadline(kind, period, area);
      const set = {
        due,
        setAt,
        plan: usualPlan,
        by: { kind: 'paper' as const, paper },
        ...(letter && { letter }),
      };
      records.set(id, { ...rest, history: [...history, set], rev: rev + 1 });
    }
  }
  return [...records.values()];
}

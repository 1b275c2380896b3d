import { scopeKey } from '../programme/area/areas.ts';
import { buddhistDate } from '../programme/calendar/calendar.ts';
import type {
  DeadlineArea,
  DeadlinePlace,
  DeadlineProblem,
  DeadlineWarning,
} from '../programme/deadline/deadline.ts';
import type { Letter } from '../programme/deadline/letter.ts';
import type { IsoDate } from '../programme/ids.ts';
import { periodKey } from '../programme/report/period.ts';

/** A date's place as operators read it: `assessment 2565 ปราจีนบุรี/นาดี`. */
export const placeWords = ({ kind, area, ...period }: DeadlinePlace): string =>
  `${kind} ${periodKey(period)} ${scopeKey(area) || '(nation)'}`;

type DateListed = DeadlinePlace & {
  readonly due: IsoDate;
  readonly letter?: Letter;
  /** The area whose newer date holds there instead. */
  readonly overriddenBy?: DeadlineArea;
};

/** A date in a list: `2565-08-09  assessment  2565  ปราจีนบุรี/นาดี  overridden by ปราจีนบุรี`. */
export function dateWords({ kind, area, due, letter, overriddenBy, ...period }: DateListed): string {
  const place = `${buddhistDate(due)}  ${kind}  ${periodKey(period)}  ${scopeKey(area) || '(nation)'}`;
  const from = letter ? `  ${letterWords(letter)}` : '';
  return `${place}${from}${overriddenBy ? `  overridden by ${scopeKey(overriddenBy)}` : ''}`;
}

/** The letter that set a date, in one piece of a line. */
const letterWords = ({ number, date, urgency }: Letter): string =>
  ['letter', number, date && buddhistDate(date), urgency].filter((part) => part !== undefined).join(' ');

export function warningWords(warning: DeadlineWarning): string {
  switch (warning.kind) {
    case 'laterThanNext':
      return `It is later than the date of ${warning.next.kind}, ${buddhistDate(warning.next.due)}.`;
    case 'past':
      return 'It is over already.';
    default:
      return warning satisfies never;
  }
}

export function problemWords(problem: DeadlineProblem): string {
  switch (problem.code) {
    case 'outsidePeriod':
      return `The date must lie between ${buddhistDate(problem.params.from)} and ${buddhistDate(problem.params.to)}.`;
    case 'areaTooSmall':
      return 'What a province reports has no date for a single district: leave out --district.';
    default:
      return problem satisfies never;
  }
}

/** How many messages a command left for the bot to send; it sends them once it runs. */
export const toldWords = (count: number): string =>
  count === 0
    ? 'nobody registered is concerned, so nobody is told'
    : `people who are told by message: ${count}`;

import type { Judged, Judgement } from '../../../kernel/form/talk.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import { problem } from '../rules/problem.ts';
import { problemText } from '../text/problem.ts';
import { refused } from './contractsIn.ts';
import { factText } from './draft.ts';

/** Nothing of a household's work is dated before it joined. */
export function refusedDate({ before, value }: Judged): Judgement | undefined {
  const joinedOn = parseIsoDate(factText(before, 'joinedOn'));
  if (!joinedOn || String(value) >= joinedOn) return undefined;
  return refused(before, problemText(problem('beforeJoined', { joinedOn })));
}

import type { Draft } from '../../../engine/draft.ts';
import type { Text } from '../../../kernel/reply.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import { problem } from '../rules/problem.ts';
import { problemText } from '../text/problem.ts';
import { factText } from './draft.ts';

/** The day on which the household of a draft joined; a center's own steps have none. */
export const joinedOn = (draft: Draft) => parseIsoDate(factText(draft, 'joinedOn'));

/** Whether a day, `YYYY-MM-DD`, lies before the joining. */
export function isBeforeJoining(draft: Draft, day: string): boolean {
  const joined = joinedOn(draft);
  return joined !== undefined && day < joined;
}

/** Why such a day cannot be taken. */
export function beforeJoining(draft: Draft): Text {
  const joined = joinedOn(draft);
  return problemText(problem('beforeJoined', joined ? { joinedOn: joined } : {}));
}

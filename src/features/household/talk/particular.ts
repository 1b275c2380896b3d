import type { Draft } from '../../../engine/draft.ts';
import type { Slot } from '../../../engine/walk.ts';
import type { Judged, Judgement } from '../../../kernel/form/talk.ts';
import { t } from '../../../kernel/reply.ts';
import { headName } from '../rules/headName.ts';
import { readHouseNumber } from '../rules/houseNumber.ts';
import { severalHeads } from '../rules/severalHeads.ts';
import { refused } from './refused.ts';
import { takenAs } from './takenAs.ts';

/** The head's name and the house number without the question's own words; what can be no house number is told. */
export function judgeParticular({ before, after, slot, value }: Judged): Judgement | undefined {
  const said = String(value);
  if (slot.step.id === 'head') return whichHead(before, slot, headName(said)) ?? alone(headName(said));
  if (slot.step.id !== 'houseNo') return undefined;
  const number = readHouseNumber(said);
  return number === undefined ? refused(before, t('household:noHouseNumber')) : alone(number);

  function alone(meant: string): Judgement | undefined {
    return meant === said ? undefined : takenAs(after, meant);
  }
}

/** One household has one head: of several people it is asked who that is. */
function whichHead(before: Draft, { key }: Slot, name: string): Judgement | undefined {
  const people = severalHeads(name);
  return people.length > 0
    ? { draft: { ...before, asked: { key, candidates: people } }, notes: [t('household:whichHead')] }
    : undefined;
}

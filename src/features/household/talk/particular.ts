import type { Judged, Judgement } from '../../../kernel/form/talk.ts';
import { t } from '../../../kernel/reply.ts';
import { headName } from '../rules/headName.ts';
import { readHouseNumber } from '../rules/houseNumber.ts';
import { refused } from './refused.ts';
import { takenAs } from './takenAs.ts';

/** The head's name and the house number without the question's own words; what can be no house number is told. */
export function judgeParticular({ before, after, slot, value }: Judged): Judgement | undefined {
  const said = String(value);
  if (slot.step.id === 'head') return alone(headName(said));
  if (slot.step.id !== 'houseNo') return undefined;
  const number = readHouseNumber(said);
  return number === undefined ? refused(before, t('household:noHouseNumber')) : alone(number);

  function alone(meant: string): Judgement | undefined {
    return meant === said ? undefined : takenAs(after, meant);
  }
}

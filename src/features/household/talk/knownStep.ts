import type { Json } from '../../../engine/ids.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { type CenterDebts, centerStepsOf, type Joined, joinedIn, nextStep } from '../debts.ts';
import { managingStep, proposedClasses } from '../rules/steps.ts';
import type { Known } from './draft.ts';

/**
 * What the card of a household's step begins with, so that one yes is enough: its next step, unless another was named,
 * today, and the company of the center's last step. Nothing where no next step can be taken.
 */
export function knownStep(
  joined: Joined,
  debts: CenterDebts,
  { named, today }: { readonly named: boolean; readonly today: IsoDate },
): readonly Known[] {
  const next = nextStep(joined, debts);
  const mayBegin = next !== undefined && (next < managingStep || joined.work.plan !== undefined);
  if (!named && !mayBegin) return [];
  const classes = proposedClasses(joined.work.before, joined.work.outside);
  return [
    ...(named ? [] : [answer('step', String(next))]),
    answer('wholeCenter', false),
    ...(classes.length > 0 ? [answer('classes', [...classes])] : []),
    ...toldBefore(debts, today),
  ];
}

/** The same of a step of the whole center. */
export const toldBefore = (debts: CenterDebts, today: IsoDate): readonly Known[] => {
  const together = lastCompany(debts);
  return [
    answer('on', today),
    together === undefined ? { do: 'skip', key: 'together' } : answer('together', together),
    { do: 'skip', key: 'note' },
    { do: 'skip', key: 'photo' },
  ];
};

const answer = (key: string, value: Json): Known => ({ do: 'answer', key, value });

/** With whom the step was taken that was told last in the center. */
function lastCompany(debts: CenterDebts): string | undefined {
  const all = [...centerStepsOf(debts), ...joinedIn(debts).flatMap(({ work }) => work.steps)];
  const told = all.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return told.find(({ together }) => together !== undefined)?.together;
}

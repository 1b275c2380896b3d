import type { Draft, Evidence } from './draft.ts';
import type { Form } from './form.ts';
import type { StepKey } from './ids.ts';
import type { Slot } from './walk.ts';

/**
 * The number by which a question is edited: the one in its heading; questions without a heading number
 * follow behind them, in the order in which they are asked.
 */
export function numberedSlots(
  form: Form,
  slots: readonly Slot[],
): readonly { readonly number: number; readonly slot: Slot }[] {
  let next = form.numbered ?? 0;
  return slots
    .map((slot) => {
      if (slot.step.number !== undefined) return { number: slot.step.number, slot };
      next += 1;
      return { number: next, slot };
    })
    .sort((a, b) => a.number - b.number);
}

/** Photos, files and places kept on a question. */
export function evidenceOn(draft: Pick<Draft, 'log'>, key: StepKey): readonly Evidence[] {
  return draft.log.flatMap((entry) => (entry.do === 'keep' && entry.key === key ? [entry.evidence] : []));
}

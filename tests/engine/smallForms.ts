import type { Spec } from '../../src/engine/advance.ts';
import type { Draft } from '../../src/engine/draft.ts';
import { type Form, formSchema, type LeafStep, type RepeatStep, type Step } from '../../src/engine/form.ts';
import type { EventId, Json, StepKey } from '../../src/engine/ids.ts';
import { freshDraft, start, today } from './anyForm.ts';

/** Small forms for sentences about one thing. */
export const formOf = (...steps: readonly Step[]): Form =>
  formSchema.parse({ id: 'small', version: 1, source: 'none', steps });

export const step = <const S extends { readonly id: string }>(given: S) => ({ part: 'one', ...given });

export const points = (n: number): LeafStep =>
  step({ id: `i${n}`, kind: 'choice', options: ['1', '2', '3'], points: true, number: n });

export const members: RepeatStep = step({
  id: 'members',
  kind: 'repeat',
  min: 0,
  max: 3,
  steps: [
    step({ id: 'name', kind: 'text', max: 40 }),
    step({ id: 'works', kind: 'yesNo' }),
    step({ id: 'job', kind: 'text', max: 40, when: { is: ['works', true] } }),
  ],
});

export const spec = (form: Form): Spec => ({ form, derived: {}, labels: (_step, option) => [option] });
export const key = (text: string): StepKey => text as StepKey;
export const turn = (n: number) => ({
  at: new Date(start.getTime() + n * 1000),
  event: `e${n}` as EventId,
  today,
});

/** A draft with these answers, in this order; `skip` and `end` as words of their own. */
export function draftOf(
  form: Form,
  ...answers: readonly (readonly [string, Json | { do: 'skip' | 'end' }])[]
): Draft {
  const log = answers.map(([name, value], n) => {
    const head = { key: key(name), at: turn(n).at, event: turn(n).event };
    if (typeof value === 'object' && value !== null && 'do' in value)
      return value.do === 'skip' ? { ...head, do: 'skip' as const } : { ...head, do: 'end' as const };
    return { ...head, do: 'answer' as const, value };
  });
  return { ...freshDraft(form), log };
}

export const skip = { do: 'skip' } as const;
export const end = { do: 'end' } as const;

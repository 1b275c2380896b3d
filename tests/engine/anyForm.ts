import fc from 'fast-check';
import type { Spec } from '../../src/engine/advance.ts';
import type { Draft } from '../../src/engine/draft.ts';
import { type Form, formSchema, type LeafStep, type Step, type Test } from '../../src/engine/form.ts';
import type { DraftId } from '../../src/engine/ids.ts';
import type { Derived } from '../../src/engine/walk.ts';

/** Random forms of every kind of step, with conditions that look back and lists with conditions within. */

const kinds = [
  'text',
  'number',
  'money',
  'choice',
  'choice',
  'many',
  'yesNo',
  'yesNo',
  'yesNo',
  'date',
  'phone',
  'photo',
  'location',
] as const;
type Kind = LeafStep['kind'];

export const options = ['alpha', 'bravo', 'charlie'] as const;
const labels: { readonly [option: string]: readonly string[] } = {
  alpha: ['alpha', 'อัลฟา'],
  bravo: ['bravo', 'บราโว'],
  charlie: ['charlie', 'ชาร์ลี'],
};

type Drawn = {
  readonly kind: Kind;
  readonly optional: boolean;
  readonly numbered: boolean;
  readonly when: DrawnTest | undefined;
};
type DrawnTest = {
  readonly how: 'is' | 'not' | 'atLeast' | 'fact' | 'derived' | 'all' | 'any';
  readonly back: number;
  readonly pick: number;
};
type DrawnStep = Drawn | { readonly min: number; readonly max: number; readonly inner: readonly Drawn[] };

const drawnTest: fc.Arbitrary<DrawnTest> = fc.record({
  how: fc.constantFrom('is', 'is', 'is', 'not', 'atLeast', 'fact', 'derived', 'all', 'any'),
  back: fc.nat(3),
  pick: fc.nat(2),
});
const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom(...kinds),
  optional: fc.boolean(),
  numbered: fc.boolean(),
  when: fc.option(drawnTest, { nil: undefined, freq: 3 }),
});
const drawnList = fc.record({
  min: fc.nat(1),
  max: fc.integer({ min: 1, max: 3 }),
  inner: fc.array(drawn, { minLength: 1, maxLength: 3 }),
});

const drawnStep: fc.Arbitrary<DrawnStep> = fc.oneof(
  { weight: 3, arbitrary: drawn },
  { weight: 1, arbitrary: drawnList },
);

export const anyForm: fc.Arbitrary<Form> = fc
  .array(drawnStep, { minLength: 2, maxLength: 7, size: 'max' })
  .map((steps) => formSchema.parse(toForm(steps)));

function toForm(drawnSteps: readonly DrawnStep[]) {
  const before: LeafStep[] = [];
  let number = 0;
  const steps = drawnSteps.map((step, place): Step => {
    if (!('inner' in step)) {
      const leaf = toLeaf(step, `s${place}`, before);
      before.push(leaf);
      if (!step.numbered) return leaf;
      number += 1;
      return { ...leaf, number };
    }
    const within = [...before];
    const inner = step.inner.map((one, at) => {
      const leaf = toLeaf(one, `s${place}x${at}`, within);
      within.push(leaf);
      return leaf;
    });
    const max = Math.max(step.min, step.max);
    return { id: `s${place}`, part: 'one', kind: 'repeat', min: step.min, max, steps: inner };
  });
  return { id: 'any', version: 1, source: 'none', steps, ...(number > 0 ? { numbered: number } : {}) };
}

function toLeaf(
  { kind, optional, when }: Omit<Drawn, 'numbered'>,
  id: string,
  before: readonly LeafStep[],
): LeafStep {
  const test = when && toTest(when, before);
  const common = {
    id,
    part: 'one',
    ...(optional ? { optional: true as const } : {}),
    ...(test ? { when: test } : {}),
  };
  switch (kind) {
    case 'text':
      return { ...common, kind, max: 40 };
    case 'number':
      return { ...common, kind, min: 0, max: 9, whole: true };
    case 'money':
      return { ...common, kind, min: 0, max: 100_000_00 };
    case 'choice':
    case 'many':
      return { ...common, kind, options: [...options] };
    case 'date':
      return { ...common, kind, only: 'past' };
    case 'yesNo':
    case 'phone':
    case 'photo':
    case 'location':
      return { ...common, kind };
    default:
      return kind satisfies never;
  }
}

function toTest({ how, back, pick }: DrawnTest, before: readonly LeafStep[]): Test | undefined {
  if (how === 'fact') return { fact: 'known' };
  if (how === 'derived') return { fact: 'several' };
  const looked = before.toReversed().filter(({ kind }) => kind === 'choice' || kind === 'yesNo')[back % 2];
  const number = before.findLast(({ kind }) => kind === 'number');
  if (how === 'atLeast' && number) return { atLeast: [number.id, 3] };
  if (!looked) return undefined;
  const is: Test = { is: [looked.id, looked.kind === 'yesNo' ? pick % 2 === 0 : (options[pick] ?? '')] };
  if (how === 'not') return { not: is };
  if (how === 'all') return { all: [is, { fact: 'known' }] };
  if (how === 'any') return { any: [is, { fact: 'several' }] };
  return is;
}

const derived: Derived = { several: (values) => Object.keys(values).length > 2 };

export const specOf = (form: Form): Spec => ({
  form,
  derived,
  labels: (_step, option) => labels[option] ?? [option],
});

export const start = new Date('2022-08-01T02:00:00Z');
export const today = '2022-08-01';

export function freshDraft(form: Form, known = true): Draft {
  return {
    id: 'd1' as DraftId,
    form: form.id,
    version: form.version,
    subject: {},
    facts: { known },
    log: [],
    misses: 0,
    startedAt: start,
    touchedAt: start,
  };
}

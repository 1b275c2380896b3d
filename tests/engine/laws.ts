import fc from 'fast-check';
import { expect } from 'vitest';
import type { Spec } from '../../src/engine/advance.ts';
import type { Draft, Entry } from '../../src/engine/draft.ts';
import type { StepKey } from '../../src/engine/ids.ts';
import { valuesOf, walk } from '../../src/engine/walk.ts';
import { extent } from '../extent.ts';
import { seed } from '../seed.ts';
import { anyForm, freshDraft, specOf } from './anyForm.ts';
import { anyWishes, type Engine, engine, play, type Step } from './anyMoves.ts';

const runs = extent(250, 1_000);
/** How often something has to come up at least, said of 500 runs. */
export const often = (times: number): number => (times * runs) / 500;

/** The turn from which on moves are made after those of the wishes. */
export const late = 1_000;

export const valuesIn = (spec: Spec, draft: Draft) => valuesOf(walk(spec.form, draft, spec.derived).slots);
export const keysIn = (spec: Spec, draft: Draft) =>
  walk(spec.form, draft, spec.derived).slots.map(({ key }) => key);

export const placeOf = ({ focus, asked, misses }: Draft) => ({ focus, asked, misses });
export const unfocused = ({ focus: _focus, ...draft }: Draft): Draft => draft;

/** What stands by the log alone: the latest entry of each key. */
export const standing = (log: readonly Entry[]): ReadonlyMap<StepKey, Entry> =>
  new Map(log.filter((entry) => entry.do !== 'keep').map((entry) => [entry.key, entry]));

export const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...map].filter(([one]) => one !== key));

/** A property of every move of every random conversation about every random form. */
export const ofEveryMove = (
  broken: Partial<Engine>,
  check: (spec: Spec, step: Step, parts: Engine) => void,
) =>
  fc.property(anyForm, fc.boolean(), anyWishes, (form, known, wished) => {
    const spec = specOf(form);
    const parts = { ...engine, ...broken };
    play(parts, spec, freshDraft(form, known), wished, (step) => check(spec, step, parts));
  });

/** A property of where each of them ends. */
export const ofEveryEnd = (
  broken: Partial<Engine>,
  check: (spec: Spec, draft: Draft, parts: Engine) => void,
) =>
  fc.property(anyForm, fc.boolean(), anyWishes, (form, known, wished) => {
    const spec = specOf(form);
    check(spec, play(engine, spec, freshDraft(form, known), wished), { ...engine, ...broken });
  });

export const holds = <T>(property: fc.IPropertyWithHooks<T>) => fc.assert(property, { seed, numRuns: runs });
export const isCaught = <T>(property: fc.IPropertyWithHooks<T>) =>
  expect(fc.check(property, { seed, numRuns: runs, endOnFailure: true }).failed).toBe(true);

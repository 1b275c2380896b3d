import type { Draft, Entry, Facts } from './draft.ts';
import type { Form, LeafStep, RepeatStep, Test } from './form.ts';
import type { Json, StepKey } from './ids.ts';

/** A question as it stands in one filled-in form. */
export type Slot = {
  readonly key: StepKey;
  readonly step: LeafStep;
  /** Place in a repeated group, from 1. */
  readonly item?: { readonly of: RepeatStep; readonly no: number; readonly mayEnd: boolean };
  /** What stands: the latest answer or skip; absent while open. */
  readonly entry?: Extract<Entry, { do: 'answer' | 'skip' }>;
};

export type Walk = {
  readonly slots: readonly Slot[];
  /** The first question without an answer; absent when the form is complete. */
  readonly open: Slot | undefined;
};

/**
 * Named facts computed from the answers so far, for conditions that the form's language cannot say; `prefix` is that of
 * the item whose question it is, such as `contracts.2.`.
 */
export type Derived = { readonly [name: string]: (values: Values, facts: Facts, prefix: string) => Json };
export type Values = { readonly [key: string]: Json };

type Way = Pick<Draft, 'facts' | 'focus'> & { readonly form: Form; readonly derived: Derived };
const nothingDerived: Derived = {};

/** A turn asks many times where a draft stands. Logs never change, so the last walk along a log is kept with it. */
const lastWalks = new WeakMap<Draft['log'], { readonly way: Way; readonly walk: Walk }>();

/**
 * Where a filled-in form stands: which questions there are, and which one is open. A list that was ended is
 * open again while the focus is on the item before which it ended.
 */
export function walk(
  form: Form,
  { log, facts, focus }: Pick<Draft, 'log' | 'facts' | 'focus'>,
  derived = nothingDerived,
): Walk {
  const way: Way = { form, facts, derived, ...(focus === undefined ? {} : { focus }) };
  const last = lastWalks.get(log);
  if (last && isSameWay(last.way, way)) return last.walk;
  const walk = walkAlong(log, way);
  lastWalks.set(log, { way, walk });
  return walk;
}

const isSameWay = (a: Way, b: Way): boolean =>
  a.form === b.form && a.facts === b.facts && a.focus === b.focus && a.derived === b.derived;

function walkAlong(log: Draft['log'], { form, facts, focus, derived }: Way): Walk {
  const standing = standingEntries(log);
  const values: Record<string, Json> = {};
  const slots: Slot[] = [];
  const visible = (test: Test | undefined, prefix: string) =>
    test === undefined || holds(test, { values, prefix, facts, derived });
  const add = (step: LeafStep, prefix: string, item?: Slot['item']) => {
    if (!visible(step.when, prefix)) return;
    const key = toKey(prefix + step.id);
    const entry = standing.answers.get(key);
    if (step.beside && entry?.do !== 'answer' && focus !== key) return;
    if (entry?.do === 'answer') values[key] = entry.value;
    slots.push({ key, step, ...(item ? { item } : {}), ...(entry ? { entry } : {}) });
  };
  for (const step of form.steps) {
    if (step.kind !== 'repeat') {
      add(step, '');
      continue;
    }
    if (!visible(step.when, '')) continue;
    for (let no = 1; no <= step.max; no++) {
      const prefix = `${step.id}.${no}.`;
      const mayEnd = no > step.min;
      if (mayEnd && standing.ends.has(`${step.id}.${no}`) && !focus?.startsWith(prefix)) break;
      const before = slots.length;
      const endsHere = mayEnd && !lacksBeginning(step, prefix, standing.answers);
      for (const inner of step.steps) {
        add(inner, prefix, { of: step, no, mayEnd: endsHere && slots.length === before });
      }
      if (slots.slice(before).some((slot) => !slot.entry)) break;
    }
  }
  return { slots, open: slots.find((slot) => !slot.entry) };
}

/** Whether an item has answers but not its first one, which was taken off again: a list does not end before it. */
const lacksBeginning = (
  { steps: [first] }: RepeatStep,
  prefix: string,
  answers: ReadonlyMap<StepKey, unknown>,
): boolean =>
  !answers.has(toKey(`${prefix}${first?.id}`)) && [...answers.keys()].some((key) => key.startsWith(prefix));

/** The answers that count, by key: those of questions that are asked at present. */
export function valuesOf(slots: readonly Slot[]): Values {
  return Object.fromEntries(
    slots.flatMap(({ key, entry }) => (entry?.do === 'answer' ? [[key, entry.value] as const] : [])),
  );
}

export const toKey = (text: string): StepKey => text as StepKey;

/** The latest entry for a key stands; an answer given to an item after the list was ended takes the end back. */
function standingEntries(log: readonly Entry[]) {
  const answers = new Map<StepKey, Extract<Entry, { do: 'answer' | 'skip' }>>();
  const ends = new Set<string>();
  for (const entry of log) {
    if (entry.do === 'end') ends.add(entry.key);
    if (entry.do === 'answer' || entry.do === 'skip') {
      answers.set(entry.key, entry);
      const item = /^(\w+\.\d+)\./.exec(entry.key)?.[1];
      if (item) ends.delete(item);
    }
  }
  return { answers, ends };
}

type Known = {
  readonly values: Values;
  readonly prefix: string;
  readonly facts: Facts;
  readonly derived: Derived;
};

/** Of the same item of a repeated group, else of the form. */
const answerTo = (step: string, { values, prefix }: Known): Json | undefined =>
  (prefix === '' ? undefined : values[prefix + step]) ?? values[step];

function holds(test: Test, known: Known): boolean {
  if ('is' in test) return answerTo(test.is[0], known) === test.is[1];
  if ('atLeast' in test) {
    const value = Number(answerTo(test.atLeast[0], known) ?? Number.NaN);
    return value >= test.atLeast[1];
  }
  if ('fact' in test) {
    const derive = known.derived[test.fact];
    return Boolean(derive ? derive(known.values, known.facts, known.prefix) : known.facts[test.fact]);
  }
  if ('all' in test) return test.all.every((inner) => holds(inner, known));
  if ('any' in test) return test.any.some((inner) => holds(inner, known));
  if ('not' in test) return !holds(test.not, known);
  return test satisfies never;
}

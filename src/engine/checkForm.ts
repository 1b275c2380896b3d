import { type Form, formSchema, type LeafStep, type Step, type Test } from './form.ts';
import type { Derived } from './walk.ts';

/** Most quick replies under a message, on LINE; a question offers its options and up to three more buttons. */
const mostOptions = 10;

/**
 * What is wrong with a form, as sentences for the person who writes it; empty when it may be used.
 * `hasText` tells whether a text exists in every language.
 */
export function checkForm(
  candidate: unknown,
  derived: Derived,
  facts: readonly string[],
  hasText: (key: string) => boolean,
): readonly string[] {
  const parsed = formSchema.safeParse(candidate);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  }
  const form = parsed.data;
  const faults: string[] = [];
  const ids = new Set<string>();
  const known = new Set([...Object.keys(derived), ...facts]);
  /** `before` are the questions that a condition may look at: those before it, of a group only from within. */
  const visit = (step: Step, before: Map<string, LeafStep>) => {
    if (ids.has(step.id)) faults.push(`${step.id}: the id is used twice`);
    ids.add(step.id);
    faults.push(...conditionFaults(step, before, known));
    for (const key of textKeysOf(form, step))
      if (!hasText(key)) faults.push(`${step.id}: the text ${key} is missing in a language`);
    if ('options' in step && step.options.length > mostOptions)
      faults.push(`${step.id}: more than ${mostOptions} options`);
    if (step.beside && !before.has(step.beside))
      faults.push(`${step.id}: it is beside ${step.beside}, which is not asked before it`);
    if (step.kind === 'choice' && step.timesFrom && step.timesFrom.length !== step.options.length)
      faults.push(`${step.id}: timesFrom does not have one number for each option`);
    if (step.kind !== 'repeat') {
      before.set(step.id, step);
      return;
    }
    if (step.min > step.max) faults.push(`${step.id}: at least ${step.min} and at most ${step.max} items`);
    const within = new Map(before);
    for (const inner of step.steps) visit(inner, within);
  };
  const asked = new Map<string, LeafStep>();
  for (const step of form.steps) visit(step, asked);
  const numbers = numbersOf(form);
  if (
    form.numbered !== undefined &&
    numbers.join() !== Array.from({ length: form.numbered }, (_, i) => i + 1).join()
  ) {
    faults.push(`numbered: the headings do not run from 1 to ${form.numbered}`);
  }
  return faults;
}

function conditionFaults(
  { id, when }: Step,
  before: ReadonlyMap<string, LeafStep>,
  known: ReadonlySet<string>,
): readonly string[] {
  return (when ? namesIn(when) : []).flatMap((name) => {
    if ('fact' in name) return known.has(name.fact) ? [] : [`${id}: nothing computes the fact ${name.fact}`];
    const step = before.get(name.step);
    if (!step) return [`${id}: its condition looks at ${name.step}, which is not asked before it`];
    const { value } = name;
    const offered =
      value === undefined || step.kind !== 'choice' || step.options.some((one) => one === value);
    return offered ? [] : [`${id}: its condition waits for ${value}, which ${name.step} does not offer`];
  });
}

/** The locale keys that a step cannot do without. */
function textKeysOf(form: Form, step: Step): readonly string[] {
  const base = `forms:${form.id}.${form.version}`;
  const texts = `${base}.${step.text ?? step.id}`;
  const options = 'options' in step ? step.options.map((option) => `${texts}.options.${option}`) : [];
  const definitions = (step.definitions ?? []).map((name) => `${base}.definitions.${name}`);
  return [
    ...(step.kind === 'repeat' ? [] : [`${texts}.title`]),
    `${base}.parts.${step.part}`,
    ...(step.once ? [`${texts}.titleForAll`, `${texts}.forAll`] : []),
    ...(step.beside ? [`${texts}.button`] : []),
    ...options,
    ...definitions,
  ];
}

function numbersOf(form: Form): readonly number[] {
  return form.steps.flatMap((step) => (step.number === undefined ? [] : [step.number]));
}

type Name = { readonly step: string; readonly value?: string | number | boolean } | { readonly fact: string };

function namesIn(test: Test): readonly Name[] {
  if ('is' in test) return [{ step: test.is[0], value: test.is[1] }];
  if ('atLeast' in test) return [{ step: test.atLeast[0] }];
  if ('fact' in test) return [{ fact: test.fact }];
  if ('not' in test) return namesIn(test.not);
  return ('all' in test ? test.all : test.any).flatMap(namesIn);
}

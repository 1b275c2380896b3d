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
  const seen = new Set<string>();
  const known = new Set([...Object.keys(derived), ...facts]);
  const visit = (step: LeafStep | Step) => {
    if (seen.has(step.id)) faults.push(`${step.id}: the id is used twice`);
    for (const name of step.when ? namesIn(step.when) : []) {
      if ('step' in name && !seen.has(name.step))
        faults.push(`${step.id}: its condition looks at ${name.step}, which is not asked before it`);
      if ('fact' in name && !known.has(name.fact))
        faults.push(`${step.id}: nothing computes the fact ${name.fact}`);
    }
    seen.add(step.id);
    for (const key of textKeysOf(form, step))
      if (!hasText(key)) faults.push(`${step.id}: the text ${key} is missing in a language`);
    if ('options' in step && step.options.length > mostOptions)
      faults.push(`${step.id}: more than ${mostOptions} options`);
    if (step.kind === 'repeat') step.steps.forEach(visit);
  };
  form.steps.forEach(visit);
  const numbers = numbersOf(form);
  if (
    form.numbered !== undefined &&
    numbers.join() !== Array.from({ length: form.numbered }, (_, i) => i + 1).join()
  ) {
    faults.push(`numbered: the headings do not run from 1 to ${form.numbered}`);
  }
  return faults;
}

/** The locale keys that a step cannot do without. */
function textKeysOf(form: Form, step: Step): readonly string[] {
  const base = `forms:${form.id}.${form.version}`;
  const texts = `${base}.${step.text ?? step.id}`;
  const options = 'options' in step ? step.options.map((option) => `${texts}.options.${option}`) : [];
  return [...(step.kind === 'repeat' ? [] : [`${texts}.title`]), `${base}.parts.${step.part}`, ...options];
}

function numbersOf(form: Form): readonly number[] {
  return form.steps.flatMap((step) => (step.number === undefined ? [] : [step.number]));
}

type Name = { readonly step: string } | { readonly fact: string };

function namesIn(test: Test): readonly Name[] {
  if ('is' in test) return [{ step: test.is[0] }];
  if ('atLeast' in test) return [{ step: test.atLeast[0] }];
  if ('fact' in test) return [{ fact: test.fact }];
  if ('not' in test) return namesIn(test.not);
  return ('all' in test ? test.all : test.any).flatMap(namesIn);
}

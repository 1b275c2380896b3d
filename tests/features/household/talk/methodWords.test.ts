import { expect, test } from 'vitest';
import { readMany } from '../../../../src/engine/parse/many.ts';
import { methodsTalk } from '../../../../src/features/household/talk/methods.ts';
import { specOf } from '../../../../src/kernel/form/talk.ts';
import { context } from '../../../support/turn.ts';

test.each([
  ['ยืดหนี้', ['longerTerm']],
  ['ลดดอก', ['lowerInterest']],
  ['ยืดหนี้, ลดดอกเบี้ย', ['longerTerm', 'lowerInterest']],
])('a method by what people call it: %s', (text, methods) => {
  const step = methodsTalk.form.steps.find(({ id }) => id === 'methods');
  if (step?.kind !== 'many') throw new Error('no methods are asked for');
  const { labels } = specOf(methodsTalk, context);
  const options = step.options.map((value) => ({ value, labels: labels(step, value) }));
  expect(readMany(text, options)).toEqual({ kind: 'read', value: methods });
});

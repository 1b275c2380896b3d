import type { LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import {
  problemOfText,
  problemWith,
  readAnswer,
  takesFigures,
  unreadableFor,
} from '../../engine/readAnswer.ts';
import type { Context } from '../flow.ts';
import { problemText } from '../form/notes.ts';
import { daysToPick } from '../form/question.ts';
import type { Text } from '../reply.ts';
import type { Values } from './typedValue.ts';

/** The values of a form's question, asked outside of a form; not of one that takes a photo or place. */
export function stepValues(
  step: LeafStep,
  say: (value: Json) => Text,
  { today, wordings }: Pick<Context, 'today' | 'wordings'>,
): Values<Json> {
  return {
    read: (text) => readAnswer(step, text, today, (_step, option) => wordings(say(option))).reading,
    unreadable: problemText(unreadableFor(step, today), say),
    whyUnreadable: (text) => problemText(problemOfText(step, text, today), say),
    problem: (value) => {
      const problem = problemWith(step, value, today);
      return problem && problemText(problem, say);
    },
    say,
    carriedBy: (answer) => carriedBy(step, answer),
    ...(step.kind === 'choice' && { offered: step.options }),
    ...(step.kind === 'date' && { picker: daysToPick(step, today) }),
    ...(step.kind === 'text' && { isFree: true, ...(takesFigures(step) && { figures: true }) }),
  };
}

/** What is no answer to the question is found as its problem. */
function carriedBy({ kind }: LeafStep, answer: string): Json {
  switch (kind) {
    case 'number':
    case 'money':
      return Number(answer);
    case 'many':
      return answer.split(',');
    default:
      return answer;
  }
}

import { readAnswer } from '../../engine/readAnswer.ts';
import { asking, helpAfter, missesOf } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import { problemText } from '../../kernel/form/notes.ts';
import { withFirst } from '../../kernel/form/question.ts';
import { optionText } from '../../kernel/form/talk.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import {
  correctionStep,
  centerAssessment2565 as form,
  registryFields,
} from '../assessment/forms/centerAssessment2565.ts';
import { fieldName } from './card.ts';
import { askValue, goBack, toCard } from './value.ts';

/** `แก้ไข`: which field of the entry? */
export function askField(person: Person, center: Center, notes: readonly Text[] = [], misses = 0): Decision {
  const options = registryFields.map(
    (field): Option => ({
      label: fieldName(field),
      tap: { kind: 'act', flow: 'registry', act: 'field', value: `${center.id} ${field}` },
    }),
  );
  return {
    person: asking(person, 'registry', 'field', {
      center: center.id,
      misses: String(misses),
      back: toCard(center),
    }),
    reply: withFirst(
      {
        messages: [{ kind: 'text', text: [t('registry:whichField')] }],
        options: [...options, goBack],
        asks: true,
      },
      notes,
    ),
  };
}

/** A field that was typed: its name, or its place among the buttons. */
export function readField(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  center: Center,
  { today, wordings }: Context,
): Decision {
  const step = correctionStep('field');
  const text = call.event.kind === 'text' ? call.event.text : '';
  const { reading } = readAnswer(step, text, today, (of, option) => wordings(optionText(form, of, option)));
  const field = reading.kind === 'read' ? registryFields.find((one) => one === reading.value) : undefined;
  if (field) return askValue(person, center, field, today);
  const misses = missesOf(call.data) + 1;
  const problem = problemText({ code: 'unreadable', kind: step.kind });
  return askField(person, center, [problem, ...helpAfter(misses)], misses);
}

import type { Center } from '../../domain/center/center.ts';
import { readAnswer } from '../../engine/readAnswer.ts';
import { asking, helpAfter, missesOf } from '../ask/prompt.ts';
import type { Call, Context, Decision } from '../flow.ts';
import { problemText } from '../form/notes.ts';
import { withFirst } from '../form/question.ts';
import { optionText } from '../form/talk.ts';
import {
  correctionStep,
  centerAssessment2565 as form,
  registryFields,
} from '../forms/centerAssessment2565.ts';
import type { Person } from '../person.ts';
import { type Option, type Text, t } from '../reply.ts';
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

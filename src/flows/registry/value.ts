import type { Center } from '../../domain/center/center.ts';
import type { IsoDate } from '../../domain/ids.ts';
import type { Json } from '../../engine/ids.ts';
import { problemWith, readAnswer } from '../../engine/readAnswer.ts';
import { asking, helpAfter, missesOf, settled } from '../ask/prompt.ts';
import type { Call, Context, Decision } from '../flow.ts';
import { problemText } from '../form/notes.ts';
import { withFirst } from '../form/question.ts';
import { stepKey } from '../form/talk.ts';
import { valueText } from '../form/value.ts';
import {
  correctionStep,
  centerAssessment2565 as form,
  type RegistryField,
} from '../forms/centerAssessment2565.ts';
import type { Person } from '../person.ts';
import { type Option, type Text, t } from '../reply.ts';
import { fieldText } from './card.ts';
import { toCorrection } from './correction.ts';

type Asked = {
  readonly notes?: readonly Text[];
  readonly options?: readonly Option[];
  readonly misses?: number;
};

/** The act that shows the center's card again. */
export const toCard = ({ id }: Center): string => `choose ${id}`;
export const goBack: Option = { label: t('commands:back'), tap: { kind: 'say' } };

/** Asks for the right value of a field, showing the present one. */
export function askValue(
  person: Person,
  center: Center,
  field: RegistryField,
  today: IsoDate,
  asked: Asked = {},
): Decision {
  const step = correctionStep(field);
  const { notes = [], misses = 0 } = asked;
  const options = asked.options ?? pickers(center, field, today);
  // While free text is open a command's word could be the answer.
  const free = step.kind === 'text' ? { free: 'yes' } : {};
  const present = t('common:presentAnswer', { value: fieldText(center, field) });
  return {
    person: asking(person, 'registry', 'value', {
      center: center.id,
      field,
      misses: String(misses),
      back: toCard(center),
      ...free,
    }),
    reply: withFirst(
      {
        messages: [{ kind: 'text', text: [t(stepKey(form, step, 'title')), present] }],
        options: [...options, goBack],
        asks: true,
      },
      notes,
    ),
  };
}

/** A date is picked as well as typed. */
function pickers({ id }: Center, field: RegistryField, today: IsoDate): readonly Option[] {
  if (correctionStep(field).kind !== 'date') return [];
  const label = t('common:pickDate');
  return [{ label, pick: 'date', flow: 'registry', act: 'value', value: `${id} ${field}`, max: today }];
}

/** A typed value; what can be read in several ways is asked about. */
export function readValue(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  center: Center,
  field: RegistryField,
  context: Context,
): Decision {
  const step = correctionStep(field);
  const text = call.event.kind === 'text' ? call.event.text : '';
  const { reading } = readAnswer(step, text, context.today, () => []);
  if (reading.kind === 'read')
    return take(person, center, field, reading.value, context, missesOf(call.data));
  if (reading.kind === 'ambiguous') {
    return askValue(person, center, field, context.today, {
      notes: [t('common:unsure')],
      options: reading.candidates.map((value) => candidate(center, field, value)),
    });
  }
  return missed(
    person,
    center,
    field,
    context.today,
    problemText({ code: 'unreadable', kind: step.kind }),
    missesOf(call.data),
  );
}

/** One of the readings that were asked about. */
export function tapValue(
  person: Person,
  call: Extract<Call, { kind: 'act' }>,
  center: Center,
  field: RegistryField,
  context: Context,
): Decision {
  const [, , written = ''] = call.value?.split(' ') ?? [];
  const value = correctionStep(field).kind === 'number' ? Number(written) : written;
  return take(person, center, field, value, context, 0);
}

function candidate(center: Center, field: RegistryField, value: Json): Option {
  return {
    label: valueText(form, correctionStep(field), value),
    tap: { kind: 'act', flow: 'registry', act: 'value', value: `${center.id} ${field} ${value}` },
  };
}

function take(
  person: Person,
  center: Center,
  field: RegistryField,
  value: Json,
  { today, year }: Context,
  misses: number,
): Decision {
  const problem = problemWith(correctionStep(field), value, today);
  if (problem) return missed(person, center, field, today, problemText(problem), misses);
  const correction = toCorrection(field, value);
  // Nothing but commas names nobody.
  if (Array.isArray(correction.value) && correction.value.length === 0) {
    return missed(person, center, field, today, problemText({ code: 'unreadable', kind: 'text' }), misses);
  }
  return { person: settled(person), intent: { kind: 'correctCenter', center: center.id, year, correction } };
}

function missed(
  person: Person,
  center: Center,
  field: RegistryField,
  today: IsoDate,
  problem: Text,
  before: number,
): Decision {
  const misses = before + 1;
  return askValue(person, center, field, today, { notes: [problem, ...helpAfter(misses)], misses });
}

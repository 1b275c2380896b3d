import type { IsoDate } from '../../domain/ids.ts';
import { planStages } from '../../domain/plan.ts';
import type { Decision } from '../flow.ts';
import type { Person } from '../person.ts';
import { asking } from '../prompt.ts';
import { type Option, type Text, t } from '../reply.ts';
import { lineText } from './lines.ts';
import { type Told, toldValue } from './told.ts';

export type Asked = {
  /** Said before the question. */
  readonly notes?: readonly Text[];
  readonly misses?: number;
  /** Readings of the last answer to choose from. */
  readonly readings?: readonly IsoDate[];
  /** A file that came as evidence. */
  readonly file?: string;
};

export function askState(person: Person, told: Told, asked: Asked): Decision {
  const options = planStages.map((state) => button(t(`plan:state.${state}`), 'state', { ...told, state }));
  const question = t('plan:askState', { n: told.line, line: lineText(told.plan) });
  return ask(person, 'state', told, question, options, asked);
}

export function askDay(person: Person, told: Told, today: IsoDate, asked: Asked): Decision {
  const options = asked.readings?.map((date) =>
    button(t('common:date', { date: { date } }), 'date', { ...told, on: date }),
  );
  const question = t(told.state === 'done' ? 'plan:askDone' : 'plan:askSince');
  return ask(
    person,
    'date',
    told,
    question,
    options ?? [button(t('common:today'), 'date', { ...told, on: today })],
    asked,
  );
}

export function askEvidence(person: Person, told: Told, asked: Asked): Decision {
  const options: readonly Option[] = [
    button(t('plan:save'), 'save', told),
    { label: t('common:photo'), pick: 'camera' },
    { label: t('plan:album'), pick: 'cameraRoll' },
  ];
  return ask(person, 'evidence', told, t('plan:askEvidence'), options, asked);
}

const button = (label: Text, act: string, told: Told): Option => ({
  label,
  tap: { kind: 'act', flow: 'plan', act, value: toldValue(told) },
});

function ask(
  person: Person,
  act: string,
  told: Told,
  question: Text,
  options: readonly Option[],
  { notes = [], misses = 0, file }: Asked,
): Decision {
  const files = [...filesOf(person, told), ...(file ? [file] : [])].join(' ');
  return {
    person: asking(person, 'plan', act, { told: toldValue(told), misses: String(misses), files }),
    reply: { messages: [{ kind: 'text', text: [...notes, question] }], options, asks: true },
  };
}

/** The files that came while this line was told of. */
export function filesOf({ open }: Person, { center, line }: Told): readonly string[] {
  if (open.kind !== 'prompt' || open.flow !== 'plan') return [];
  const [id, number] = open.data.told?.split('/') ?? [];
  const same = id === center.id && Number(number) === line;
  return same ? (open.data.files ?? '').split(' ').filter((file) => file !== '') : [];
}

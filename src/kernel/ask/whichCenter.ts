import type { Center } from '../../programme/center/center.ts';
import type { Decision } from '../decision.ts';
import type { Call, Context } from '../flow.ts';
import type { Person } from '../person.ts';
import { type FlowId, said, type Tap, type Text, t } from '../reply.ts';
import { type ChoiceRow, chooseReply, matching, readChosen } from './choose.ts';
import { missesOf, settled } from './prompt.ts';
import { toMenu } from './toMenu.ts';

/** The centers that a person may mean, in their order, and how they are asked for. */
export type CenterQuestion = {
  readonly flow: FlowId;
  readonly act: string;
  readonly heading: Text;
  readonly centers: readonly Center[];
  readonly note: (center: Center) => Text;
  /** Said where there is no center at all. */
  readonly none: Text;
};

type WhichCenter =
  | { readonly kind: 'center'; readonly center: Center }
  | { readonly kind: 'said'; readonly decision: Decision };

/** Which center a call is about: the only one, the one named, tapped or typed; else the list, or that there is none such. */
export function whichCenter(
  person: Person,
  call: Call,
  question: CenterQuestion,
  context: Context,
): WhichCenter {
  const rows = question.centers.map((center) => toRow(center, question));
  switch (call.kind) {
    case 'command':
      return named(person, call.rest, rows, question, context);
    case 'act':
      if (call.act !== 'more') return found(person, call.value, question);
      return more(person, call.value, rows, question, context);
    case 'answer':
      return typed(person, call, rows, question, context);
    case 'event':
      return { kind: 'said', decision: { person } };
    default:
      return call satisfies never;
  }
}

/** The act whose list a button "more" goes on with. */
export const actOfMore = (value: string | undefined): string | undefined => value?.split(' ')[0];

/** A center outside one's area does not exist. */
export function centerNotFound(person: Person): Decision {
  return {
    person: settled(person),
    reply: { messages: [{ kind: 'text', text: [t('common:centerNotFound')] }], options: [toMenu] },
  };
}

const toRow = (center: Center, { note }: CenterQuestion): ChoiceRow => ({
  id: center.id,
  name: said(center.name),
  note: note(center),
});

function found(person: Person, id: string | undefined, { centers }: CenterQuestion): WhichCenter {
  const center = centers.find((one) => one.id === id);
  return center ? { kind: 'center', center } : { kind: 'said', decision: centerNotFound(person) };
}

type Rows = readonly ChoiceRow[];

function named(
  person: Person,
  name: string,
  rows: Rows,
  question: CenterQuestion,
  context: Context,
): WhichCenter {
  if (rows.length === 0) {
    const messages = [{ kind: 'text' as const, text: [question.none] }];
    return { kind: 'said', decision: { person: settled(person), reply: { messages, options: [toMenu] } } };
  }
  const meant = name === '' ? rows : matching(name, rows, context.wordings);
  const [first] = meant;
  return meant.length > 1 ? listed(person, meant, question, { name }) : found(person, first?.id, question);
}

function more(
  person: Person,
  value: string | undefined,
  rows: Rows,
  question: CenterQuestion,
  context: Context,
): WhichCenter {
  const [, page, name] = /^\S+ (\d+) ?(.*)$/.exec(value ?? '') ?? [];
  const meant = name ? matching(name, rows, context.wordings) : rows;
  return listed(person, meant, question, { page: Number(page), ...(name ? { name } : {}) });
}

function typed(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  rows: Rows,
  question: CenterQuestion,
  context: Context,
): WhichCenter {
  const text = call.event.kind === 'text' ? call.event.text : '';
  const chosen = readChosen(text, call.data, rows, context.wordings);
  if (chosen.kind === 'one') return found(person, chosen.id, question);
  const meant = chosen.kind === 'several' ? rows.filter(({ id }) => chosen.ids.includes(id)) : rows;
  const misses = chosen.kind === 'several' ? 0 : missesOf(call.data) + 1;
  return listed(person, meant, question, { misses });
}

type Shown = { readonly page?: number; readonly name?: string; readonly misses?: number };

function listed(
  person: Person,
  rows: Rows,
  question: CenterQuestion,
  { name = '', ...shown }: Shown,
): WhichCenter {
  const { flow, act, heading } = question;
  const more = (page: number): Tap => ({
    kind: 'act',
    flow,
    act: 'more',
    value: `${act} ${page} ${name}`.trim(),
  });
  return { kind: 'said', decision: chooseReply(person, { flow, act, heading, rows, more, ...shown }) };
}

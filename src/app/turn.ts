import { bangkokDate } from '../domain/calendar.ts';
import type { FiscalYear } from '../domain/ids.ts';
import type { InboundEvent } from '../flows/event.ts';
import { type Context, type Decision, nothingGathered } from '../flows/flow.ts';
import { talkOf } from '../flows/forms/index.ts';
import { flows } from '../flows/index.ts';
import type { Person } from '../flows/person.ts';
import { type Block, type Option, type Reply, type Text, t } from '../flows/reply.ts';
import { route } from '../flows/route.ts';
import type { Gather } from './gather.ts';
import type { Turn } from './ports.ts';

export type TurnParts = {
  readonly gather: Gather;
  readonly now: () => Date;
  /** The year that new reports belong to, and those that still take late ones. */
  readonly years: () => Promise<{
    readonly present: FiscalYear;
    readonly isOpen: (year: FiscalYear) => boolean;
  }>;
  readonly texts: Pick<Context, 'wordings' | 'render'>;
};

/** One turn: route, gather what the flow declares, decide. */
export function createTurn({ gather, now, years, texts }: TurnParts): Turn {
  return async (arrived, before) => {
    const at = now();
    const { present, isOpen } = await years();
    const base = { now: at, today: bangkokDate(at), year: present, isOpen, ...texts };
    const { flow, call, parks, event = arrived } = route(before, arrived, texts.wordings);
    const person: Person = parks ? { ...before, open: { kind: 'nothing' } } : before;
    const needs = flows[flow].needs?.(person, call, base);
    const gathered = needs ? await gather(needs, person, present) : nothingGathered;
    const decision = flows[flow].decide(person, call, event, { ...base, gathered });
    return remembering(parks ? parking(decision, before) : decision, arrived);
  };
}

/** What the next text may refer to: the buttons that were shown, and whether something was asked. */
function remembering(decision: Decision, event: InboundEvent): Decision {
  const { reply, person } = decision;
  if (!reply || event.kind === 'notice') return decision;
  return {
    ...decision,
    person: { ...person, shown: { options: optionsIn(reply), by: event.id, asks: reply.asks ?? false } },
  };
}

function optionsIn(reply: Reply): readonly Option[] {
  const onCards = reply.messages.flatMap((message) =>
    message.kind === 'card' ? optionsOn(message.card) : [],
  );
  return [...(reply.options ?? []), ...onCards];
}

function optionsOn({
  blocks,
  buttons = [],
}: {
  blocks: readonly Block[];
  buttons?: readonly Option[];
}): readonly Option[] {
  return [...buttons, ...blocks.flatMap((block) => (block.kind === 'row' ? [block.option] : []))];
}

/** Says that the form in progress waits. */
function parking(decision: Decision, before: Person): Decision {
  const draft = before.open.kind === 'draft' ? before.drafts[before.open.draft] : undefined;
  if (!draft || !decision.reply) return decision;
  const note = t('common:parked', { about: talkOf(draft).about(draft) });
  return { ...decision, reply: withNote(decision.reply, note) };
}

/** A sentence more, without a message more. */
function withNote(reply: Reply, note: Text): Reply {
  const [first, ...rest] = reply.messages;
  if (first?.kind === 'text')
    return { ...reply, messages: [{ ...first, text: [...first.text, note] }, ...rest] };
  if (first?.kind !== 'card') return reply;
  const card = {
    ...first.card,
    blocks: [...first.card.blocks, { kind: 'text' as const, text: note, tone: 'quiet' as const }],
  };
  return { ...reply, messages: [{ kind: 'card', card }, ...rest] };
}

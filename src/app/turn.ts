import { isDeepStrictEqual } from 'node:util';
import { bangkokDate } from '../domain/calendar.ts';
import type { DebtLimits } from '../domain/household/contract.ts';
import type { FiscalYear, IsoDate } from '../domain/ids.ts';
import type { EventId } from '../engine/ids.ts';
import { renewed } from '../flows/clock/renewed.ts';
import type { InboundEvent } from '../flows/event.ts';
import { type Context, type Decision, nothingGathered, together } from '../flows/flow.ts';
import { withoutDraft } from '../flows/form/openDraft.ts';
import { talkOf } from '../flows/forms/index.ts';
import { flows } from '../flows/index.ts';
import { openDraft, type Person, type Shown } from '../flows/person.ts';
import { type Block, type Option, type Reply, type Text, t } from '../flows/reply.ts';
import { route } from '../flows/route.ts';
import type { Told } from '../flows/tick.ts';
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
  readonly debtLimits: DebtLimits;
  readonly servesFiles: boolean;
};

/** One turn: route, gather what the flow declares, decide. */
export function createTurn({ gather, now, years, texts, debtLimits, servesFiles }: TurnParts): Turn {
  return async (arrived, before) => {
    const at = arrived.kind === 'tick' ? arrived.tick.at : now();
    const { present, isOpen } = await years();
    const base = {
      now: at,
      today: bangkokDate(at),
      year: present,
      isOpen,
      debtLimits,
      servesFiles,
      ...texts,
    };
    const { flow, call, parks, event = arrived, uses } = route(before, arrived, texts.wordings);
    const { waiting, told } = await stillTrue(before, present, base.today);
    const person = { ...toTake(before, parks, uses), waiting };
    const needs = flows[flow].needs?.(person, call, base);
    const first = needs ? await gather(needs, person, present) : nothingGathered;
    const then = flows[flow].needsThen?.(person, call, { ...base, gathered: first });
    const gathered = then ? together(first, await gather(then, person, present)) : first;
    const decision = flows[flow].decide(person, call, event, { ...base, gathered });
    const all = [...told, ...(decision.told ?? [])];
    const remembered = remembering(parks ? parking(decision, before) : decision, before, arrived);
    return all.length > 0 ? { ...remembered, told: all } : remembered;
  };

  /** Reminders that wait for the next reply say what is left of them, and are dropped once all of it was done. */
  async function stillTrue(
    person: Person,
    year: FiscalYear,
    today: IsoDate,
  ): Promise<{ readonly waiting: Person['waiting']; readonly told: readonly Told[] }> {
    if (!person.waiting.some(({ reply }) => reply.asLongAs)) return { waiting: person.waiting, told: [] };
    const { concerns } = await gather({ concerns: person }, person, year);
    const each = person.waiting.map(({ id, reply }) => ({
      id,
      reply: renewed(reply, person, concerns, today),
    }));
    return {
      waiting: each.flatMap(({ id, reply }) => (reply ? [{ id, reply }] : [])),
      told: each.flatMap(({ id, reply }) =>
        reply ? [] : [{ id, state: 'skipped' as const, why: 'done' as const }],
      ),
    };
  }
}

/** The person as the flow meets them: a form in progress parked, a text that was shown back used up. */
function toTake(person: Person, parks: boolean | undefined, uses: EventId | undefined): Person {
  return {
    ...person,
    ...(parks ? { open: { kind: 'nothing' } } : {}),
    ...(uses ? { offered: person.offered.filter(({ event }) => event !== uses) } : {}),
  };
}

/** What the next text may refer to: the buttons that were shown, and whether something was asked. */
function remembering(decision: Decision, before: Person, event: InboundEvent): Decision {
  const { reply, person } = decision;
  if (!reply || event.kind === 'notice' || event.kind === 'tick') return decision;
  const question = questionOf(decision, reply, before);
  const shown: Shown = {
    options: optionsIn(reply),
    by: event.id,
    asks: reply.asks ?? false,
    ...(question ? { question } : {}),
  };
  return { ...decision, person: { ...person, shown } };
}

/** What asks the open prompt's question; while the prompt stays as it was, something else was said. */
function questionOf({ person }: Decision, reply: Reply, before: Person): Shown['question'] {
  if (person.open.kind !== 'prompt') return undefined;
  if (person.open === before.open) return before.shown.question;
  const message = reply.messages.at(-1);
  return reply.asks && message ? { message, options: reply.options ?? [] } : undefined;
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
  return [
    ...buttons,
    ...blocks.flatMap((block) => ('option' in block && block.option ? [block.option] : [])),
  ];
}

/** Says that the form in progress waits; one that holds nothing yet is begun anew as easily. */
function parking(decision: Decision, before: Person): Decision {
  const draft = openDraft(before);
  if (!draft || !decision.reply || openDraft(decision.person)?.id === draft.id) return decision;
  if (talkOf(draft).keeps && draft.log.length === 0)
    return {
      ...decision,
      person: withoutDraft(decision.person, draft.id, { draft: draft.id, what: 'deleted' }),
    };
  const note = t('common:parked', { about: talkOf(draft).about(draft) });
  const noted = withNote(decision.reply, note);
  // After another form was begun the word means that one.
  const leads = decision.person.lastDraft === draft.id;
  return { ...decision, reply: leads ? withContinue(noted) : noted };
}

/** The way back to the form, beside the buttons of what it was left for. */
function withContinue(reply: Reply): Reply {
  const goOn: Option = { label: t('commands:continue'), tap: { kind: 'say' } };
  const there = optionsIn(reply);
  if (there.length === 0 || there.some((option) => isDeepStrictEqual(option, goOn))) return reply;
  return { ...reply, options: [...(reply.options ?? []), goOn] };
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

import type { EventId } from '../engine/ids.ts';
import { andThen, ask, type Turn } from '../kernel/asking.ts';
import type { Decision } from '../kernel/decision.ts';
import type { InboundEvent } from '../kernel/event.ts';
import type { Features } from '../kernel/features.ts';
import type { Context } from '../kernel/flow.ts';
import { parking } from '../kernel/form/park.ts';
import { asideFrom, tellAside, unknownDrafts } from '../kernel/form/putAside.ts';
import type { Person, Shown } from '../kernel/person.ts';
import type { Readers } from '../kernel/reads.ts';
import { optionsIn, type Reply } from '../kernel/reply.ts';
import { type Route, route } from '../kernel/route/index.ts';
import { runClock } from '../kernel/tick.ts';
import { bangkokDate, type DailyHours } from '../programme/calendar/calendar.ts';
import type { DebtLimits } from '../programme/debtLimits.ts';
import type { FiscalYear } from '../programme/ids.ts';
import { decided } from './decided.ts';
import type { TakeTurn } from './ports.ts';
import { withRiders } from './riding.ts';

export type TurnParts = {
  readonly readers: Partial<Readers>;
  readonly now: () => Date;
  /** The year that new reports belong to, those that still take late ones, and the forms of each. */
  readonly years: () => Promise<Pick<Context, 'isOpen' | 'versionOf'> & { readonly present: FiscalYear }>;
  readonly features: Features;
  readonly texts: Pick<Context, 'wordings' | 'render'>;
  readonly debtLimits: DebtLimits;
  readonly quiet: DailyHours;
  readonly servesFiles: boolean;
};

/** One turn: route, decide, reading what is asked for; then what may ride along with the reply. */
export function createTurn(parts: TurnParts): TakeTurn {
  const { readers, now, years, features, texts, debtLimits, quiet, servesFiles } = parts;

  async function takeTurn(arrived: InboundEvent, arriving: Person): Promise<Decision> {
    const unknown = unknownDrafts(arriving, features);
    const before = asideFrom(arriving, unknown);
    const at = arrived.kind === 'tick' ? runClock(arrived.tick, now()) : now();
    const { present, isOpen, versionOf } = await years();
    const context: Context = {
      ...{ now: at, today: bangkokDate(at), year: present, isOpen, versionOf },
      ...{ features, debtLimits, quiet, servesFiles, ...texts },
    };
    const turn = onRoute(route(before, arrived, context), before, arrived, context);
    const decision = await decided(turn, readers, { person: before, year: present });
    return tellAside(remembering(decision, before, arrived), arriving, unknown);
  }

  return withRiders(takeTurn);
}

/** The flow's turn; where that depends on something, this is read first. */
function onRoute(
  { flow, call, parks, event, uses, where }: Route,
  before: Person,
  arrived: InboundEvent,
  context: Context,
): Turn {
  if (where)
    return ask({ isSo: where.want }, ({ isSo }) =>
      onRoute(isSo ? { flow, call } : where.otherwise, before, arrived, context),
    );
  const person = toTake(before, parks, uses);
  const turn = context.features.flowOf(flow).decide(person, call, event ?? arrived, context);
  return parks ? andThen(turn, (decision) => parking(decision, before, context)) : turn;
}

/**
 * The person as the flow meets them: a form in progress parked, a text that was shown back used up. Nothing comes
 * before the outcome of what is being submitted, so with the next event that is over.
 */
function toTake(
  { submitting: _over, ...person }: Person,
  parks: boolean | undefined,
  uses: EventId | undefined,
): Person {
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

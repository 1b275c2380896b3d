import { createHash } from 'node:crypto';
import type { TakeTurn } from '../../src/app/ports.ts';
import { createTurn } from '../../src/app/turn.ts';
import type { EventId } from '../../src/engine/ids.ts';
import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../src/features/deadline/deadlines2565.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { importRegistry } from '../../src/features/registry/file/importRegistry.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import type { InboundEvent, What } from '../../src/kernel/event.ts';
import type { Intent, Outcome } from '../../src/kernel/intent.ts';
import type { Notice } from '../../src/kernel/notice.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import type { Message, Reply } from '../../src/kernel/reply.ts';
import { type Route, route } from '../../src/kernel/route/index.ts';
import type { ProgrammeYear } from '../../src/kernel/store.ts';
import { withoutRider } from '../../src/kernel/waiting.ts';
import type { FiscalYear, IntentId, PersonId } from '../../src/programme/ids.ts';
import { createTexts } from '../../src/text/texts.ts';
import { sampleRegistry } from '../../src/trial/sampleRegistry.ts';
import { createPerform, createReaders } from '../support/effects.ts';
import { usualQuiet } from '../support/hours.ts';
import { type OfficeStore, officeStore } from '../support/officeStore.ts';
import { context } from '../support/turn.ts';
import { createSending } from './sending.ts';

const texts = createTexts();

/** What somebody reads: who, the reply in the language of that person, and what it is said to, where it is a turn. */
export type Heard = {
  readonly who: string;
  readonly person: Person;
  readonly reply: Reply;
  readonly event?: InboundEvent;
};

/** The office in memory, with its clock and ids fixed: every turn as the shell would take it. */
export type World = {
  readonly clock: { now: Date };
  /** Whether the next reply does not arrive, whether LINE tells no names, and whether there are links to files. */
  readonly line: { loses: boolean; hidesNames: boolean; servesFiles: boolean };
  readonly years: { present: FiscalYear; closed: boolean; beside?: FiscalYear };
  /** The month's pushes as LINE tells them. */
  readonly month: { limit: number | 'none'; used: number };
  readonly people: Map<string, Person>;
  readonly invites: OfficeStore['invites'];
  readonly centers: OfficeStore['centers'];
  readonly households: OfficeStore['households'];
  readonly wordings: OfficeStore['wordings'];
  /** Something happens to a person; resolves to everything that anybody is then told. */
  readonly happens: (who: string, what: What, at?: Date) => Promise<readonly Heard[]>;
  /** Something that a person had done before the conversation begins, without a word said. */
  readonly hasDone: (who: string, intent: Intent) => Promise<Outcome>;
  /** What was ordered and is due goes out; resolves to what people are then told. */
  readonly sends: () => Promise<readonly Heard[]>;
  /** What would be decided if that happened now; nothing comes of it. */
  readonly wouldDecide: (who: string, what: What) => Promise<Decision>;
  /** Whose turn each event was. */
  readonly routes: readonly Route[];
};

export async function openWorld(): Promise<World> {
  const clock = { now: new Date('2022-08-01T09:00:00+07:00') };
  const line: World['line'] = { loses: false, hidesNames: false, servesFiles: true };
  const routes: Route[] = [];
  const years: World['years'] = { present: 2565 as FiscalYear, closed: false };
  const month: World['month'] = { limit: 'none', used: 0 };
  const people = new Map<string, Person>();
  const { store, centers, invites, households, deadlines, wordings } = officeStore(people, () =>
    yearsIn(years),
  );
  for (const deadline of [...nationalDeadlines2565, ...prachinBuriDeadlines2565]) deadlines.put(deadline);
  await importSamples(centers);

  const parts = {
    ...{
      readers: createReaders(store, () => clock.now),
      features: context.features,
      now: () => clock.now,
      texts,
      debtLimits: legalLimits,
    },
    years: async () => ({
      ...context,
      present: years.present,
      isOpen: (year: FiscalYear) => !years.closed && (year === years.present || year === years.beside),
    }),
    quiet: usualQuiet,
  };
  const turn: TakeTurn = (event, person) =>
    createTurn({ ...parts, servesFiles: line.servesFiles })(event, person);
  const sending = createSending(store, { clock, people, years, month }, (event) =>
    take(nameOf(event.who), event),
  );
  const perform = createPerform({
    store,
    line: { profile: async (lineUser) => (line.hidesNames ? undefined : { name: lineUser }) },
    entropy: (of) => createHash('sha256').update(of).digest(),
    debtLimits: legalLimits,
    announcing: sending.announcing,
  });

  let count = 0;
  const nameOf = (id: PersonId) => [...people].find(([, person]) => person.id === id)?.[0] ?? '';

  async function take(who: string, event: InboundEvent): Promise<readonly Heard[]> {
    const before = people.get(who) ?? stranger(event.who, who);
    routes.push(route(before, event, context));
    const { person: decided, reply, rider, intent, settledReminders: ended = [] } = await turn(event, before);
    const rides = rider && !line.loses;
    const person = rides ? { ...decided, waiting: withoutRider(decided.waiting, rider) } : decided;
    for (const { id, state, why } of ended) await store.reminders.settle(id, state, why);
    const isHeard = reply && event.kind !== 'notice' && event.kind !== 'tick' && !line.loses;
    if (reply) line.loses = false;
    const after = isHeard ? { ...person, shown: { ...person.shown, heardAt: clock.now } } : person;
    if (after.consentedAt || people.has(who)) people.set(who, after);
    const said: Heard[] = reply
      ? [{ who, person: after, reply: rides ? withMessage(reply, rider.message) : reply, event }]
      : [];
    if (!intent) return said;
    const id = event.id as string as IntentId;
    const { outcome, notices } = await perform({ id, by: after, intent, at: event.at });
    const own = await take(who, { ...event, id: `${id}:outcome` as EventId, kind: 'outcome', outcome });
    const others: Heard[] = [];
    for (const { to, notice } of notices) others.push(...(await told(nameOf(to), to, notice, id)));
    return [...said, ...own, ...others];
  }

  const told = (who: string, to: PersonId, notice: Notice, id: string) =>
    take(who, { ...head(`${id}:${notice.kind}`, to, who, clock.now), kind: 'notice', notice });

  return {
    clock,
    line,
    routes,
    years,
    month,
    people,
    invites,
    centers,
    households,
    wordings,
    happens: async (who, what, at) => {
      clock.now = new Date(clock.now.getTime() + 5000);
      count += 1;
      const id = people.get(who)?.id ?? personId(who);
      const token = what.kind === 'tick' ? {} : { replyToken: `t${count}` };
      return take(who, { ...head(`e${count}`, id, who, at ?? clock.now), ...token, ...what });
    },
    hasDone: async (who, intent) => {
      const by = people.get(who);
      if (!by) throw new Error(`nobody knows ${who}`);
      count += 1;
      return (await perform({ id: `e${count}` as IntentId, by, intent, at: clock.now })).outcome;
    },
    sends: sending.sends,
    wouldDecide: (who, what) => {
      const person = people.get(who) ?? stranger(personId(who), who);
      const at = new Date(clock.now.getTime() + 5000);
      return turn({ ...head('perhaps', person.id, who, at), ...what }, person);
    },
  };
}

export const personId = (who: string): PersonId =>
  `P${createHash('sha256').update(who).digest('hex').slice(0, 24)}` as PersonId;

const head = (id: string, who: PersonId, lineUser: string, at: Date) => ({
  id: id as EventId,
  who,
  lineUser,
  at,
  receivedAt: at,
  redelivered: false,
});

async function importSamples(centers: World['centers']): Promise<void> {
  const registry = {
    entries: async () => [],
    apply: async ({ created }: Parameters<Parameters<typeof importRegistry>[1]['apply']>[0]) => {
      for (const { center, imported } of created) {
        await centers.write({ center, imported, rev: 1, outcomes: {}, confirmations: [] }, 0);
      }
      return [];
    },
  };
  const file = { bytes: Buffer.from(sampleRegistry), name: 'sample.csv' };
  await importRegistry(file, registry, '2022-08-01' as Parameters<typeof importRegistry>[2], false);
}

/** What rides along comes after what the reply says itself. */
const withMessage = (reply: Reply, message: Message): Reply => ({
  ...reply,
  messages: [...reply.messages, message],
});

const yearsIn = ({ present, closed, beside }: World['years']): readonly ProgrammeYear[] =>
  [...(beside ? [beside] : []), present].map((year) => ({
    ...{ year, openedAt: new Date(0), forms: {} },
    ...(closed && { closedAt: new Date(0) }),
  }));

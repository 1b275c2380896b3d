import { createHash } from 'node:crypto';
import { createGather } from '../../src/app/gather.ts';
import { createPerform } from '../../src/app/perform/index.ts';
import type { Store } from '../../src/app/ports.ts';
import { createTurn } from '../../src/app/turn.ts';
import { covers } from '../../src/domain/areas.ts';
import type { CenterRecord } from '../../src/domain/centerRecord.ts';
import { legalLimits } from '../../src/domain/household/contract.ts';
import type { FiscalYear, IntentId, PersonId } from '../../src/domain/ids.ts';
import type { Invite } from '../../src/domain/invite.ts';
import type { ReportCase } from '../../src/domain/reportCase.ts';
import type { Seat } from '../../src/domain/seat.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { answeredPoints } from '../../src/flows/assess/report.ts';
import type { InboundEvent, What } from '../../src/flows/event.ts';
import type { Decision } from '../../src/flows/flow.ts';
import type { Notice } from '../../src/flows/notice.ts';
import { type Person, stranger } from '../../src/flows/person.ts';
import type { Reply } from '../../src/flows/reply.ts';
import { type Route, route } from '../../src/flows/route.ts';
import { importRegistry } from '../../src/imports/registry/importRegistry.ts';
import { createTexts } from '../../src/text/texts.ts';
import { sampleRegistry } from '../../src/trial/sampleRegistry.ts';
import { gatherFrom } from '../support/flowWorld.ts';

const texts = createTexts();

/** What somebody reads: who, and the reply in the language of that person. */
export type Heard = { readonly who: string; readonly person: Person; readonly reply: Reply };

/** The office in memory, with its clock and ids fixed: every turn as the shell would take it. */
export type World = {
  readonly clock: { now: Date };
  /** Whether the next reply does not arrive, and whether LINE tells no names. */
  readonly line: { loses: boolean; hidesNames: boolean };
  readonly years: { present: FiscalYear; closed: boolean };
  readonly people: Map<string, Person>;
  readonly invites: ReturnType<typeof records<string, Invite>>;
  readonly centers: ReturnType<typeof records<string, CenterRecord>>;
  /** Something happens to a person; resolves to everything that anybody is then told. */
  readonly happens: (who: string, what: What, at?: Date) => Promise<readonly Heard[]>;
  /** What would be decided if that happened now; nothing comes of it. */
  readonly wouldDecide: (who: string, what: What) => Promise<Decision>;
  /** Whose turn each event was. */
  readonly routes: readonly Route[];
};

export async function openWorld(): Promise<World> {
  const clock = { now: new Date('2022-08-01T09:00:00+07:00') };
  const line: World['line'] = { loses: false, hidesNames: false };
  const routes: Route[] = [];
  const years: World['years'] = { present: 2565 as FiscalYear, closed: false };
  const people = new Map<string, Person>();
  const cases = records<string, ReportCase>(({ id }) => id);
  const centers = records<string, CenterRecord>(({ center }) => center.id);
  const invites = records<string, Invite>(({ code }) => code);
  const seats = records<string, Seat>(({ id }) => id);
  await importSamples(centers);

  const office = () => ({ centers: centers.all().map(({ center }) => center), cases: cases.all() });
  const caseStore: Store['cases'] = {
    ...cases,
    within: async (scopes, of) =>
      gatherFrom(office(), { casesIn: scopes }).cases.filter((one) => of.includes(one.year)),
    ofCenter: async (center) => office().cases.filter((one) => one.center === center),
    byReceipt: async (receipt, within) => gatherFrom(office(), { receipt: { receipt, within } }).cases[0],
  };
  const centerStore: Store['centers'] = {
    ...centers,
    within: async (scopes) => gatherFrom(office(), { centersIn: scopes }).centers,
  };
  const standings: Store['standings'] = {
    contribute: async () => {},
    of: async (scopes) => gatherFrom(office(), { standings: scopes }).standings,
  };
  const persons: Pick<Store['persons'], 'read' | 'holding' | 'progress'> = {
    read: async (ids) =>
      [...people.values()]
        .filter(({ id }) => ids.includes(id))
        .map((person) => ({ person, rev: 1, handled: [], outbox: [], pending: [] })),
    holding: async (roles, where) =>
      [...people.values()]
        .filter(({ bindings }) =>
          bindings.some(({ role, scope }) => roles.includes(role) && covers(where, scope)),
        )
        .map(({ id }) => id),
    progress: async (drafts) => {
      const all = [...people.values()].flatMap((one) => Object.values(one.drafts));
      const held = all.filter(({ id }) => drafts.some(({ draft }) => draft === id));
      return new Map(held.map((draft) => [draft.id, answeredPoints(draft)]));
    },
  };
  // The turn and its effects use no more of the store than this.
  const debtReports: Pick<Store['debtReports'], 'byReceipt'> = { byReceipt: async () => undefined };
  const parts = { cases: caseStore, centers: centerStore, invites, seats, standings, persons, debtReports };
  const store = parts as unknown as Store;

  const turn = createTurn({
    gather: createGather(store),
    now: () => clock.now,
    years: async () => ({
      present: years.present,
      isOpen: (year) => !years.closed && year === years.present,
    }),
    texts,
    debtLimits: legalLimits,
  });
  const perform = createPerform({
    store,
    line: { profile: async (lineUser) => (line.hidesNames ? undefined : { name: lineUser }) },
    entropy: (of) => createHash('sha256').update(of).digest(),
    debtLimits: legalLimits,
  });

  let count = 0;
  const nameOf = (id: PersonId) => [...people].find(([, person]) => person.id === id)?.[0] ?? '';

  async function take(who: string, event: InboundEvent): Promise<readonly Heard[]> {
    const before = people.get(who) ?? stranger(event.who, who);
    routes.push(route(before, event, texts.wordings));
    const { person, reply, intent } = await turn(event, before);
    const isHeard = reply && event.kind !== 'notice' && !line.loses;
    if (reply) line.loses = false;
    const after = isHeard ? { ...person, shown: { ...person.shown, heardAt: clock.now } } : person;
    if (after.consentedAt || people.has(who)) people.set(who, after);
    const said: Heard[] = reply ? [{ who, person: after, reply }] : [];
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
    people,
    invites,
    centers,
    happens: async (who, what, at) => {
      clock.now = new Date(clock.now.getTime() + 5000);
      count += 1;
      const id = people.get(who)?.id ?? personId(who);
      return take(who, { ...head(`e${count}`, id, who, at ?? clock.now), ...what });
    },
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

/** Shared records in memory, with the compare-and-swap that they rely on. */
function records<Id extends string, R extends { readonly rev: number }>(idOf: (record: R) => string) {
  const kept = new Map<string, R>();
  return {
    all: () => [...kept.values()],
    read: async (id: Id) => kept.get(id),
    write: async (record: R, expected: number) => {
      if ((kept.get(idOf(record))?.rev ?? 0) !== expected) return 'lost' as const;
      kept.set(idOf(record), record);
      return 'committed' as const;
    },
  };
}

async function importSamples(centers: ReturnType<typeof records<string, CenterRecord>>): Promise<void> {
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

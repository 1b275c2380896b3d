import { partitionOf as partitionOfPerson } from '../../src/app/inbox/partition.ts';
import { type InboxRow, type NewRow, partitions } from '../../src/app/ports.ts';
import type { Surroundings } from '../../src/app/process/surroundings.ts';
import type { Draft } from '../../src/engine/draft.ts';
import type { DraftId, EventId } from '../../src/engine/ids.ts';
import type { Audit } from '../../src/kernel/decision.ts';
import type { Outgoing, PersonRecord } from '../../src/kernel/store.ts';
import { covers, type Scope, scopeKey } from '../../src/programme/area/areas.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import type { Role } from '../../src/programme/people/actor.ts';

export type ShellStore = Surroundings['store'];

export type Row = InboxRow & {
  readonly state: 'pending' | 'finished' | 'quarantined';
  readonly insertedBy: string;
  readonly retryAt?: Date;
  readonly failure?: string;
};

/** One database for any number of processes, as far as the way of a message needs it; every write is majority-safe at once. */
export type Memory = {
  readonly storeOf: (process: string) => ShellStore;
  readonly rows: ReadonlyMap<EventId, Row>;
  readonly people: ReadonlyMap<PersonId, PersonRecord>;
  /** The events that each person's document came to hold, in the order of the commits. */
  readonly history: readonly { readonly person: PersonId; readonly event: EventId; readonly by: string }[];
  readonly audits: ReadonlyMap<string, readonly Audit[]>;
  /** How often each operation was called. */
  readonly calls: { readonly [operation: string]: number };
};

export type MemoryOptions = {
  /** The clock of the processes. */
  readonly now: () => Date;
  /** The clock of the database, by which leases end. */
  readonly databaseNow?: () => Date;
  readonly partitionOf?: (person: PersonId) => number;
  readonly progressOf?: (draft: Draft) => number;
};

export function createMemory({ now, databaseNow = now, ...marks }: MemoryOptions): Memory {
  const { partitionOf = partitionOfPerson, progressOf = () => 0 } = marks;
  const rows = new Map<EventId, Row>();
  const people = new Map<PersonId, PersonRecord>();
  const history: { person: PersonId; event: EventId; by: string }[] = [];
  const audits = new Map<string, readonly Audit[]>();
  const watchers = new Set<{ readonly process: string; readonly onRow: (row: InboxRow) => void }>();
  const leases = new Map<number, { readonly owner: string; readonly until: number }>();
  const processes = new Map<string, number>();
  const calls: { [operation: string]: number } = {};
  const counted = (operation: string) => {
    calls[operation] = (calls[operation] ?? 0) + 1;
  };

  const isWaiting = ({ retryAt }: Row) => retryAt !== undefined && retryAt > now();
  const pending = () => [...rows.values()].filter(({ state }) => state === 'pending').sort(inOrder);
  const change = (id: EventId, next: Partial<Row>) => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...next });
  };

  const inboxOf = (process: string): ShellStore['inbox'] => ({
    async insert(given) {
      counted('inbox.insert');
      const fresh = given.filter((row, place) => isNew(row, given.slice(0, place)));
      for (const row of fresh) {
        rows.set(row.id, { ...structuredClone(row), tries: 0, state: 'pending', insertedBy: process });
        for (const watcher of watchers)
          if (watcher.process !== process) watcher.onRow(plain(rows.get(row.id)));
      }
      return fresh.map(({ id }) => id);
    },

    async pending(of, before, limit, besides = []) {
      counted('inbox.pending');
      const passedOver = new Set([
        ...besides,
        ...pending()
          .filter(isWaiting)
          .map(({ person }) => person),
      ]);
      return pending()
        .filter((row) => of.includes(row.partition) && row.receivedAt < before && !passedOver.has(row.person))
        .slice(0, limit)
        .map(plain);
    },

    async pendingOf(person, limit) {
      counted('inbox.pendingOf');
      const own = pending()
        .filter((row) => row.person === person)
        .slice(0, limit);
      const waiting = own.findIndex(isWaiting);
      return (waiting < 0 ? own : own.slice(0, waiting)).map(plain);
    },

    async states(ids) {
      return new Map(
        ids.flatMap((id) => {
          const row = rows.get(id);
          return row ? [[id, row.state] as const] : [];
        }),
      );
    },

    oldestPending: async () => pending()[0]?.receivedAt,

    async finish(done) {
      counted('inbox.finish');
      for (const { id, forget } of done) change(id, { state: 'finished', ...(forget ? { body: null } : {}) });
    },

    async forget(person, handled) {
      counted('inbox.forget');
      for (const row of rows.values())
        if (row.person === person && (row.state !== 'pending' || handled.includes(row.id)))
          change(row.id, { state: row.state === 'pending' ? 'finished' : row.state, body: null });
    },

    async failed(id, failure, quarantine, retryAt) {
      counted('inbox.failed');
      const row = rows.get(id);
      if (row?.state !== 'pending') return;
      change(id, { tries: row.tries + 1, failure, ...(quarantine ? { state: 'quarantined' } : { retryAt }) });
    },

    async watch(onRow) {
      const watcher = { process, onRow };
      watchers.add(watcher);
      return async () => void watchers.delete(watcher);
    },
  });

  const isNew = ({ id }: NewRow, before: readonly NewRow[]) =>
    !rows.has(id) && before.every((row) => row.id !== id);

  function commitOne(process: string, record: PersonRecord, expected: number): 'committed' | 'lost' {
    const { id } = record.person;
    const stored = people.get(id);
    if ((stored?.rev ?? 0) !== expected) return 'lost';
    for (const event of record.handled) {
      if (!stored?.handled.includes(event)) history.push({ person: id, event, by: process });
    }
    people.set(id, structuredClone(record));
    return 'committed';
  }

  function areasFound(role: Role, where: Scope) {
    const areas = [...people.values()].flatMap(({ person }) =>
      person.bindings.flatMap(({ role: held, scope }) =>
        held === role && covers(where, scope) ? [[scopeKey(scope), scope] as const] : [],
      ),
    );
    return new Map(areas.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  const personsOf = (process: string): ShellStore['persons'] => ({
    async read(ids) {
      counted('persons.read');
      return ids.flatMap((id) => structuredClone(people.get(id) ?? []));
    },

    async commit(writes) {
      counted('persons.commit');
      return writes.map(({ record, expected }) => commitOne(process, record, expected));
    },

    async unsettled(of, before) {
      const since = ({ outbox, pending }: PersonRecord) => [
        ...outbox.map(({ firstAt }: Outgoing) => firstAt),
        ...pending.map(({ at }) => at),
      ];
      return [...people]
        .filter(([id, record]) => of.includes(partitionOf(id)) && since(record).some((at) => at < before))
        .map(([id]) => id);
    },

    async holding(roles, where) {
      const holds = ({ person }: PersonRecord) =>
        person.bindings.some(({ role, scope }) => roles.includes(role) && covers(where, scope));
      return [...people.values()].filter(holds).map(({ person }) => person.id);
    },

    areasOf: async (role, where) => [...areasFound(role, where).values()],

    async holders(role, where) {
      return [...people.values()].flatMap(({ person: { id, bindings, away } }) =>
        bindings
          .filter((own) => own.role === role && covers(where, own.scope))
          .map(({ scope }) => ({ person: id, scope, away })),
      );
    },

    async progress(drafts) {
      return new Map(
        drafts.flatMap(({ person, draft }) => {
          const found = people.get(person)?.person.drafts[draft as DraftId];
          return found ? [[draft, progressOf(found)] as const] : [];
        }),
      );
    },
  });

  const leasesOf: ShellStore['leases'] = {
    async renew(process, lifeMs, as) {
      const until = databaseNow().getTime() + lifeMs;
      if (as === 'member') processes.set(process, until);
      else processes.delete(process);
      const alive = [...processes].filter(([, end]) => end > databaseNow().getTime()).length;
      const reliefShare = alive > 0 ? 0 : partitions;
      const share = as === 'relief' ? reliefShare : Math.ceil(partitions / alive);
      const own = [...leases].filter(([, { owner }]) => owner === process).map(([partition]) => partition);
      for (const partition of own.slice(share)) leases.delete(partition);
      const kept = own.slice(0, share);
      for (let partition = 0; partition < partitions && kept.length < share; partition += 1) {
        const lease = leases.get(partition);
        if (!lease || (lease.owner !== process && lease.until <= databaseNow().getTime()))
          kept.push(partition);
      }
      for (const partition of kept) leases.set(partition, { owner: process, until });
      return kept.toSorted((a, b) => a - b);
    },

    async release(process) {
      processes.delete(process);
      for (const [partition, { owner }] of leases) if (owner === process) leases.delete(partition);
    },
  };

  return {
    rows,
    people,
    history,
    audits,
    calls,
    storeOf: (process) => ({
      inbox: inboxOf(process),
      persons: personsOf(process),
      leases: leasesOf,
      audit: {
        add: async (id, _who, _at, added) => {
          counted('audit.add');
          audits.set(id, added);
        },
      },
    }),
  };
}

function plain(row: Row | undefined): InboxRow {
  if (!row) throw new Error('no such row');
  const { id, person, partition, receivedAt, at, place, body, tries } = row;
  return structuredClone({ id, person, partition, receivedAt, at, place, body, tries });
}

const inOrder = (a: Row, b: Row): number =>
  a.at.getTime() - b.at.getTime() ||
  a.place - b.place ||
  a.receivedAt.getTime() - b.receivedAt.getTime() ||
  (a.id < b.id ? -1 : 1);

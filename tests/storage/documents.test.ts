import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessmentCases } from '../../src/features/assessment/cases.ts';
import { contributionsOfCase } from '../../src/features/assessment/standing.ts';
import { roundCases } from '../../src/features/household/cases.ts';
import { contributionsOfDebtReport } from '../../src/features/household/standing.ts';
import { reconcile } from '../../src/features/registry/rules/reconcile.ts';
import type { FileId } from '../../src/programme/ids.ts';
import type { OpenStore } from '../../src/storage/index.ts';
import {
  at,
  binding,
  book,
  center,
  centerRecord,
  debtReport,
  district,
  draft,
  effect,
  eventId,
  household,
  later,
  outgoing,
  person,
  personId,
  record,
  reportCase,
  revision,
  row,
  scopeOf,
  secrets,
  withDrafts,
  year,
} from './contract/samples.ts';
import { type MongoWorld, openMongoWorld } from './mongoWorld.ts';

let world: MongoWorld;
let store: OpenStore;
beforeAll(async () => {
  world = await openMongoWorld();
  store = world.store('a');
});
afterAll(() => world.close());

const documents = (name: string) => world.database.db.collection<{ _id: string }>(name);

/** A person with something in every part. */
const everything = (n: number) =>
  record(
    person(n, {
      bindings: [binding('officer', district('วาริชภูมิ', 'สกลนคร')), binding('chair', scopeOf(center(1)))],
      drafts: withDrafts(draft('d1', [1, 2]), draft('d2')),
      offered: [{ event: eventId('o1'), text: secrets.typed, question: 'i1' }],
      open: { kind: 'prompt', flow: 'people', act: 'name', data: { name: secrets.colleague } },
    }),
    1,
    { handled: [eventId('h1')], outbox: [outgoing('o1', at)], pending: [effect('e1', at)] },
  );

const stated = {
  province: 'สกลนคร',
  district: 'พังโคน',
  subdistrict: 'พังโคน',
  moo: 7,
  village: 'หนองไผ่',
  name: 'บ้านหนองไผ่',
  chairName: secrets.chair,
  chairPhone: secrets.phone,
};

/** Puts something of everything into every collection. */
async function fill(): Promise<void> {
  await store.inbox.insert(['c1', 'c2', 'c3', 'c4'].map((id) => row(id, personId(1))));
  await store.inbox.finish([
    { id: eventId('c2'), forget: false },
    { id: eventId('c3'), forget: true },
  ]);
  await store.inbox.failed(eventId('c4'), 'BUG', true, at);
  await store.persons.commit([{ record: everything(1), expected: 0 }]);
  const holder = { person: personId(1), name: secrets.officer, draft: 'd1' };
  const outcomes = { e1: { kind: 'heldByOther', name: secrets.colleague } } as const;
  await assessmentCases(store).write(
    reportCase(center(1), { holder, outcomes, revisions: [revision('R1')] }),
    0,
  );
  await store.centers.write(centerRecord(center(1)), 0);
  await store.registry.apply(reconcile([], [{ line: 2, row: stated }]));
  const scope = district('วาริชภูมิ', 'สกลนคร');
  const invite = {
    code: secrets.code,
    role: 'officer',
    scope,
    expiresAt: later(60),
    rev: 1,
    outcomes: {},
  } as const;
  await store.invites.write(invite, 0);
  await store.households.write(household(1), 0);
  await store.books.write(book(1), 0);
  await roundCases(store, 1).write(debtReport(1), 0);
  const contributions = [contributionsOfCase(reportCase(center(1), { revisions: [revision('R1')] }))];
  for (const each of [...contributions, contributionsOfDebtReport(debtReport(1))])
    await store.standings.contribute(year, each);
  await store.seats.write(
    { id: 'chair:x', holder: { person: personId(1), since: at }, rev: 1, outcomes: {} },
    0,
  );
  await store.years.open(year, at, { 'center-assessment': 2565 });
  await store.leases.renew('a', 10_000, 'member');
  await store.audit.add('e1', personId(1), at, [{ did: 'sawLevel', record: center(1).id, scope }]);
  await store.files.put('f1' as FileId, personId(1), {
    bytes: Buffer.from(secrets.typed.repeat(20)),
    type: 'application/pdf',
    name: secrets.typed,
  });
}

/** A text as it would look in clear, and encoded. */
function guises(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  // In the middle of something longer, base64 begins at any of three places.
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...encoded.map((e) => Buffer.from(e)),
  ];
}

async function* everyDocument() {
  for (const { name } of await world.database.db.listCollections({ type: 'collection' }).toArray()) {
    if (name.startsWith('system.')) continue;
    for await (const document of world.database.db.collection(name).find())
      yield { name, bytes: Buffer.from(mongo.BSON.serialize(document)) };
  }
}

describe('in the database', () => {
  beforeAll(fill);

  test('nothing personal can be read without the keys', async () => {
    const found: string[] = [];
    const seen = new Set<string>();
    let inClear = 0;
    for await (const { name, bytes } of everyDocument()) {
      seen.add(name);
      for (const [what, text] of Object.entries(secrets))
        if (guises(text).some((guise) => bytes.includes(guise))) found.push(`${what} in ${name}`);
      // What is searched for is found where it is: areas are in clear.
      if (bytes.includes('วาริชภูมิ')) inClear += 1;
    }
    expect(found).toEqual([]);
    expect(inClear).toBeGreaterThan(4);
    expect([...seen].sort()).toEqual([
      'audit',
      'books',
      'cases',
      'centers',
      'files.chunks',
      'files.files',
      'households',
      'inbox',
      'invites',
      'leases',
      'marks',
      'meta',
      'persons',
      'processes',
      'seats',
      'standings',
      'years',
    ]);
  });

  test('an event of somebody without consent leaves nothing but its id', async () => {
    const left = await documents('inbox').findOne({ _id: 'c3' });
    expect(left).not.toHaveProperty('body');
    expect(left).not.toHaveProperty('person');
    expect(await documents('inbox').findOne({ _id: 'c2' })).toHaveProperty('person', personId(1));
  });

  test('what expires does so by real time, whatever the clock of the programme shows', async () => {
    const expiring = [];
    // The programme's clock is years away.
    const day = 24 * 3600 * 1000;
    for (const { name } of await world.database.db.listCollections().toArray())
      for (const index of await world.database.db.collection(name).indexes())
        if (index.expireAfterSeconds !== undefined)
          expiring.push([name, Object.keys(index.key)[0] ?? ''] as const);
    expect(expiring.sort()).toEqual([
      ['inbox', 'finishedAt'],
      ['processes', 'until'],
    ]);
    for (const [name, field] of expiring)
      for (const document of await documents(name)
        .find({ [field]: { $exists: true } })
        .toArray())
        expect(Math.abs(Reflect.get(document, field).getTime() - Date.now())).toBeLessThan(day);
  });

  test('an event that is unfinished or put aside never expires', async () => {
    const unfinished = await documents('inbox')
      .find({ _id: { $in: ['c1', 'c4'] } })
      .toArray();
    expect(unfinished).toHaveLength(2);
    for (const each of unfinished) expect(each).not.toHaveProperty('finishedAt');
  });

  test('an event that cannot be opened is put aside and stops nobody', async () => {
    await store.inbox.insert(['u1', 'u2', 'u3'].map((id) => row(id, personId(2), { partition: 5 })));
    await documents('inbox').updateOne({ _id: 'u1' }, { $set: { body: Buffer.from('spoilt') } });
    await documents('inbox').updateOne({ _id: 'u2' }, { $unset: { at: '' } });
    expect((await store.inbox.pending([5], later(60), 10)).map(({ id }) => id)).toEqual(['u3']);
    expect(await documents('inbox').countDocuments({ failure: 'unreadable' })).toBe(2);
  });

  test('a sealed part cannot be passed off as that of another person', async () => {
    await store.persons.commit([{ record: everything(8), expected: 0 }]);
    const stolen = await documents('persons').findOne({ _id: personId(1) });
    await documents('persons').updateOne(
      { _id: personId(8) },
      { $set: { self: Reflect.get(stolen ?? {}, 'self') } },
    );
    await expect(store.persons.read([personId(8)])).rejects.toThrow('sealed in another place');
  });

  test('a file that is stored again is kept once', async () => {
    const again = { bytes: Buffer.from('again'), type: 'image/jpeg' };
    await store.files.put('f1' as FileId, personId(1), again);
    expect(await documents('files.files').countDocuments({ filename: 'f1' })).toBe(1);
  });

  test('the same deed is in the audit once, and each deed of one event', async () => {
    const deeds = [
      { did: 'sawLevel', record: 'x' },
      { did: 'sawReceipt', record: 'x' },
    ] as const;
    await store.audit.add('e2', personId(1), at, deeds);
    await store.audit.add('e2', personId(1), later(5), deeds);
    await store.audit.add('e3', personId(1), at, []);
    const kept = await documents('audit').find({ record: 'x' }).project({ _id: 0, did: 1, at: 1 }).toArray();
    expect(kept).toEqual(deeds.map(({ did }) => ({ did, at })));
  });
});

describe('a commit', () => {
  test('writes only the parts that changed', async () => {
    const first = everything(20);
    await store.persons.commit([{ record: first, expected: 0 }]);
    const before = await documents('persons').findOne({ _id: personId(20) });
    const drafts = { ...first.person.drafts, ...withDrafts(draft('d2', [3])) };
    const next = { ...first, rev: 2, person: { ...first.person, drafts } };
    await store.persons.commit([{ record: next, expected: 1, before: first }]);
    const after = await documents('persons').findOne({ _id: personId(20) });
    // What is sealed anew differs by its nonce.
    const d2 = Reflect.get(Reflect.get(after ?? {}, 'drafts'), 'd2');
    expect(after).toEqual({
      ...before,
      rev: 2,
      drafts: { ...Reflect.get(before ?? {}, 'drafts'), d2 },
      progress: { d1: 2, d2: 1 },
    });
    expect(d2).not.toEqual(Reflect.get(Reflect.get(before ?? {}, 'drafts'), 'd2'));
  });
});

describe('no question on the way of a message', () => {
  test('reads a whole collection', async () => {
    await world.database.db.command({ profile: 2 });
    const [scope, asked] = [district('วาริชภูมิ', 'สกลนคร'), later(60)];
    await store.inbox.insert([row('p1', personId(30))]);
    await store.inbox.pending([1, 2, 3], asked, 10);
    await store.inbox.pendingOf(personId(30));
    await store.inbox.finish([{ id: eventId('p1'), forget: false }]);
    await store.persons.commit([{ record: record(person(30), 1), expected: 0 }]);
    await store.persons.read([personId(30)]);
    await store.persons.unsettled([1, 2], asked);
    await store.persons.holding(['officer', 'districtHead'], scope);
    await store.persons.holding(['chair'], scopeOf(center(1)));
    await store.persons.progress([{ person: personId(1), draft: 'd1' }]);
    await assessmentCases(store).within([scope, scopeOf(center(1))], [year]);
    await assessmentCases(store).ofUnit(center(1).id);
    await store.cases.byReceipt(revision('R1').receipt, [scope]);
    await store.cases.heldBy(personId(1));
    await store.centers.within([scope]);
    await store.invites.read(secrets.code);
    await store.standings.of([scope, scopeOf(center(1))], year);
    await store.files.get('f1' as FileId);
    await world.database.db.command({ profile: 0 });
    const plans = await world.database.db
      .collection('system.profile')
      .find({ planSummary: { $exists: true } })
      .toArray();
    expect(plans.length).toBeGreaterThan(15);
    expect(
      plans.filter(({ planSummary }) => /COLLSCAN/.test(planSummary)).map(({ command }) => command),
    ).toEqual([]);
    expect(plans.filter(({ hasSortStage, ns }) => hasSortStage && /inbox/.test(ns))).toEqual([]);
  });
});

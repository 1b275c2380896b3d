import { createHash, randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import { readConfig } from '../../src/config.ts';
import { centerAssessment2565 } from '../../src/features/assessment/forms/centerAssessment2565.ts';
import { indicatorsOf, scoreOf } from '../../src/features/assessment/rules/assessment.ts';
import type { AssessmentReport } from '../../src/features/assessment/rules/assessmentCase.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { features } from '../../src/features/index.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import type { Intent } from '../../src/kernel/intent.ts';
import { stranger } from '../../src/kernel/person.ts';
import { districtsOf, provinces, type Scope } from '../../src/programme/area/areas.ts';
import { addDays, bangkokDate, fiscalYearOf } from '../../src/programme/calendar/calendar.ts';
import type { Center } from '../../src/programme/center/center.ts';
import type { CenterId, FiscalYear, IntentId, PersonId } from '../../src/programme/ids.ts';
import { type Database, openDatabase } from '../../src/start/database.ts';
import { setByOperator } from '../../src/start/deadlines.ts';
import { createInvite } from '../../src/start/invite.ts';
import { connect } from '../../src/storage/index.ts';
import { nobodySends } from '../support/announcing.ts';
import { createPerform } from '../support/effects.ts';
import type { Env } from './processes.ts';

/** Centers and households of the programme in FY2565, and the households of each center at least. */
const centersInAll = 1138;
const householdsInAll = 14_250;
const householdsEach = 12;

export type Nation = {
  /** An invitation code for a role in the area that is measured. */
  readonly invite: (role: 'department' | 'districtHead') => Promise<string>;
};

/**
 * A nation in which every center's assessment and both rounds are submitted, and the registry is late everywhere.
 * One center is worked on as people do it; the others are copies of its records, kept through the same storage, and
 * the standings are made of all of them.
 */
export async function seedNation(env: Env, tell: (line: string) => void): Promise<Nation> {
  const started = performance.now();
  const database = await openDatabase(readConfig(env), { owner: 'command', progress: tell });
  try {
    const { store, clock } = database;
    const today = bangkokDate(clock.now());
    const year = fiscalYearOf(today);
    for (const [kind, days] of [
      ['registry', -20],
      ['assessment', 20],
      ['debt1', -10],
    ] as const) {
      const place = { kind, year, area: { kind: 'nation' } } as const;
      await setByOperator(store, place, addDays(today, days), clock.now());
    }
    const centers = makeCenters();
    await store.registry.apply({
      created: centers.map((center, at) => ({ line: at + 2, center })),
      ...{ updated: [], unchanged: [] },
    } as never);
    const records = await workOn(database, centers[0] as Center, year);
    for (let from = 1; from < centers.length; from += 50)
      await Promise.all(
        centers.slice(from, from + 50).map((center, at) => copyTo(database, records, center, from + at)),
      );
    const { units } = await store.standings.rebuild(year);
    tell(`${units} centers are there after ${Math.round(performance.now() - started)} ms`);
  } finally {
    await database.close();
  }
  const area = districts()[0] ?? { province: '', district: '' };
  return {
    async invite(role) {
      const scope: Scope = role === 'department' ? { kind: 'nation' } : { kind: 'district', ...area };
      const open = await openDatabase(readConfig(env), { owner: 'command', progress: tell });
      try {
        return await createInvite(open.store, { role, scope }, open.clock.now(), randomBytes(16));
      } finally {
        await open.close();
      }
    },
  };
}

const districts = () =>
  provinces.flatMap((province) => districtsOf(province).map((district) => ({ province, district })));

/** One center in each district and a second one in some. */
function makeCenters(): readonly Center[] {
  const all = districts();
  return Array.from({ length: centersInAll }, (_, no): Center => {
    const { province, district } = all[no % all.length] ?? { province: '', district: '' };
    return {
      id: `C${String(no).padStart(6, '0')}` as CenterId,
      key: `bench/${no}`,
      name: `ศูนย์จัดการกองทุนชุมชนบ้านใหม่ ${no}`,
      ...{ province, district, subdistrict: 'ในเมือง', moo: (no % 20) + 1, village: 'บ้านใหม่' },
      ...{ chair: {}, divisions: [], memberFunds: [], budgeted: false, newCenter: false, modelCenter: false },
      householdTarget: householdsEach,
    };
  });
}

type Records = {
  readonly of: Center;
  readonly cases: readonly Kept[];
  readonly households: readonly Kept[];
};
type Kept = { readonly rev: number };

/** Joins households, works on them, submits the assessment and both rounds; then reads what is kept of it. */
async function workOn({ store, clock }: Database, center: Center, year: FiscalYear): Promise<Records> {
  const at = clock.now();
  const today = bangkokDate(at);
  const by = {
    ...stranger('P000000000000000000000001' as PersonId, 'U1'),
    name: 'สมหญิง ใจงาม',
    consentedAt: at,
    bindings: [{ role: 'officer', scope: scopeOfCenter(center), since: at }],
  } as never;
  const perform = createPerform({
    store,
    line: { profile: async () => undefined },
    entropy: (of) => createHash('sha256').update(of).digest(),
    debtLimits: legalLimits,
    announcing: nobodySends(clock.now),
  });
  let done = 0;
  const does = (intent: Intent) =>
    perform({ id: `bench ${done++}` as IntentId, by, intent, at }).then(({ outcome }) => outcome);
  const contract = { fund: 'กลุ่มออมทรัพย์', outstandingSatang: 3_000_000, rateBasisPoints: 600, overdue: false };
  for (let no = 0; no < householdsEach; no += 1) {
    const joined = await does({
      ...{ kind: 'joinHousehold', center: center.id, year, consented: true, otherThan: [] },
      details: {
        on: today,
        head: `นาง${'กขคงจฉชซฌญฎฏ'.charAt(no).repeat(6)}`,
        houseNo: String(no + 1),
        members: 4,
        contracts: [contract],
        outside: [],
      },
    });
    if (joined.of !== 'joinHousehold' || joined.result.kind !== 'joined')
      throw new Error(`a household did not join: ${JSON.stringify(joined)}`);
    const { household } = joined.result;
    const plan = { aim: 'reduce', methods: ['consolidation'], who: 'คณะกรรมการ', by: today } as const;
    const work = { kind: 'workHousehold', center: center.id, year, household } as const;
    await does({ ...work, work: { kind: 'change', based: 99, changes: [{ field: 'plan', value: plan }] } });
    const step = { kind: 'logStep', step: 4, told: { on: today, photos: [] }, reason: 'ทำพร้อมกัน' } as const;
    await does({ ...work, work: step });
    const after = [{ ...contract, outstandingSatang: 1_000_000 }];
    await does({ ...work, work: { kind: 'stateResult', on: today, after, reason: 'ตรวจสอบแล้ว' } });
  }
  const claimed = await does({ kind: 'claim', center: center.id, year, takeOver: false });
  if (claimed.of !== 'claim' || claimed.result.kind !== 'claimed') throw new Error('it is not claimed');
  const { scoring } = centerAssessment2565;
  const points = Object.fromEntries(indicatorsOf(scoring).map((n) => [n, 2])) as AssessmentReport['points'];
  const report = {
    ...scoreOf(scoring, points),
    points,
    answers: {},
    evidence: {},
    plan: [],
  } as unknown as AssessmentReport;
  const submitted = await does({
    ...{ kind: 'submit', center: center.id, year, corrections: [], report },
    draft: claimed.result.draft,
  } as never);
  for (const round of [1, 2] as const) {
    const sent = await does({ kind: 'submitRound', center: center.id, year, round });
    if (sent.of !== 'submitRound' || sent.result.kind !== 'submitted') throw new Error(JSON.stringify(sent));
  }
  if (submitted.of !== 'submit' || submitted.result.kind !== 'submitted')
    throw new Error('it is not submitted');
  const within = [scopeOfCenter(center)];
  const kinds = features.flatMap(({ reports = [] }) => reports);
  const cases = await Promise.all(kinds.map(({ rules }) => store.cases.of(rules).within(within, [year])));
  return { of: center, cases: cases.flat(), households: await store.households.within(within) };
}

/** Keeps copies of a center's records for another one. */
async function copyTo({ store }: Database, records: Records, center: Center, no: number): Promise<void> {
  const rename = renaming(records, center, no);
  const households = records.households.map((one) => copyOf(one, rename));
  // Some centers have one household more, so that the nation has as many as it has.
  const extra = no <= householdsInAll - centersInAll * householdsEach;
  const [first] = records.households;
  const more =
    extra && first ? [numbered(copyOf(first, (text) => rename(text).replace(/-\d+$/, '-more')))] : [];
  const kinds = features.flatMap(({ reports = [] }) => reports);
  await Promise.all([
    ...[...households, ...more].map((one) => store.households.write(one as never, 0)),
    ...records.cases.map((one) => {
      const kind = kinds.find(({ rules }) => rules.id === (one as unknown as { kind: string }).kind);
      return kind && store.cases.of(kind.rules).write(copyOf(one, rename) as never, 0);
    }),
  ]);
}

const numbered = (household: Kept): Kept =>
  ({
    ...household,
    place: { ...(household as never as { place: object }).place, no: householdsEach + 1 },
  }) as Kept;

/** The names of one center's records as those of another; receipts and households are given once. */
function renaming({ of, households }: Records, center: Center, no: number): (text: string) => string {
  const ids = new Set(households.map((one) => (one as unknown as { id: string }).id));
  return (text) => {
    if (text === of.province) return center.province;
    if (text === of.district) return center.district;
    if (ids.has(text) || text.startsWith('FL')) return `${text}-${no}`;
    return text.replaceAll(of.id, center.id);
  };
}

/** The same value with other texts, in keys too. */
function copyOf<T>(value: T, rename: (text: string) => string): T {
  const copied = (one: unknown): unknown => {
    if (typeof one === 'string') return rename(one);
    if (one === null || typeof one !== 'object' || one instanceof Date) return one;
    if (Array.isArray(one)) return one.map(copied);
    return Object.fromEntries(Object.entries(one).map(([name, of]) => [rename(name), copied(of)]));
  };
  return copied(value) as T;
}

/**
 * So many nations side by side: the documents are copied where they are, with provinces of other names. Nobody could
 * open what is sealed in the copies, which shows that no summary opens anything.
 */
export async function multiply(env: Env, times: number, tell: (line: string) => void): Promise<void> {
  const started = performance.now();
  const { db, close } = await connect(env.MONGODB_URI ?? '', { allowOld: true });
  try {
    for (let n = 1; n < times; n += 1)
      await Promise.all(copied.map((name) => copyWithin(db.collection<{ _id: string }>(name), `#${n}`)));
  } finally {
    await close();
  }
  tell(`${times} nations are there after ${Math.round(performance.now() - started)} ms`);
}

const copied = ['centers', 'cases', 'households', 'standings'];

async function copyWithin(documents: mongo.Collection<{ _id: string }>, suffix: string): Promise<void> {
  const renamed = (field: string) => ({
    $cond: [{ $eq: [{ $type: field }, 'string'] }, { $concat: [field, suffix] }, '$$REMOVE'],
  });
  const receipts = {
    $cond: [
      { $isArray: '$receipts' },
      { $map: { input: '$receipts', in: { $concat: ['$$this', suffix] } } },
      '$$REMOVE',
    ],
  };
  const names = ['key', 'center', 'unit', 'province'].map((name) => [name, renamed(`$${name}`)]);
  await documents
    .aggregate([
      { $match: { province: { $not: /#/ } } },
      { $set: { ...Object.fromEntries(names), _id: { $concat: ['$_id', suffix] }, receipts } },
      { $merge: { into: documents.collectionName } },
    ])
    .toArray();
}

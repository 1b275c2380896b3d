import { createHash, randomBytes } from 'node:crypto';
import type { mongo } from 'mongoose';
import { readConfig } from '../../src/config.ts';
import { centerAssessment2565 } from '../../src/features/assessment/forms/centerAssessment2565.ts';
import { indicatorsOf, scoreOf } from '../../src/features/assessment/rules/assessment.ts';
import type { AssessmentReport } from '../../src/features/assessment/rules/assessmentCase.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
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
import { openMarks } from '../../src/storage/db/byProvince.ts';
import { connect } from '../../src/storage/index.ts';
import { markOfStandings } from '../../src/storage/standing/index.ts';
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
 * One center is worked on as people do it; the others have copies of its documents. Nobody could open what is sealed in
 * the copies, which shows that no summary opens anything.
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
      await setByOperator(store, place, { due: addDays(today, days) }, clock.now());
    }
    const centers = makeCenters();
    await store.registry.apply({
      created: centers.map((center, at) => ({ line: at + 2, center })),
      ...{ updated: [], unchanged: [] },
    } as never);
    await workOn(database, centers[0] as Center, year);
    const copies = await copyToAll(env, centers, year);
    tell(`${centers.length} centers, ${copies} records, ${Math.round(performance.now() - started)} ms`);
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
    // The first district has one center alone, the one that is worked on.
    const at = no < all.length ? no : no - all.length + 1;
    const { province, district } = all[at] ?? { province: '', district: '' };
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

/** Joins households, works on them, submits the assessment and both rounds. */
async function workOn({ store, clock }: Database, center: Center, year: FiscalYear): Promise<void> {
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
}

type Copied = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** What is kept of a center beside its entry. */
const ofCenter = ['cases', 'households', 'standings'];

/** Documents are inserted so many at a time. */
const atOnce = 2_000;

/** Gives every center copies of the documents of the first; some have one household more. */
async function copyToAll(env: Env, [first, ...others]: readonly Center[], year: FiscalYear): Promise<number> {
  if (!first) return 0;
  return await inDatabase(env, async (db) => {
    let copies = 0;
    for (const name of ofCenter) {
      const found = await db.collection<Copied>(name).find().toArray();
      const [one] = found;
      const ofOther = (center: Center, no: number) => {
        const own = found.map((document) => copyOf(document, first, center, no));
        const isMore = name === 'households' && no < householdsInAll - centersInAll * householdsEach;
        return isMore && one
          ? [
              ...own,
              { ...copyOf(one, first, center, no), _id: `${one._id}-${no}-more`, no: householdsEach + 1 },
            ]
          : own;
      };
      copies += await insertAll(db, name, others.flatMap(ofOther));
    }
    const marks = openMarks(db);
    const provincesOf = new Set(others.map(({ province }) => province));
    for (const province of provincesOf) await marks.changed(markOfStandings(year), province);
    return copies;
  });
}

/** A document of one center as one of another; receipts and households are given once. */
function copyOf(document: Copied, from: Center, to: Center, no: number): Copied {
  const { receipts } = document;
  const id = document._id.includes(from.id) ? document._id.replace(from.id, to.id) : `${document._id}-${no}`;
  return {
    ...document,
    ...{ _id: id, province: to.province, district: to.district },
    ...('center' in document && { center: to.id }),
    ...('unit' in document && { unit: String(document.unit).replace(from.id, to.id) }),
    ...(Array.isArray(receipts) && { receipts: receipts.map((one) => `${one}-${no}`) }),
  };
}

/** So many nations side by side, with provinces of other names; households, which no summary reads, stay those of one. */
export async function multiply(env: Env, times: number, tell: (line: string) => void): Promise<void> {
  const started = performance.now();
  await inDatabase(env, async (db) => {
    const copied = ['centers', 'cases', 'standings', 'marks'].map(async (name) => {
      const found = await db.collection<Copied>(name).find().toArray();
      for (let n = 1; n < times; n += 1)
        await insertAll(
          db,
          name,
          found.map((document) => inOtherNation(document, `#${n}`)),
        );
    });
    await Promise.all(copied);
  });
  tell(`${times} nations are there after ${Math.round(performance.now() - started)} ms`);
}

function inOtherNation(document: Copied, suffix: string): Copied {
  const named = ['_id', 'key', 'center', 'unit', 'province'].flatMap((name) =>
    typeof document[name] === 'string' ? [[name, `${document[name]}${suffix}`] as const] : [],
  );
  const { receipts } = document;
  return {
    ...document,
    ...Object.fromEntries(named),
    ...(Array.isArray(receipts) && { receipts: receipts.map((one) => `${one}${suffix}`) }),
  } as Copied;
}

async function insertAll(db: mongo.Db, name: string, documents: readonly Copied[]): Promise<number> {
  const options = { ordered: false, writeConcern: { w: 1, j: false } } as const;
  for (let from = 0; from < documents.length; from += atOnce)
    await db.collection<Copied>(name).insertMany(documents.slice(from, from + atOnce), options);
  return documents.length;
}

async function inDatabase<T>(env: Env, work: (db: mongo.Db) => Promise<T>): Promise<T> {
  const { db, close } = await connect(env.MONGODB_URI ?? '', { allowOld: true });
  try {
    return await work(db);
  } finally {
    await close();
  }
}

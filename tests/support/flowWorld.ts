import {
  indicators,
  type PlanLine,
  type Points,
  type Points14,
  scoreOf,
} from '../../src/features/assessment/rules/assessment.ts';
import type { ReportCase, Revision } from '../../src/features/assessment/rules/reportCase.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import type { Scope } from '../../src/programme/area/areas.ts';
import { type Center, centerId, centerKey } from '../../src/programme/center/center.ts';
import type { Confirmer } from '../../src/programme/center/record.ts';
import type { DeadlineRule } from '../../src/programme/deadline/deadline.ts';
import type { CaseId, FiscalYear, IsoDate, PersonId } from '../../src/programme/ids.ts';
import type { Binding } from '../../src/programme/people/actor.ts';
import { makeReceipt } from '../../src/programme/report/receipt.ts';

/** The office as a flow meets it: its registry and its reports. */
export type Office = {
  readonly centers: readonly Center[];
  readonly cases: readonly ReportCase[];
  /** Who is there besides the one who talks. */
  readonly people?: readonly Person[];
  /** The due dates of the year. */
  readonly rules?: readonly DeadlineRule[];
  /** Who confirmed the entries of the registry; everybody did where nothing is said. */
  readonly confirmed?: readonly Confirmer[];
};

export const year = 2565 as FiscalYear;
export const today = '2022-08-01' as IsoDate;
export const now = new Date('2022-08-01T09:00:00+07:00');
const province = 'ปราจีนบุรี';

export const nation: Scope = { kind: 'nation' };
export const inProvince: Scope = { kind: 'province', province };
export const inDistrict = (district: string): Scope => ({ kind: 'district', province, district });

/** A person in the capacities given. */
export function personAs(...bindings: readonly Omit<Binding, 'since'>[]): Person {
  const id = 'P0000000000000000000000AA' as PersonId;
  const since = new Date('2022-01-01T00:00:00Z');
  return {
    ...stranger(id, 'U1'),
    consentedAt: since,
    name: 'อรทัย',
    bindings: bindings.map((binding) => ({ ...binding, since })),
  };
}

export const officerOf = (district: string): Person =>
  personAs({ role: 'officer', scope: inDistrict(district) });
export const chairOf = (center: Center): Person => personAs({ role: 'chair', scope: scopeOfCenter(center) });

/** Somebody else in the same capacities. */
export const colleague = (person: Person, id: string, name = person.name ?? ''): Person => ({
  ...person,
  id: id as PersonId,
  name,
});

/** A center of the trial province with invented particulars. */
export function centerNamed(name: string, district: string, more: Partial<Center> = {}): Center {
  const place = { province, district, subdistrict: 'ตัวอย่าง', moo: 1, village: 'บ้านตัวอย่าง', name };
  const key = centerKey(place);
  return {
    ...place,
    id: centerId(key),
    key,
    founded: '2010-02-15' as IsoDate,
    chair: { name: 'สมหญิง ตัวอย่าง', phone: '0810000101' },
    committeeSize: 15,
    divisions: ['ฝ่ายบริหาร'],
    memberFunds: ['กลุ่มออมทรัพย์', 'กทบ.'],
    budgeted: false,
    newCenter: false,
    modelCenter: false,
    householdTarget: 5,
    ...more,
  };
}

/** Points that add up to a total: as many threes, then twos, as it takes, from the first indicator on. */
export function pointsOf(total: number): Points14 {
  let extra = total - indicators.length;
  return Object.fromEntries(
    indicators.map((n) => {
      const more = Math.min(Math.max(extra, 0), 2);
      extra -= more;
      return [n, (1 + more) as Points];
    }),
  );
}

type Submitted = { readonly points: Points14; readonly plan?: readonly PlanLine[]; readonly year?: number };

/** The case of a center whose assessment was submitted. */
export function submitted(center: Center, { points, plan = [], year: of = year }: Submitted): ReportCase {
  const score = scoreOf(points);
  if (!score) throw new Error('all indicators need points');
  const { total, level, percent } = score;
  const revision: Revision = {
    no: 1,
    receipt: makeReceipt(of as FiscalYear, Buffer.from(`${center.id} ${of}`), 0),
    submittedAt: new Date('2022-07-20T03:30:00Z'),
    by: 'P0000000000000000000000BB' as PersonId,
    byName: 'วิชัย',
    draft: 'd1',
    report: { points, total, level, percent, answers: {}, evidence: {}, plan },
  };
  return { ...emptyCase(center, of), revisions: [revision] };
}

/** The case of a center whose draft somebody holds. */
export function heldBy(center: Center, person: PersonId, name: string): ReportCase {
  return { ...emptyCase(center, year), holder: { person, name, draft: `draft-${center.id}` } };
}

function emptyCase(center: Center, of: number): ReportCase {
  return {
    id: `${center.id}:center-assessment:${of}` as CaseId,
    center: center.id,
    province: center.province,
    district: center.district,
    year: of as FiscalYear,
    form: 'center-assessment',
    version: 2565,
    revisions: [],
    planStates: {},
    rev: 1,
    outcomes: {},
  };
}

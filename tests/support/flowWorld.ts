import { centerAssessment2565 } from '../../src/features/assessment/forms/centerAssessment2565.ts';
import {
  indicatorsOf,
  type PlanLine,
  type Points,
  type PointsGiven,
  scoreOf,
} from '../../src/features/assessment/rules/assessment.ts';
import {
  type AssessmentCase,
  type AssessmentReport,
  assessmentRules,
  newAssessmentCase,
} from '../../src/features/assessment/rules/assessmentCase.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import type { ProgrammeYear } from '../../src/kernel/store.ts';
import type { Scope } from '../../src/programme/area/areas.ts';
import { type Center, centerId, centerKey } from '../../src/programme/center/center.ts';
import type { Confirmer, Doubt } from '../../src/programme/center/record.ts';
import type { DeadlineRule } from '../../src/programme/deadline/deadline.ts';
import type { FiscalYear, IsoDate, PersonId } from '../../src/programme/ids.ts';
import type { Binding } from '../../src/programme/people/actor.ts';
import type { Invite } from '../../src/programme/people/invite.ts';
import { hashOf } from '../../src/programme/report/hash.ts';
import { makeReceipt } from '../../src/programme/report/receipt.ts';
import type { Revision, Signature } from '../../src/programme/report/revision.ts';
import { scopeOfUnit } from '../../src/programme/report/unit.ts';

/** The office as a flow meets it: its registry and its reports. */
export type Office = {
  readonly centers: readonly Center[];
  readonly cases: readonly AssessmentCase[];
  /** Who is there besides the one who talks. */
  readonly people?: readonly Person[];
  /** The years that were ever opened; none where nothing is said, which leaves the present one open. */
  readonly years?: readonly ProgrammeYear[];
  /** The due dates of the year. */
  readonly rules?: readonly DeadlineRule[];
  /** Who confirmed the entries of the registry; everybody did where nothing is said. */
  readonly confirmed?: readonly Confirmer[];
  /** What was said against each entry of the registry. */
  readonly doubts?: readonly Doubt[];
  /** The codes that were made. */
  readonly invites?: readonly Invite[];
};

export const year = 2565 as FiscalYear;
export const today = '2022-08-01' as IsoDate;
export const now = new Date('2022-08-01T09:00:00+07:00');
const province = 'ปราจีนบุรี';
const { scoring } = centerAssessment2565;
const indicators = indicatorsOf(scoring);

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
export function pointsOf(total: number): PointsGiven {
  let extra = total - indicators.length;
  return Object.fromEntries(
    indicators.map((n) => {
      const more = Math.min(Math.max(extra, 0), 2);
      extra -= more;
      return [n, (1 + more) as Points];
    }),
  );
}

type Submitted = {
  readonly points: PointsGiven;
  readonly plan?: readonly PlanLine[];
  readonly year?: number;
};

/** The case of a center whose assessment was submitted. */
export function submitted(center: Center, { points, plan = [], year: of = year }: Submitted): AssessmentCase {
  const score = scoreOf(scoring, points);
  if (!score) throw new Error('all indicators need points');
  const { total, level, percent } = score;
  const empty = emptyCase(center, of);
  const content = { points, total, level, percent, answers: {}, evidence: {}, plan };
  const at = new Date('2022-07-20T03:30:00Z');
  const revision: Revision<AssessmentReport> = {
    no: 1,
    receipt: makeReceipt(of as FiscalYear, Buffer.from(`${center.id} ${of}`), 0),
    at,
    by: 'P0000000000000000000000BB' as PersonId,
    byName: 'วิชัย',
    draft: 'd1',
    content,
    hash: hashOf(empty.form, content),
    signatures: [],
    since: at,
  };
  return { ...empty, revisions: [revision] };
}

/** The same report signed at every step, and so locked. */
export function certified(report: AssessmentCase): AssessmentCase {
  const last = report.revisions.at(-1);
  if (!last) throw new Error('what was not submitted is not signed');
  const signatures = assessmentRules.chain.map(
    ({ id: step, role }, at): Signature => ({
      ...{ step, name: step, position: step, at: last.at, hash: last.hash, revision: last.no },
      capacity: { role, scope: scopeOfUnit(report.unit) },
      person: `P-${step}` as PersonId,
      receipt: makeReceipt(report.period.year, Buffer.from(`${report.id} ${step}`), at),
    }),
  );
  return { ...report, revisions: report.revisions.with(-1, { ...last, signatures, locked: last.at }) };
}

/** The case of a center whose draft somebody holds. */
export function heldBy(center: Center, person: PersonId, name: string): AssessmentCase {
  return { ...emptyCase(center, year), holder: { person, name, draft: `draft-${center.id}` } };
}

const emptyCase = (center: Center, of: number): AssessmentCase => ({
  ...newAssessmentCase(center, of as FiscalYear, 2565),
  rev: 1,
});

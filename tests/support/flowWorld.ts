import type { DraftId } from '../../src/engine/ids.ts';
import {
  indicators,
  type PlanLine,
  type Points,
  type Points14,
  scoreOf,
} from '../../src/features/assessment/rules/assessment.ts';
import type { ReportCase, Revision } from '../../src/features/assessment/rules/reportCase.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import { type Gathered, type Needs, nothingGathered } from '../../src/kernel/flow.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import { covers, type Scope } from '../../src/programme/area/areas.ts';
import { type Center, centerId, centerKey } from '../../src/programme/center/center.ts';
import { type Confirmation, type Confirmer, confirmers } from '../../src/programme/center/record.ts';
import type { DeadlineRule } from '../../src/programme/deadline/deadline.ts';
import { callsAt, callsFor } from '../../src/programme/duty/calls.ts';
import type { Duty } from '../../src/programme/duty/duty.ts';
import { dutiesOf } from '../../src/programme/duty/ofPerson.ts';
import { owedIn } from '../../src/programme/duty/owed.ts';
import { urgencyOf } from '../../src/programme/duty/urgency.ts';
import type { CaseId, FiscalYear, IsoDate, PersonId } from '../../src/programme/ids.ts';
import type { Binding } from '../../src/programme/people/actor.ts';
import { makeReceipt } from '../../src/programme/report/receipt.ts';
import { type AreaStanding, areaStandingOf, nothingStands } from '../../src/programme/standing.ts';

/** The office as a flow meets it: its registry and its reports. */
export type Office = {
  readonly centers: readonly Center[];
  readonly cases: readonly ReportCase[];
  /** Who holds the role that somebody is invited to. */
  readonly holders?: Gathered['holders'];
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

/** Reads what a flow declared, within the areas that it named and no further. */
export function gatherFrom(office: Office, needs: Needs): Gathered {
  const { centers, cases, holders = [], rules = [] } = office;
  const within = (scopes: readonly Scope[] | undefined, area: Scope) =>
    scopes?.some((scope) => covers(scope, area)) ?? false;
  const areaOf = ({ province, district, center }: ReportCase): Scope => ({
    kind: 'center',
    province,
    district,
    center,
  });
  const { receipt } = needs;
  return {
    ...nothingGathered,
    holders: needs.holders ? holders : [],
    confirmations: needs.confirmationsIn ? confirmationsIn(office) : new Map(),
    rules: needs.rules ? rules : [],
    ...owedFrom(office, needs),
    centers: centers.filter((center) => within(needs.centersIn, scopeOfCenter(center))),
    cases: cases.filter(
      (one) =>
        (within(needs.casesIn, areaOf(one)) && one.year >= year - 1) ||
        needs.history === one.center ||
        (receipt !== undefined &&
          within(receipt.within, areaOf(one)) &&
          one.revisions.some((revision) => revision.receipt === receipt.receipt)),
    ),
    progress: needs.progress
      ? new Map(cases.flatMap(({ holder }) => (holder ? [[holder.draft as DraftId, 6] as const] : [])))
      : new Map(),
    standings: (needs.standings ?? []).flatMap((scope) => standingsOf({ centers, cases }, scope)),
  };
}

const confirmationsOf = ({ confirmed = confirmers }: Office): readonly Confirmation[] =>
  confirmed.map((as) => ({ year, as, by: 'P9' as PersonId, at: now }));

const confirmationsIn = (office: Office): Gathered['confirmations'] =>
  new Map(office.centers.map(({ id }) => [id, confirmationsOf(office)]));

/** What is owed in all of the office. */
export function allDuties(office: Office): readonly Duty[] {
  const { centers, cases, rules = [] } = office;
  return owedIn({
    year,
    rules,
    centers: centers.map((center) => ({ center, confirmations: confirmationsOf(office) })),
    assessments: cases,
    debtReports: [],
    answered: new Map(cases.flatMap(({ center, holder }) => (holder ? [[center, 6] as const] : []))),
    households: new Map(),
  });
}

function owedFrom(office: Office, { duties, calls, late }: Needs) {
  const all = allDuties(office);
  return {
    duties: duties ? dutiesOf(duties, all) : [],
    calls: calls ? callsFor(calls.person, callsAt(all, calls.at)) : [],
    late: late
      ? all
          .filter((duty) => urgencyOf(duty, late.today) === 'overdue')
          .filter((duty) => late.areas.some((area) => covers(area, duty.about)))
          .map((duty) => ({ duty, who: ['อรทัย'] }))
      : [],
  };
}

/** The figures of an area, followed by those of the areas next below it. */
function standingsOf({ centers, cases }: Office, area: Scope): readonly AreaStanding[] {
  const inside = centers.filter((center) => covers(area, scopeOfCenter(center)));
  const below = new Map<string, { scope: Scope; counted: Center[] }>();
  for (const center of inside) {
    const scope = nextBelow(area, center);
    const part = below.get(JSON.stringify(scope)) ?? { scope, counted: [] };
    part.counted.push(center);
    below.set(JSON.stringify(scope), part);
  }
  return [{ scope: area, counted: inside }, ...below.values()].map(({ scope, counted }) => {
    const ids = new Set(counted.map(({ id }) => id));
    const reports = cases
      .filter((one) => one.year === year && ids.has(one.center))
      .flatMap(({ revisions }) => revisions.at(-1)?.report ?? []);
    const ofLevel = (level: number) => reports.filter((report) => report.level === level).length;
    return {
      ...areaStandingOf(
        scope,
        counted.map(({ householdTarget }) => ({ householdTarget, figures: nothingStands })),
      ),
      assessed: reports.length,
      levels: { 1: ofLevel(1), 2: ofLevel(2), 3: ofLevel(3) },
      planLines: reports.reduce((sum, { plan }) => sum + plan.length, 0),
    };
  });
}

function nextBelow(area: Scope, center: Center): Scope {
  const { province, district } = center;
  if (area.kind === 'nation') return { kind: 'province', province };
  return area.kind === 'province' ? { kind: 'district', province, district } : scopeOfCenter(center);
}

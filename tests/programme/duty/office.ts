import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../../src/features/deadline/deadlines2565.ts';
import type { Due } from '../../../src/kernel/due.ts';
import { type DutyKind, reportOfCenters } from '../../../src/kernel/duty/kind.ts';
import { owedIn as owedOf } from '../../../src/kernel/duty/owedIn.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import type { CenterRow } from '../../../src/programme/center/record.ts';
import { ruleOf } from '../../../src/programme/deadline/deadline.ts';
import type { DeadlineKind } from '../../../src/programme/deadline/kind.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import type { Owing } from '../../../src/programme/duty/ofPerson.ts';
import type { Situation } from '../../../src/programme/duty/situation.ts';
import type { CenterId, PersonId } from '../../../src/programme/ids.ts';
import type { Binding, Role } from '../../../src/programme/people/actor.ts';
import { seatId } from '../../../src/programme/people/seat.ts';
import type { CaseRow } from '../../../src/programme/report/row.ts';
import type { SignStep } from '../../../src/programme/report/rules.ts';
import type { Figures } from '../../../src/programme/standing.ts';
import { dues } from '../../support/dues.ts';
import { at, day, year } from '../calendar/days.ts';

export const province = 'ปราจีนบุรี';
const districts = ['นาดี', 'บ้านสร้าง'] as const;

const centerIn = (no: number, place: { province: string; district: string }, householdTarget: number) => ({
  ...{ id: `CAAAAA${no}` as CenterId, name: `ศจก. ตัวอย่าง ${no}`, householdTarget, ...place },
  confirmations: (['officer', 'districtHead', 'province'] as const).map((as) => ({ year, as })),
});

/** Two centers in one district, one in another, one of which is only graded, and one far away. */
export const centers: readonly CenterRow[] = [
  centerIn(1, { province, district: districts[0] }, 5),
  centerIn(2, { province, district: districts[0] }, 0),
  centerIn(3, { province, district: districts[1] }, 5),
  centerIn(4, { province: 'ลำพูน', district: 'ลี้' }, 5),
];
/** The chair, the head of the district and that of the province, of every center. */
const allSeats: ReadonlySet<string> = new Set(
  centers.flatMap(({ id, province, district }) => [
    seatId('chair', { kind: 'center', province, district, center: id }),
    seatId('districtHead', { kind: 'district', province, district }),
    seatId('provinceHead', { kind: 'province', province }),
  ]),
);
/** Each of them is held by one person, who has it elsewhere called by its id, but those that are vacant. */
export const heldSeats = (
  isVacant: (seat: string) => boolean = () => false,
  away = false,
): Situation['holders'] =>
  new Map(
    [...allSeats]
      .filter((seat) => !isVacant(seat))
      .map((seat) => [seat, [{ person: seat === headOfNadi ? head.id : (seat as PersonId), away }]]),
  );
const headOfNadi = seatId('districtHead', { kind: 'district', province, district: districts[0] });
export const ids = centers.map(({ id }) => id);
export const [first, second, , far] = ids as [CenterId, CenterId, CenterId, CenterId];

export const rules = [...nationalDeadlines2565, ...prachinBuriDeadlines2565].flatMap(
  (one) => ruleOf(one) ?? [],
);

/** A report of a center as it stands. */
export type Report = { readonly center: CenterId; readonly row: CaseRow };

type Given = {
  readonly reports?: readonly Report[];
  /** What stands of every center besides. */
  readonly figures?: Figures;
} & Partial<Omit<Situation, 'units'>>;

/** All is confirmed in the registry, nothing else is begun, and every seat is taken. */
export const office = ({ reports = [], figures = {}, ...more }: Given = {}): Situation => ({
  ...{ year, rules, centers, answered: new Map(), today: day('2022-08-01'), holders: heldSeats() },
  ...{ deputies: new Map(), freezes: new Map(), ...more },
  units: centers.map(({ id, province, district }) => ({
    unit: { kind: 'center', province, district, center: id },
    figures,
    rows: reports.flatMap(({ center, row }) => (center === id ? [row] : [])),
  })),
});

/** A Monday; the step that waits since then is due on Thursday the 4th. */
export const waitsSince = at('2022-08-01');

export const signers = ['chair', 'districtHead', 'provinceHead'] as const;
export type WaitsFor = (typeof signers)[number] | 'officer' | 'nobody';

/** A submitted report, whomever it waits for, or a draft that somebody holds. */
const reportOf =
  (kind: DeadlineKind) =>
  (center: CenterId, waits: WaitsFor | { readonly holder: PersonId | undefined } = 'nobody'): Report => ({
    center,
    row: { kind, period: { year }, revision: typeof waits === 'string' ? 1 : 0, ...stageOf(waits) },
  });

function stageOf(waits: WaitsFor | { readonly holder: PersonId | undefined }) {
  if (typeof waits !== 'string') {
    const { holder: person } = waits;
    return person
      ? ({ stage: 'inProgress', holder: { person, draft: 'D' } } as const)
      : ({ stage: 'notBegun' } as const);
  }
  if (waits === 'nobody') return { stage: 'done' } as const;
  return waits === 'officer'
    ? ({ stage: 'returned' } as const)
    : ({ stage: 'waits', step: waits, since: waitsSince } as const);
}

export const assessment = reportOf('assessment');
export const debt = (
  center: CenterId,
  form: 'debt1' | 'debt2',
  waits?: Parameters<typeof assessment>[1],
): Report => reportOf(form)(center, waits);

const above = { chair: 'districtHead', districtHead: 'provinceHead', provinceHead: 'department' } as const;
/** The chain that the reports go through here. */
const chain: readonly SignStep[] = signers.map((role) => ({
  id: role,
  role,
  act: role === 'chair' ? 'acknowledge' : 'certify',
  delegatedBy: above[role],
}));
/** As far as it says who owes it; in the ids of cases it is called `report`. */
const chained = { form: 'report', chain };
const nothing = { missing: () => ({ said: '' }), start: () => undefined };
const reports: { readonly [K in DeadlineKind]?: DutyKind } = {
  assessment: reportOfCenters({ ...nothing, rules: chained }),
  debt1: reportOfCenters({
    ...nothing,
    rules: chained,
    owes: ({ householdTarget = 0 }) => householdTarget > 0,
  }),
  debt2: reportOfCenters({
    ...nothing,
    rules: chained,
    owes: ({ householdTarget = 0 }) => householdTarget > 0,
  }),
};

/** Who owes what here. */
export const owedIn = (situation: Situation): readonly Duty[] =>
  owedOf(
    dues.map((due) => ({ ...due, ...(reports[due.id] && { duty: reports[due.id] }) })) as readonly Due[],
    situation,
  );

const binding = (role: Role, scope: Scope): Binding => ({ role, scope, since: at('2021-10-01') });
const person = (id: string, ...bindings: readonly Binding[]): Owing => ({ id: id as PersonId, bindings });
const district = (name: string): Scope => ({ kind: 'district', province, district: name });

export const officer = person('P-officer', binding('officer', district('นาดี')));
export const colleague = person('P-colleague', binding('officer', district('นาดี')));
export const neighbour = person('P-neighbour', binding('officer', district('บ้านสร้าง')));
export const head = person('P-head', binding('districtHead', district('นาดี')));
export const chair = person(
  'P-chair',
  binding('chair', { kind: 'center', province, district: 'นาดี', center: first }),
);
export const academic = person('P-academic', binding('province', { kind: 'province', province }));
export const provinceHead = person('P-provinceHead', binding('provinceHead', { kind: 'province', province }));
export const department = person('P-department', binding('department', { kind: 'nation' }));
export const everybody = [officer, colleague, neighbour, head, chair, academic, provinceHead, department];

import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../../src/features/deadline/deadlines2565.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import type { CenterRow } from '../../../src/programme/center/record.ts';
import { ruleOf } from '../../../src/programme/deadline/deadline.ts';
import type { Owing } from '../../../src/programme/duty/ofPerson.ts';
import type { AssessmentState, DebtState, Situation } from '../../../src/programme/duty/situation.ts';
import type { CenterId, PersonId } from '../../../src/programme/ids.ts';
import type { Binding, Role } from '../../../src/programme/people/actor.ts';
import { at, year } from '../calendar/days.ts';

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
export const ids = centers.map(({ id }) => id);
export const [first, second, , far] = ids as [CenterId, CenterId, CenterId, CenterId];

export const rules = [...nationalDeadlines2565, ...prachinBuriDeadlines2565].flatMap(
  (one) => ruleOf(one) ?? [],
);

/** All is confirmed in the registry, and nothing else is begun. */
export const office = (more: Partial<Situation> = {}): Situation => ({
  year,
  rules,
  centers,
  assessments: [],
  debtReports: [],
  answered: new Map(),
  households: new Map(),
  ...more,
});

export const assessment = (center: CenterId, more: Partial<AssessmentState> = {}): AssessmentState => ({
  center,
  year,
  revisions: [{}],
  ...more,
});
export const debt = (
  center: CenterId,
  form: DebtState['form'],
  more: Partial<DebtState> = {},
): DebtState => ({
  center,
  year,
  form,
  revisions: [{}],
  ...more,
});

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

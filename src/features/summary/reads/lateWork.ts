import type { DutyParts } from '../../../kernel/duty/readDuties.ts';
import { overdueIn, readOverdue } from '../../../kernel/duty/readOverdue.ts';
import { readPeople } from '../../../kernel/readPeople.ts';
import type { Readers } from '../../../kernel/reads.ts';
import { rememberLast } from '../../../kernel/rememberLast.ts';
import type { Scope } from '../../../programme/area/areas.ts';
import { byProvince } from '../../../programme/duty/byProvince.ts';
import type { Duty } from '../../../programme/duty/duty.ts';
import { waitsFor } from '../../../programme/duty/ofPerson.ts';
import { byDue, byUrgency } from '../../../programme/duty/urgency.ts';
import type { FiscalYear, IsoDate } from '../../../programme/ids.ts';
import { reportingRoles } from '../../../programme/people/actor.ts';
import type { LateWork } from '../found.ts';

export function lateWorkReaders(parts: DutyParts): Pick<Readers, 'lateWorkIn'> {
  const workOut = rememberLast(lateInNation);
  return { lateWorkIn: ({ year }, areas, today) => readLateWork(parts, areas, { year, today }, workOut) };
}

/** Of the nation only counts are told, and since when: names need no order. */
const lateInNation: typeof overdueIn = (...owing) => overdueIn(...owing).toSorted(byDue);
const lateBelow: typeof overdueIn = (...owing) => overdueIn(...owing).toSorted(byUrgency);

/** What is overdue in these areas, the most urgent first, with the names of those for whom it waits. */
async function readLateWork(
  parts: DutyParts,
  areas: readonly Scope[],
  when: { readonly year: FiscalYear; readonly today: IsoDate },
  ofNation: typeof overdueIn,
): Promise<readonly LateWork[]> {
  const isNation = areas.some(({ kind }) => kind === 'nation');
  const duties = await readOverdue(parts, areas, when, isNation ? ofNation : lateBelow);
  if (duties.length === 0) return [];
  const near = byProvince(duties, (duty) => duty);
  const names = new Map<Duty, string[]>();
  for (const person of await peopleIn(parts, areas)) {
    const { name } = person;
    if (!name) continue;
    for (const duty of near(person).filter((one) => waitsFor(person, one)))
      names.set(duty, [...(names.get(duty) ?? []), name]);
  }
  return duties.map((duty) => ({ duty, who: names.get(duty) ?? [] }));
}

/** In the nation nobody is named. */
async function peopleIn({ store: { persons } }: DutyParts, areas: readonly Scope[]) {
  const named = areas.filter(({ kind }) => kind !== 'nation');
  const found = await Promise.all(named.map((area) => persons.holding(reportingRoles, area)));
  return readPeople(persons, [...new Set(found.flat())]);
}

import { owedByKind } from '../../../kernel/duty/owedIn.ts';
import type { DutyParts, When } from '../../../kernel/duty/readDuties.ts';
import { isOverdueIn, readOwed, type WorkOut } from '../../../kernel/duty/readOverdue.ts';
import { readPeople } from '../../../kernel/readPeople.ts';
import type { Readers } from '../../../kernel/reads.ts';
import { rememberLast } from '../../../kernel/rememberLast.ts';
import type { Scope } from '../../../programme/area/areas.ts';
import { byProvince } from '../../../programme/duty/byProvince.ts';
import type { Duty } from '../../../programme/duty/duty.ts';
import { waitsFor } from '../../../programme/duty/ofPerson.ts';
import { dutiesIn, signaturesIn } from '../../../programme/duty/owed.ts';
import { byDue, byUrgency } from '../../../programme/duty/urgency.ts';
import { reportingRoles } from '../../../programme/people/actor.ts';
import type { LateWork, OpenWork } from '../found.ts';

export function openWorkReaders(parts: DutyParts): Pick<Readers, 'openWorkIn'> {
  const workOut = rememberLast(openInNation);
  return { openWorkIn: ({ year }, areas, today) => readOpenWork(parts, areas, { year, today }, workOut) };
}

type Open = { readonly late: readonly Duty[]; readonly waiting: readonly Duty[] };

const openIn: WorkOut<Open> = (dues, owing, areas, today) => {
  const years = owing.map(({ situation, units }) => {
    const owed = owedByKind(dues, situation, units);
    return { duties: dutiesIn(situation, owed), waiting: signaturesIn(situation, owed) };
  });
  return {
    late: years.flatMap(({ duties }) => duties).filter((duty) => isOverdueIn(areas, duty, today)),
    waiting: years.flatMap(({ waiting }) => waiting),
  };
};

/** Of the nation only counts are told, and since when: names need no order. */
const openInNation: WorkOut<Open> = (...owing) => {
  const { late, waiting } = openIn(...owing);
  return { late: late.toSorted(byDue), waiting };
};
const openBelow: WorkOut<Open> = (...owing) => {
  const { late, waiting } = openIn(...owing);
  return { late: late.toSorted(byUrgency), waiting };
};

/** What is overdue in these areas, the most urgent first, with the names of those for whom it waits; and the signatures. */
async function readOpenWork(
  parts: DutyParts,
  areas: readonly Scope[],
  when: When,
  ofNation: WorkOut<Open>,
): Promise<OpenWork> {
  const isNation = areas.some(({ kind }) => kind === 'nation');
  const { late, waiting } = await readOwed(parts, areas, when, isNation ? ofNation : openBelow);
  return { late: await withNames(parts, areas, late), waiting };
}

async function withNames(
  parts: DutyParts,
  areas: readonly Scope[],
  duties: readonly Duty[],
): Promise<readonly LateWork[]> {
  if (duties.length === 0) return [];
  const near = byProvince(duties, (duty) => duty);
  const names = new Map(duties.map((duty) => [duty, deputiesOf(duty)]));
  for (const person of await peopleIn(parts, areas)) {
    const { name } = person;
    if (!name) continue;
    for (const duty of near(person).filter((one) => waitsFor(person, one)))
      names.set(duty, [...(names.get(duty) ?? []), name]);
  }
  return duties.map((duty) => ({ duty, who: [...new Set(names.get(duty))] }));
}

/** Whoever stands in for a seat may work in another area than it. */
const deputiesOf = ({ step: { chain } }: Duty): readonly string[] =>
  (chain?.deputies ?? []).flatMap(({ name }) => (name === '' ? [] : [name]));

/** In the nation nobody is named. */
async function peopleIn({ store: { persons } }: DutyParts, areas: readonly Scope[]) {
  const named = areas.filter(({ kind }) => kind !== 'nation');
  const found = await Promise.all(named.map((area) => persons.holding(reportingRoles, area)));
  return readPeople(persons, [...new Set(found.flat())]);
}

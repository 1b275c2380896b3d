import type { Gathered, Needs } from '../../kernel/flow.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { callsAt, callsFor, concerns } from '../../programme/duty/calls.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { dutiesOf, type Owing } from '../../programme/duty/ofPerson.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { readDuties, type SituationStore } from './situation.ts';

type Owed = Partial<Pick<Gathered, 'duties' | 'calls'>>;

/** What a flow wants to know of what is owed. */
export async function readOwed(store: SituationStore, needs: Needs, year: FiscalYear): Promise<Owed> {
  const { duties: of, calls: to } = needs;
  const person = of ?? to?.person;
  if (!person) return {};
  const all = await readAll(store, person, year);
  return {
    ...(of && { duties: dutiesOf(of, all) }),
    ...(to && { calls: callsFor(to.person, callsAt(all, to.at)) }),
  };
}

/** Whether all of these duties, by their keys, are still there and a person's concern. */
export async function isStillOwed(
  store: SituationStore,
  person: Owing,
  keys: readonly string[],
  year: FiscalYear,
): Promise<boolean> {
  const all = await readAll(store, person, year);
  const found = new Set(all.filter((duty) => concerns(person, duty)).map(({ key }) => key));
  return keys.every((key) => found.has(key));
}

/** Everything owed in a person's areas; the department and the administrator have no part in it. */
async function readAll(store: SituationStore, person: Owing, year: FiscalYear): Promise<readonly Duty[]> {
  const areas = person.bindings.flatMap(({ scope }): readonly Scope[] =>
    scope.kind === 'nation' ? [] : [scope],
  );
  return areas.length === 0 ? [] : await readDuties(store, areas, year);
}

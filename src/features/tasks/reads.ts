import { type DutyParts, readDuties, type When } from '../../kernel/duty/readDuties.ts';
import type { Readers } from '../../kernel/reads.ts';
import { readDeputyships } from '../../kernel/report/deputyships.ts';
import type { Clock } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import { callsAt, callsFor, concerns } from '../../programme/duty/calls.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { dutiesOf, type Owing } from '../../programme/duty/ofPerson.ts';

type Needed = DutyParts & { readonly clock: Pick<Clock, 'now'> };

/** What somebody owes, and what the clock has to say to them of it. */
export const dutyReaders = (parts: Needed): Pick<Readers, 'dutiesOf' | 'clockCallsFor'> => ({
  dutiesOf: async ({ year }, owing) =>
    dutiesOf(owing, await readAll(parts, owing, { year, today: bangkokDate(parts.clock.now()) })),
  clockCallsFor: async ({ year }, owing, at) =>
    callsFor(owing, callsAt(await readAll(parts, owing, { year, today: bangkokDate(at) }), at)),
});

/** Whether all of these duties, by their keys, are still there and a person's concern. */
export async function isStillOwed(
  parts: DutyParts,
  person: Owing,
  keys: readonly string[],
  when: When,
): Promise<boolean> {
  const all = await readAll(parts, person, when);
  const found = new Set(all.filter((duty) => concerns(person, duty)).map(({ key }) => key));
  return keys.every((key) => found.has(key));
}

/**
 * Everything owed in a person's areas, and in those of the seats that the person stands in for; the department and the
 * administrator have no part in it.
 */
async function readAll(parts: DutyParts, { id, bindings }: Owing, when: When): Promise<readonly Duty[]> {
  const deputyships = await readDeputyships(parts.store, id);
  const areas = [...bindings, ...deputyships].flatMap(({ scope }): readonly Scope[] =>
    scope.kind === 'nation' ? [] : [scope],
  );
  return areas.length === 0 ? [] : await readDuties(parts, areas, when);
}

import { createHash } from 'node:crypto';
import type { HouseholdWork } from '../../src/features/household/intent.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import type { DebtReport } from '../../src/features/household/rules/round.ts';
import type { Intent, Outcome } from '../../src/kernel/intent.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { Center } from '../../src/programme/center/center.ts';
import type { HouseholdId, IntentId } from '../../src/programme/ids.ts';
import { unitId } from '../../src/programme/report/unit.ts';
import { nobodySends } from './announcing.ts';
import { createPerform, createReaders } from './effects.ts';
import { colleague, now, officerOf, year } from './flowWorld.ts';
import { officeStore } from './officeStore.ts';

/** Households, books and reports of some centers, kept in memory and decided as the office does. */
export function debtOffice(centers: readonly Center[]) {
  const { store, households, books, cases, ...kept } = officeStore(new Map());
  for (const center of centers) kept.centers.put({ center, confirmations: [], rev: 1, outcomes: {} });
  const performs = createPerform({
    store,
    line: { profile: async () => undefined },
    entropy: (of) => createHash('sha256').update(of).digest(),
    debtLimits: legalLimits,
    announcing: nobodySends(() => now),
  });
  const perform = async (by: Person, intent: Intent, id: IntentId): Promise<Outcome> =>
    (await performs({ id, by, intent, at: now })).outcome;

  return {
    readers: createReaders(store),
    perform,
    /** The households of a center by number. */
    of: ({ id }: Center) =>
      households
        .all()
        .filter(({ place }) => place.center === id)
        .toSorted((a, b) => a.place.no - b.place.no),
    declinedIn: ({ id }: Center) => books.all().find(({ center }) => center === id)?.declined[year] ?? 0,
    reportsOf: ({ id }: Center) =>
      cases.all().filter(({ unit }) => unitId(unit) === id) as readonly DebtReport[],
    /** Somebody else works with a household. */
    works: (id: string, { id: center, district }: Center, household: HouseholdId, work: HouseholdWork) =>
      perform(
        colleague(officerOf(district), 'P0000000000000000000000ZZ', 'วิชัย'),
        { kind: 'workHousehold', center, year, household, work },
        id as IntentId,
      ),
  };
}

export type DebtOffice = ReturnType<typeof debtOffice>;

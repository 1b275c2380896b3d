import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Performers } from '../../kernel/effects.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
import { covers, scopeKey } from '../../programme/area/areas.ts';
import type { PersonId } from '../../programme/ids.ts';
import { type DeputyTerm, levelAbove } from '../../programme/people/deputy.ts';
import { nameDeputy } from '../../programme/people/nameDeputy.ts';
import { newSeat, seatId } from '../../programme/people/seat.ts';
import { type SeatParts, type SeatPlace, unsignedSeats } from './seats.ts';

/** What a seat decides about its deputies, and who is told: who was named, and who sent the reports that wait. */
export function createDeputyWork(parts: SeatParts): Required<Pick<Performers, 'nameDeputy'>> {
  const { store } = parts;
  return {
    nameDeputy: async (job, { seat: place, to, term: wanted }): Promise<Done> => {
      const { id: key, role, scope } = { id: seatId(place.role, place.scope), ...place };
      const [record] = await store.persons.read([to]);
      const person = { person: to, name: record?.person.name ?? '' };
      let unsigned: readonly AnyCase[] = [];
      const decided = await decideShared(store.seats, key, async (present) => {
        // Who holds it and what waits may have changed while somebody else decided.
        unsigned = await unsignedIn(place);
        const holders = await store.persons.holding([role], scope);
        const term = termOf(
          wanted,
          unsigned.map(({ id }) => id),
        );
        return nameDeputy(
          present ?? newSeat(key),
          { role, scope },
          { ...acting(job, place), holders, to: person, term },
        );
      });
      if (!decided) throw new Error('a seat always decides about its deputies');
      const { outcome: result } = decided;
      const outcome = { of: 'nameDeputy', seat: place, result } as const;
      if (result.kind !== 'named') return { outcome, notices: [] };
      const { term, name } = result.deputy;
      const about = { ...place, by: job.by.name ?? '', term, waiting: unsigned.map(({ id }) => id) };
      const officers = new Set(
        unsigned.flatMap(({ revisions }): readonly PersonId[] => {
          const last = revisions.at(-1);
          return last ? [last.by] : [];
        }),
      );
      return {
        outcome,
        notices: [
          { to, notice: { kind: 'namedDeputy', ...about } },
          ...[...officers]
            .filter((one) => one !== to && one !== job.by.id)
            .map((one) => ({ to: one, notice: { kind: 'deputyNamed' as const, ...about, name } })),
        ],
      };
    },
  };

  /** The reports that wait for a seat and that nobody can sign. */
  async function unsignedIn({ role, scope }: SeatPlace) {
    const seats = await unsignedSeats(parts, role, scope);
    return seats.find((one) => scopeKey(one.scope) === scopeKey(scope))?.reports ?? [];
  }
}

type Wanted = IntentOf<'nameDeputy'>['term'];

const termOf = (wanted: Wanted, reports: Extract<DeputyTerm, { kind: 'reports' }>['reports']): DeputyTerm =>
  wanted.kind === 'these' ? { kind: 'reports', reports } : wanted;

/** In the capacity of the level above, where the person has that. */
function acting({ id, by, at }: Job, { role, scope }: SeatPlace) {
  const above = by.bindings.find((own) => own.role === levelAbove[role] && covers(own.scope, scope));
  const capacity = above && { role: above.role, scope: above.scope };
  return { id, by: by.id, byName: by.name ?? '', at, ...(capacity && { capacity }) };
}

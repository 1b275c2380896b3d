import type { Readers } from '../../kernel/reads.ts';
import { readDeputyships } from '../../kernel/report/deputyships.ts';
import { readSeatNow } from '../../kernel/report/seatNow.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import { levelAbove } from '../../programme/people/deputy.ts';
import { signingSeats } from './deeds.ts';
import { candidatesFor, nameOf, type OpenSeat, type SeatParts, unsignedSeats } from './seats.ts';

/** Which seats lack somebody who signs, who could, and who does. */
export const deputyReaders = (
  parts: SeatParts,
): Pick<Readers, 'openSeats' | 'candidates' | 'deputyships' | 'seatNow'> => ({
  openSeats: async ({ person: { id, bindings } }) => {
    const below = await Promise.all(
      signingSeats.flatMap((role) =>
        bindings
          .filter((own) => own.role === levelAbove[role])
          .map(({ scope }) => unsignedSeats(parts, role, scope)),
      ),
    );
    const own = await Promise.all(
      bindings
        .filter(({ role }) => signingSeats.includes(role))
        .map(async ({ role, scope }): Promise<OpenSeat> => {
          return { role, scope, ...(await nameOf(parts, scope)), holders: [id], own: true, reports: [] };
        }),
    );
    const all = [...below.flat().map((seat) => ({ ...seat, own: false })), ...own];
    return [...new Map(all.map((seat) => [`${seat.role} ${scopeKey(seat.scope)}`, seat])).values()];
  },

  candidates: ({ person }, seat) => candidatesFor(parts, seat, person.id),

  seatNow: async (_asked, record) => {
    const kind = parts.reports.get(record.kind);
    return kind && (await readSeatNow(parts.store, record, kind.rules, parts.clock.now()));
  },

  deputyships: ({ person: { id } }) => readDeputyships(parts.store, id),
});

import { type Forms, pinnedVersion } from '../kernel/forms.ts';
import type { Clock } from '../kernel/store.ts';
import { bangkokDate, fiscalYearOf } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';
import type { Store } from './ports.ts';
import type { TurnParts } from './turn.ts';

/** How long the open years are remembered, in milliseconds; a turn asks for them each time. */
const remembered = 1000;

/**
 * The programme years as a turn sees them. While none was ever opened the present fiscal year is open; when all are
 * closed the last one stays readable.
 */
export function createYears(
  store: Store['years'],
  clock: Pick<Clock, 'now' | 'monotonic'>,
  forms: Forms,
): TurnParts['years'] {
  let known: { readonly at: number; readonly years: ReturnType<TurnParts['years']> } | undefined;
  return () => {
    const at = clock.monotonic();
    if (!known || at - known.at > remembered) {
      const years = read();
      known = { at, years };
      years.catch(() => {
        known = undefined;
      });
    }
    return known.years;
  };

  async function read(): ReturnType<TurnParts['years']> {
    const all = await store.list();
    const present = await store.present(clock.now());
    const fiscal = fiscalYearOf(bangkokDate(clock.now()));
    const isOpen = (year: FiscalYear) =>
      all.length === 0 ? year === fiscal : all.some((one) => one.year === year && !one.closedAt);
    return {
      present: present ?? all.at(-1)?.year ?? fiscal,
      isOpen,
      versionOf: (form, year) => pinnedVersion(all, forms, form, year),
    };
  }
}

import { type Center, centerKey } from '../../../programme/center/center.ts';
import type { NumberedRow, RegistryEntry, RegistryRow } from '../../../programme/center/row.ts';
import { inOneVillage } from './inOneVillage.ts';
import { looksLike } from './looksLike.ts';
import type { RegistryProblem } from './problem.ts';

/** Which center of the registry a row means: one there is, none of them, or that is to be asked. */
export type Recognised =
  | { readonly kind: 'known'; readonly entry: RegistryEntry }
  | { readonly kind: 'fresh' }
  | { readonly kind: 'asked'; readonly problem: RegistryProblem };

/**
 * A center is known by what the files called it last. The id that a row gives counts where the row can mean that
 * center, so that ids which slipped into other rows rename nothing; a former name is asked about.
 */
export function recogniser(
  existing: readonly RegistryEntry[],
  rows: readonly NumberedRow[],
): (numbered: NumberedRow) => Recognised {
  const byId = new Map<string, RegistryEntry>(existing.map((entry) => [entry.center.id, entry]));
  const byName = new Map(existing.map((entry) => [centerKey(entry.imported ?? entry.center), entry]));
  const byFirstName = new Map(existing.map((entry) => [entry.center.key, entry]));
  const renamed = new Set(rows.flatMap((numbered) => renamedBy(numbered) ?? []));

  /** The center to which a row gives a new name by its id. */
  function renamedBy({ row, means }: NumberedRow): RegistryEntry | undefined {
    const entry = means === undefined ? undefined : byId.get(means);
    return entry && !byName.has(centerKey(row)) && canMean(row, entry.center) ? entry : undefined;
  }

  return (numbered) => {
    const { row, means } = numbered;
    const named = byName.get(centerKey(row));
    if (means !== undefined && means !== 'new') {
      const entry = byId.get(means);
      if (!entry) return asked({ code: 'unknownCenterId', params: { center: row.name, id: means } });
      const fits = named === entry || renamedBy(numbered) === entry;
      return fits ? known(entry) : asked(question('otherCenter', row, entry.center));
    }
    if (named && !renamed.has(named)) return known(named);
    const former = means === 'new' ? undefined : (named ?? byFirstName.get(centerKey(row)));
    return former ? asked(question('sameVillage', row, former.center)) : { kind: 'fresh' };
  };
}

const known = (entry: RegistryEntry): Recognised => ({ kind: 'known', entry });
const asked = (problem: RegistryProblem): Recognised => ({ kind: 'asked', problem });

const canMean = (row: RegistryRow, center: Center): boolean =>
  inOneVillage(row, center) || looksLike(row, center);

/** Asks whether a row means a center that there is. */
export function question(
  code: 'looksLike' | 'sameVillage' | 'otherCenter',
  row: RegistryRow,
  other: Center,
): RegistryProblem {
  const place = { moo: row.moo, subdistrict: row.subdistrict };
  const otherPlace = { otherMoo: other.moo, otherSubdistrict: other.subdistrict };
  return { code, params: { center: row.name, ...place, other: other.name, ...otherPlace, id: other.id } };
}

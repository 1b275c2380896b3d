import type { Duty } from '../../programme/duty/duty.ts';
import { dutiesIn, type OwedOfKind, type OwingUnit } from '../../programme/duty/owed.ts';
import type { Situation } from '../../programme/duty/situation.ts';
import type { Due } from '../due.ts';

type Units = ReadonlyMap<string, readonly OwingUnit[]>;

/** Who owes what of all that is due; `units` are those that each kind read, where it reads its own. */
export const owedIn = (
  dues: readonly Due[],
  situation: Situation,
  units: Units = new Map(),
): readonly Duty[] => dutiesIn(situation, owedByKind(dues, situation, units));

/** The steps that are owed of each kind. */
export const owedByKind = (dues: readonly Due[], situation: Situation, units: Units): readonly OwedOfKind[] =>
  dues.flatMap((due) => {
    const all = due.duty?.owed(due, situation, units.get(due.id) ?? []);
    return all ? [{ due, all }] : [];
  });

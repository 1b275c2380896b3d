import type { Duty } from '../../programme/duty/duty.ts';
import { dutiesIn, type OwingUnit } from '../../programme/duty/owed.ts';
import type { Situation } from '../../programme/duty/situation.ts';
import type { Due } from '../due.ts';

/** Who owes what of all that is due; `units` are those that each kind read, where it reads its own. */
export const owedIn = (
  dues: readonly Due[],
  situation: Situation,
  units: ReadonlyMap<string, readonly OwingUnit[]> = new Map(),
): readonly Duty[] =>
  dutiesIn(
    situation,
    dues.flatMap((due) => {
      const all = due.duty?.owed(due, situation, units.get(due.id) ?? []);
      return all ? [{ due, all }] : [];
    }),
  );

import type { Draft } from '../../engine/draft.ts';
import { areasBelow } from '../../kernel/area/named.ts';
import { areaAt } from '../../kernel/area/path.ts';
import { areaName } from '../../kernel/area/text.ts';
import { byName } from '../../kernel/ask/byName.ts';
import type { Scope } from '../../programme/area/areas.ts';

/** The area of the office that announces. */
export const officeOf = ({ subject }: Pick<Draft, 'subject'>): Scope =>
  areaAt(subject.area) ?? { kind: 'nation' };

/** The areas in it that can be chosen one by one, in the order of their names. */
export const choosable = (draft: Pick<Draft, 'subject'>): readonly Scope[] =>
  areasBelow(officeOf(draft)).toSorted((a, b) => byName({ name: areaName(a) }, { name: areaName(b) }));

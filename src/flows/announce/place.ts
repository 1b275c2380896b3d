import type { Scope } from '../../domain/area/areas.ts';
import type { Draft } from '../../engine/draft.ts';
import { areasBelow } from '../area/named.ts';
import { areaAt } from '../area/path.ts';
import { areaName } from '../area/text.ts';
import { byName } from '../ask/byName.ts';

/** The area of the office that announces. */
export const officeOf = ({ subject }: Pick<Draft, 'subject'>): Scope =>
  areaAt(subject.area) ?? { kind: 'nation' };

/** The areas in it that can be chosen one by one, in the order of their names. */
export const choosable = (draft: Pick<Draft, 'subject'>): readonly Scope[] =>
  areasBelow(officeOf(draft)).toSorted((a, b) => byName({ name: areaName(a) }, { name: areaName(b) }));

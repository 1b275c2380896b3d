import { areaAt, areaPath } from '../../kernel/area/path.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { DeadlineArea, DeadlinePlace } from '../../programme/deadline/deadline.ts';
import type { DueKind } from '../../programme/deadline/kind.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { type Period, periodKey, periodsOf } from '../../programme/report/period.ts';
import { areasToSet } from './deeds.ts';

/** Which date is to be changed, as far as it is known. */
export type Meant = {
  readonly kind: DueKind;
  readonly period?: Period;
  readonly area?: DeadlineArea;
};

/** As buttons carry it: `debt1/2565/ปราจีนบุรี/นาดี`. */
export const placePath = ({ kind, area, ...period }: DeadlinePlace): string =>
  `${kind}/${periodKey(period)}/${areaPath(area)}`;

/** Reads such a path or its beginning; what leaves no choice is known without it. */
export function meantBy(
  path: string | undefined,
  { bindings }: Person,
  { year, features: { dues } }: Pick<Context, 'year' | 'features'>,
): Meant | undefined {
  const [name, key, ...names] = path?.split('/') ?? [];
  const kind = dues.find(({ id }) => id === name);
  if (!kind) return undefined;
  const period = chosen(periodsOf(kind.every, year), key, periodKey);
  const area = chosen(areasToSet(bindings, kind), pathKey(names), scopeKey);
  return { kind, ...(period && { period }), ...(area && { area }) };
}

const pathKey = (names: readonly string[]): string | undefined => {
  const area = areaAt(names.join('/'));
  return area && scopeKey(area);
};

/** The date that is meant, where all of it is known. */
export const placeOf = ({ kind, period, area }: Meant): DeadlinePlace | undefined =>
  period && area && { kind: kind.id, area, ...period };

/** What is asked before what is known, as `back` of a question: the area, the part of the year, the kind. */
export function stepBefore({ kind, period, area }: Meant, { bindings }: Person, year: FiscalYear): string {
  if (period && area && areasToSet(bindings, kind).length > 1) return `area ${kind.id}/${periodKey(period)}`;
  return period && periodsOf(kind.every, year).length > 1 ? `part ${kind.id}` : 'kind';
}

/** The one that was named, or the only one where none was. */
function chosen<T>(all: readonly T[], key: string | undefined, keyOf: (one: T) => string): T | undefined {
  if (key !== undefined) return all.find((one) => keyOf(one) === key);
  return all.length === 1 ? all[0] : undefined;
}

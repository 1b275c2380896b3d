import { areaAt, areaPath } from '../../kernel/area/path.ts';
import type { Person } from '../../kernel/person.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { DeadlineArea, DeadlinePlace } from '../../programme/deadline/deadline.ts';
import { type DeadlineKind, deadlineKinds } from '../../programme/deadline/kind.ts';
import { areasToSet } from '../../programme/deadline/people.ts';
import { type Period, periodKey, periodsOf } from '../../programme/deadline/period.ts';
import type { FiscalYear } from '../../programme/ids.ts';

/** Which date is to be changed, as far as it is known. */
export type Meant = {
  readonly kind: DeadlineKind;
  readonly period?: Period;
  readonly area?: DeadlineArea;
};

/** As buttons carry it: `debt1/2565/ปราจีนบุรี/นาดี`. */
export const placePath = ({ kind, area, ...period }: DeadlinePlace): string =>
  `${kind}/${periodKey(period)}/${areaPath(area)}`;

/** Reads such a path or its beginning; what leaves no choice is known without it. */
export function meantBy(path: string | undefined, { bindings }: Person, year: FiscalYear): Meant | undefined {
  const [name, key, ...names] = path?.split('/') ?? [];
  const kind = deadlineKinds.find((one) => one === name);
  if (!kind) return undefined;
  const period = chosen(periodsOf(kind, year), key, periodKey);
  const area = chosen(areasToSet(bindings, kind), pathKey(names), scopeKey);
  return { kind, ...(period && { period }), ...(area && { area }) };
}

const pathKey = (names: readonly string[]): string | undefined => {
  const area = areaAt(names.join('/'));
  return area && scopeKey(area);
};

/** What is asked before what is known, as `back` of a prompt: the area, the part of the year, the kind. */
export function stepBefore({ kind, period, area }: Meant, { bindings }: Person, year: FiscalYear): string {
  if (period && area && areasToSet(bindings, kind).length > 1) return `areas ${kind}/${periodKey(period)} 0`;
  return period && periodsOf(kind, year).length > 1 ? `part ${kind}` : 'kind';
}

/** The one that was named, or the only one where none was. */
function chosen<T>(all: readonly T[], key: string | undefined, keyOf: (one: T) => string): T | undefined {
  if (key !== undefined) return all.find((one) => keyOf(one) === key);
  return all.length === 1 ? all[0] : undefined;
}

import { areasBelow } from '../../kernel/area/named.ts';
import { areaAt, areaPath } from '../../kernel/area/path.ts';
import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { byName } from '../../kernel/ask/byName.ts';
import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import type { Person } from '../../kernel/person.ts';
import { said } from '../../kernel/reply.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import { capacities, invitableBy, type Role, scopeKindOf } from '../../programme/people/actor.ts';
import { inviteOthers } from './deeds.ts';

/** A role to invite to, as far as it is known where: nowhere said yet, within an area, or in it. */
export type Invited = { readonly role: Role; readonly area?: Scope };

/** In one word, as buttons carry it: `officer`, `officer/ปราจีนบุรี/นาดี`. */
export const invitedPath = ({ role, area }: Invited): string => (area ? `${role}/${areaPath(area)}` : role);

/** Reads such a word, within what this person may invite to. */
export function invitedAt(person: Person, path: string | undefined): Invited | undefined {
  const [name, ...names] = path?.split('/') ?? [];
  const role = rolesFor(person).find((one) => one === name);
  if (!role || names.length === 0) return role && { role };
  const area = areaAt(names.join('/'));
  const isOwn = area && ownAreas(person, role).some((scope) => covers(scope, area));
  return isOwn ? { role, area } : undefined;
}

/** The roles that this person may invite to, each once. */
export const rolesFor = ({ bindings }: Person): readonly Role[] => [
  ...new Set(capacities(bindings, inviteOthers).flatMap(({ role }) => invitableBy[role])),
];

/** The areas of which one is asked for, or below which it lies. */
export const areasAround = (person: Person, { role, area }: Invited): readonly Scope[] =>
  area ? [area] : ownAreas(person, role);

/** The areas in which this person may invite to a role. */
function ownAreas({ bindings }: Person, role: Role): readonly Scope[] {
  return capacities(bindings, inviteOthers)
    .filter((binding) => invitableBy[binding.role].includes(role))
    .map(({ scope }) => scope);
}

/** Where the centers are among which it is chosen. */
export const areasOfCenters = (person: Person, invited: Invited): readonly Scope[] =>
  scopeKindOf[invited.role] === 'center'
    ? areasAround(person, invited).filter(({ kind }) => kind !== 'nation')
    : [];

/** The areas to choose from, by their paths; centers are those that the registry has. */
export function areaRows(person: Person, invited: Invited, centers: readonly Center[]): readonly ChoiceRow[] {
  const kind = scopeKindOf[invited.role];
  const rows = areasAround(person, invited).flatMap((area): readonly ChoiceRow[] => {
    const row = (scope: Scope) => ({ id: areaPath(scope), name: said(areaName(scope)) });
    if (area.kind === kind) return [{ ...row(area), name: areaTitle(area) }];
    if (kind !== 'center' || area.kind === 'nation') return areasBelow(area).map(row);
    return centers
      .filter((center) => covers(area, scopeOfCenter(center)))
      .toSorted(byName)
      .map((center) => ({ ...row(scopeOfCenter(center)), name: said(center.name) }));
  });
  return rows.filter(({ id }, place) => rows.findIndex((row) => row.id === id) === place);
}

/** The area that is left where there is no choice. */
export function onlyArea({ role }: Invited, rows: readonly ChoiceRow[]): Scope | undefined {
  const [only, ...others] = rows;
  const area = others.length === 0 ? areaAt(only?.id) : undefined;
  return area?.kind === scopeKindOf[role] ? area : undefined;
}

/** What is asked before the area, as `back` of a question: the area around it, else the role. */
export function beforeArea(person: Person, invited: Invited): string | undefined {
  const around = areasAround(person, invited).map(areaPath).join(' ');
  const own = ownAreas(person, invited.role).map(areaPath).join(' ');
  return around === own ? beforeRole(person) : `area ${invited.role}`;
}

/** What is asked before whose place is taken: the area where there was a choice, else the role. */
export function beforeFrom(person: Person, role: Role, area: Scope): string | undefined {
  const isChosen = (invited: Invited | undefined) =>
    invited !== undefined && !onlyArea(invited, areaRows(person, invited, []));
  const province = area.kind === 'district' ? `${role}/${area.province}` : undefined;
  if (province && isChosen(invitedAt(person, province))) return `area ${province}`;
  return isChosen({ role }) ? `area ${role}` : beforeRole(person);
}

const beforeRole = (person: Person): string | undefined => (rolesFor(person).length > 1 ? 'role' : undefined);

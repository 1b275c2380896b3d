import { areasBelow, areasNamed } from '../../kernel/area/named.ts';
import { areaAt, areaPath } from '../../kernel/area/path.ts';
import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { byName } from '../../kernel/ask/byName.ts';
import { type ChoiceRow, readChosen } from '../../kernel/ask/choose.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import type { Wordings } from '../../kernel/commands.ts';
import type { Call } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import { capacities, invitableBy, type Role, scopeKindOf } from '../../programme/people/actor.ts';

/** Where inviting somebody stands: which role, which area, or all is known. */
export type InviteStep =
  | { readonly kind: 'role'; readonly misses: number }
  | ({ readonly kind: 'area' } & AreaQuestion)
  | {
      readonly kind: 'give';
      readonly role: Role;
      readonly scope: Scope;
      /** What was said of whose place is taken; absent while it was not asked. */
      readonly from?: From;
    };

/** A person's id, `-` for nobody or `+` and a page; or a text that has to be read. */
export type From =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'typed'; readonly call: Extract<Call, { kind: 'answer' }> };

export type AreaQuestion = {
  readonly role: Role;
  /** The area is one of these or lies below one. */
  readonly under: readonly Scope[];
  readonly page: number;
  readonly misses: number;
  /** A typed name meant several. */
  readonly meant?: readonly ChoiceRow[];
};

/** Reads the next step out of a call; `centers` are those of the area that is asked about. */
export function inviteStep(
  person: Person,
  call: Call,
  wordings: Wordings,
  centers: readonly Center[],
): InviteStep {
  switch (call.kind) {
    case 'command': {
      const [only, ...others] = roleRows(person);
      return only && others.length === 0 ? withRole(person, only.id, centers) : anyRole;
    }
    case 'act':
      return tapped(person, call, centers);
    case 'answer':
      if (call.act === 'role') return typedRole(person, call, wordings, centers);
      return call.act === 'from'
        ? withFrom(withArea(person, call.data.area, centers), { kind: 'typed', call })
        : typedArea(person, call, wordings, centers);
    case 'event':
      return anyRole;
    default:
      return call satisfies never;
  }
}

/** The roles that this person may invite to, each once. */
export function roleRows(person: Person): readonly ChoiceRow[] {
  const roles = new Set(capacities(person.bindings, 'invite').flatMap(({ role }) => invitableBy[role]));
  return [...roles].map((role) => ({ id: role, name: t(`people:roles.${role}`) }));
}

/** What is asked before the area, as `back` of a prompt: all of that list, the list above it, the role. */
export function beforeArea(person: Person, { role, under, meant }: AreaQuestion): string | undefined {
  const paths = under.map(areaPath).join(' ');
  if (meant) return `more ${role} 0 ${paths}`;
  const own = ownAreas(person, role).map(areaPath).join(' ');
  return paths === own ? beforeRole(person) : `role ${role}`;
}

/** What is asked before whose place is taken: the area where there was a choice, else the role. */
export function beforeFrom(person: Person, role: Role, scope: Scope): string | undefined {
  const around = scope.kind === 'district' ? `${role}/${scope.province}` : undefined;
  if (around && withArea(person, around, []).kind === 'area') return `area ${around}`;
  return withRole(person, role, []).kind === 'area' ? `role ${role}` : beforeRole(person);
}

const beforeRole = (person: Person): string | undefined => (roleRows(person).length > 1 ? 'role' : undefined);

/** The areas to choose from for a role; centers are those that the registry has. */
export function areaRows(
  role: Role,
  under: readonly Scope[],
  centers: readonly Center[],
): readonly ChoiceRow[] {
  const rows = under.flatMap((area): readonly ChoiceRow[] => {
    const row = (scope: Scope) => ({ id: `${role}/${areaPath(scope)}`, name: said(areaName(scope)) });
    if (area.kind === scopeKindOf[role]) return [{ ...row(area), name: areaTitle(area) }];
    if (scopeKindOf[role] !== 'center' || area.kind === 'nation') return areasBelow(area).map(row);
    return centers
      .filter((center) => covers(area, scopeOfCenter(center)))
      .toSorted(byName)
      .map((center) => ({ ...row(scopeOfCenter(center)), name: said(center.name) }));
  });
  return rows.filter(({ id }, place) => rows.findIndex((row) => row.id === id) === place);
}

const anyRole: InviteStep = { kind: 'role', misses: 0 };
type Answer = Extract<Call, { kind: 'answer' }>;

function tapped(
  person: Person,
  call: Extract<Call, { kind: 'act' }>,
  centers: readonly Center[],
): InviteStep {
  if (call.act === 'role') return withRole(person, call.value, centers);
  if (call.act === 'area') return withArea(person, call.value, centers);
  if (call.act === 'from') {
    const [area, id = ''] = call.value?.split('|') ?? [];
    return withFrom(withArea(person, area, centers), { kind: 'id', id });
  }
  const [role, page, ...paths] = call.value?.split(' ') ?? [];
  const question = questionOf(person, role, paths);
  return question ? { kind: 'area', ...question, page: Number(page) } : anyRole;
}

const withFrom = (step: InviteStep, from: From): InviteStep =>
  step.kind === 'give' ? { ...step, from } : step;

function typedRole(person: Person, call: Answer, wordings: Wordings, centers: readonly Center[]): InviteStep {
  const chosen = readChosen(textOf(call), call.data, roleRows(person), wordings);
  if (chosen.kind === 'one') return withRole(person, chosen.id, centers);
  return { kind: 'role', misses: missesOf(call.data) + 1 };
}

function typedArea(person: Person, call: Answer, wordings: Wordings, centers: readonly Center[]): InviteStep {
  const question = questionOf(person, call.data.role, call.data.under?.split(' ') ?? []);
  if (!question) return anyRole;
  const rows = areaRows(question.role, question.under, centers);
  const text = textOf(call);
  const chosen = readChosen(text, call.data, rows, wordings);
  if (chosen.kind === 'one') return withArea(person, chosen.id, centers);
  if (chosen.kind === 'several') {
    return { kind: 'area', ...question, meant: rows.filter(({ id }) => chosen.ids.includes(id)) };
  }
  const titled = areasNamed(text, question.under).map((area) => `${question.role}/${areaPath(area)}`);
  const row = rows.find(({ id }) => titled.includes(id));
  return row
    ? withArea(person, row.id, centers)
    : { kind: 'area', ...question, misses: missesOf(call.data) + 1 };
}

export const textOf = ({ event }: Answer): string => (event.kind === 'text' ? event.text : '');

function withRole(person: Person, name: string | undefined, centers: readonly Center[]): InviteStep {
  const role = roleOf(person, name);
  return role ? within(role, ownAreas(person, role), centers) : anyRole;
}

function withArea(person: Person, id: string | undefined, centers: readonly Center[]): InviteStep {
  const [name, ...path] = id?.split('/') ?? [];
  const role = roleOf(person, name);
  const area = areaAt(path.join('/'));
  const own = role && area && ownAreas(person, role).some((scope) => covers(scope, area));
  if (!own) return anyRole;
  return area.kind === scopeKindOf[role]
    ? { kind: 'give', role, scope: area }
    : within(role, [area], centers);
}

/** Asks for the area only where there is a choice. */
function within(role: Role, under: readonly Scope[], centers: readonly Center[]): InviteStep {
  const [only, ...others] = areaRows(role, under, centers);
  const scope = others.length === 0 ? areaAt(only?.id.slice(role.length + 1)) : undefined;
  return scope?.kind === scopeKindOf[role]
    ? { kind: 'give', role, scope }
    : { kind: 'area', role, under, page: 0, misses: 0 };
}

function questionOf(
  person: Person,
  name: string | undefined,
  paths: readonly string[],
): AreaQuestion | undefined {
  const role = roleOf(person, name);
  if (!role) return undefined;
  const own = ownAreas(person, role);
  const under = paths
    .flatMap((path) => areaAt(path) ?? [])
    .filter((area) => own.some((scope) => covers(scope, area)));
  return { role, under, page: 0, misses: 0 };
}

function roleOf(person: Person, name: string | undefined): Role | undefined {
  return capacities(person.bindings, 'invite')
    .flatMap(({ role }) => invitableBy[role])
    .find((role) => role === name);
}

/** The areas in which this person may invite to a role. */
function ownAreas(person: Person, role: Role): readonly Scope[] {
  return capacities(person.bindings, 'invite')
    .filter((binding) => invitableBy[binding.role].includes(role))
    .map(({ scope }) => scope);
}

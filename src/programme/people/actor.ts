import type { Scope } from '../area/areas.ts';
import { covers, scopeKey } from '../area/areas.ts';

/** The capacities in which people act; one account may have several. */
export const roles = [
  'officer',
  'districtHead',
  'chair',
  'province',
  'director',
  'provinceHead',
  'department',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** A capacity and the area in which it holds. */
export type Binding = {
  readonly role: Role;
  readonly scope: Scope;
  readonly since: Date;
  /** What the center was called when its chair was bound. */
  readonly centerName?: string;
};

/** Those through whom reports pass, from the officer to the head of the province; what waits, waits for one of them. */
export const reportingRoles = [
  'officer',
  'chair',
  'districtHead',
  'province',
  'director',
  'provinceHead',
] as const satisfies readonly Role[];

/** The kind of area that a role is bound to. */
export const scopeKindOf: { readonly [R in Role]: Scope['kind'] } = {
  officer: 'district',
  districtHead: 'district',
  chair: 'center',
  province: 'province',
  director: 'province',
  provinceHead: 'province',
  department: 'nation',
  admin: 'nation',
};

/** Seats that one person holds at a time: a new holder takes over. */
const singleSeats: readonly Role[] = ['chair', 'districtHead', 'provinceHead', 'director'];
export const isSingleSeat = (role: Role): boolean => singleSeats.includes(role);

/** Something that only some may do; the feature that it belongs to declares it. */
export type Deed = { readonly id: string; readonly roles: readonly Role[] };

/** The bindings under which a person may do a deed at all. */
export function capacities(bindings: readonly Binding[], deed: Deed): readonly Binding[] {
  return bindings.filter((binding) => deed.roles.includes(binding.role));
}

/** The areas in which a person may do a deed, each once. */
export function areasFor(bindings: readonly Binding[], deed: Deed): readonly Scope[] {
  const scopes = capacities(bindings, deed).map(({ scope }) => [scopeKey(scope), scope] as const);
  return [...new Map(scopes).values()];
}

/** Whether a person may do a deed in an area. */
export function may(bindings: readonly Binding[], deed: Deed, where: Scope): boolean {
  return capacities(bindings, deed).some((binding) => covers(binding.scope, where));
}

/** Whether a person may do a deed in all of these areas. */
export const mayInAll = (bindings: readonly Binding[], deed: Deed, areas: readonly Scope[]): boolean =>
  areas.every((area) => may(bindings, deed, area));

/** Whether one of the bindings is a role in exactly this area. */
export const holds = (bindings: readonly Binding[], role: Role, scope: Scope): boolean =>
  bindings.some((binding) => binding.role === role && scopeKey(binding.scope) === scopeKey(scope));

/** Which roles one may invite to, and only within one's own scope. */
export const invitableBy: { readonly [R in Role]: readonly Role[] } = {
  officer: [],
  districtHead: ['officer', 'chair'],
  chair: [],
  province: ['officer', 'districtHead', 'chair'],
  director: ['officer', 'districtHead', 'chair'],
  provinceHead: ['officer', 'districtHead', 'chair', 'province', 'director'],
  department: ['officer', 'districtHead', 'chair', 'province', 'director', 'provinceHead', 'department'],
  admin: [],
};

import { covers, type Scope, scopeKey } from '../../../programme/area/areas.ts';
import { type Binding, capacities, type reportingRoles } from '../../../programme/people/actor.ts';

/** Who may be written to by an announcement. */
export type AddressedRole = (typeof reportingRoles)[number];

/** Whom an announcement is for. */
export type Audience = {
  readonly roles: readonly AddressedRole[];
  readonly areas: readonly Scope[];
  /** Only those who have something overdue. */
  readonly late: boolean;
};

/** Whether one of the capacities is a role of the audience within its areas. */
export const isAddressed = (bindings: readonly Binding[], { roles, areas }: Audience): boolean =>
  bindings.some(
    ({ role, scope }) => roles.some((one) => one === role) && areas.some((area) => covers(area, scope)),
  );

/** The areas that somebody may announce in, each once. */
export const announcingIn = (bindings: readonly Binding[]): readonly Scope[] =>
  scopesFor(bindings, 'announce');

/** The areas where somebody may remind those who are late. */
export const remindingIn = (bindings: readonly Binding[]): readonly Scope[] => scopesFor(bindings, 'remind');

function scopesFor(bindings: readonly Binding[], deed: 'announce' | 'remind'): readonly Scope[] {
  const scopes = capacities(bindings, deed).map(({ scope }) => [scopeKey(scope), scope] as const);
  return [...new Map(scopes).values()];
}

/** Whether somebody may, now, announce to all of an audience. */
export const mayAnnounceTo = (bindings: readonly Binding[], { areas }: Audience): boolean =>
  areAllWithin(areas, announcingIn(bindings));

/** Whether somebody may, now, remind those who are late in all of these areas. */
export const mayRemindIn = (bindings: readonly Binding[], areas: readonly Scope[]): boolean =>
  areAllWithin(areas, remindingIn(bindings));

const areAllWithin = (areas: readonly Scope[], own: readonly Scope[]): boolean =>
  areas.every((area) => own.some((one) => covers(one, area)));

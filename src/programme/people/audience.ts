import { covers, type Scope } from '../area/areas.ts';
import type { Binding, reportingRoles } from './actor.ts';

/** Who may be written to as a part of an audience. */
export type AddressedRole = (typeof reportingRoles)[number];

/** Whom something is for that is sent to many. */
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

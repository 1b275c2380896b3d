import type { Deed } from '../../programme/people/actor.ts';
import { freezingRoles } from '../../programme/report/freeze.ts';

export const freezeReports: Deed = { id: 'freezeReports', roles: freezingRoles };

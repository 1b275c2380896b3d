import type { Deed } from '../../programme/people/actor.ts';
import { signingRoles } from '../../programme/report/signSteps.ts';

/** To sign reports; whoever was named for a vacant seat may sign as well. */
export const signReports: Deed = { id: 'signReports', roles: signingRoles };

export const acknowledgeReports: Deed = { id: 'acknowledgeReports', roles: ['chair'] };

export const certifyReports: Deed = { id: 'certifyReports', roles: ['districtHead', 'provinceHead'] };

/** To send reports, and so to recall them and to record what was signed on paper. */
export const submitReports: Deed = { id: 'submitReports', roles: ['officer'] };

/** Whose reports are looked for: those that they sign and those that they send. */
export const followReports: Deed = {
  id: 'followReports',
  roles: [...signReports.roles, ...submitReports.roles],
};

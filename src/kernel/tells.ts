import { claims } from './claims.ts';
import type { Feature } from './feature.ts';
import type { TellsOfJobs } from './recipient.ts';

/** Whom the jobs tell. Throws where two features claim one job. */
export const tellsOf = (features: readonly Feature[]): TellsOfJobs =>
  Object.fromEntries(claims(features, 'job', ({ tells = {} }) => Object.entries(tells)));

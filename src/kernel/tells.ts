import type { Feature } from './feature.ts';
import type { TellsOfJobs } from './recipient.ts';

/** Whom the jobs tell. Throws where two features claim one job. */
export function tellsOf(features: readonly Feature[]): TellsOfJobs {
  const owners = new Map<string, string>();
  for (const { id, tells = {} } of features)
    for (const job of Object.keys(tells)) {
      const other = owners.get(job);
      if (other !== undefined) throw new Error(`both ${other} and ${id} claim the job ${job}`);
      owners.set(job, id);
    }
  return Object.assign({}, ...features.map(({ tells = {} }) => tells));
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a trial keeps in DATA_DIR besides its database. */
export const trialFiles = { clock: 'clock.json', people: 'people.json' } as const;

/** Begins anew: the clock and the people of the last trial go; the keys stay, since nothing is left to open with them. */
export async function forgetTrial(dataDir: string): Promise<void> {
  for (const file of Object.values(trialFiles)) await rm(join(dataDir, file), { force: true });
}

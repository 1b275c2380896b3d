import type { Done, Job } from '../../../kernel/effects.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import { frozenBy } from '../../../programme/report/freeze.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { freezeBefore } from './frozen.ts';
import { createHouseholdWork } from './household.ts';
import { createRoundWork } from './round.ts';

/** All that concerns a center's households. */
export function createHouseholdsWork(store: Kept, entropy: (of: string) => Uint8Array, limits: DebtLimits) {
  const households = createHouseholdWork(store, limits);
  const submitRound = createRoundWork(store, entropy);

  return async (job: Job, intent: HouseholdsIntent): Promise<Done> => {
    const { center: id, year } = intent;
    const where = { center: id, year };
    const freeze = intent.kind === 'submitRound' ? undefined : await freezeBefore(store, job, intent);
    if (freeze) return quiet({ of: 'householdsFrozen', ...where, freeze: frozenBy(freeze) });
    switch (intent.kind) {
      case 'joinHousehold': {
        const result = await households.join(job, intent, await centerOf(id));
        return quiet({ of: intent.kind, ...where, result });
      }
      case 'workHousehold': {
        const { household, work } = intent;
        const result = await households.work(job, intent);
        return quiet({ of: intent.kind, ...where, household, work, result });
      }
      case 'batchHouseholds':
        return quiet({ of: intent.kind, ...where, lines: await households.batch(job, intent) });
      case 'logCenterStep':
        return quiet({ of: intent.kind, ...where, result: await households.logCenterStep(job, intent) });
      case 'moveHousehold': {
        const { household, to } = intent;
        const result = await households.move(job, intent, await centerOf(to));
        return quiet({ of: intent.kind, ...where, household, to, result });
      }
      case 'submitRound': {
        const { round } = intent;
        const { notices, ...decided } = await submitRound(job, intent, await centerOf(id));
        return { outcome: { of: intent.kind, ...where, round, ...decided }, notices };
      }
      default:
        return intent satisfies never;
    }
  };

  async function centerOf(id: HouseholdsIntent['center']) {
    const found = await store.centers.read(id);
    if (!found) throw new Error('an intent names a center that the registry does not hold');
    return found.center;
  }
}

/** Nobody else is told. */
const quiet = (outcome: Done['outcome']): Done => ({ outcome, notices: [] });

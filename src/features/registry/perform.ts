import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job } from '../../kernel/effects.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { Kept } from '../../kernel/store.ts';
import { decideCenter } from '../../programme/center/record.ts';

/** A center's entry decides on corrections and confirmations. */
export function createRegistryWork({ centers }: Pick<Kept, 'centers'>) {
  return async ({ id, by, at }: Job, intent: IntentOf<'correctCenter' | 'confirmCenter'>): Promise<Done> => {
    const { year } = intent;
    const who = { id, by: by.id, at };
    const decided = await decideShared(centers, intent.center, (present) => {
      if (!present) return undefined;
      return intent.kind === 'correctCenter'
        ? decideCenter(present, { ...who, kind: 'correct', year, corrections: [intent.correction] })
        : decideCenter(present, { ...who, kind: 'confirm', year, as: intent.as });
    });
    if (!decided) throw new Error('an intent names a center that the registry does not hold');
    return {
      outcome: { of: intent.kind, center: intent.center, year, result: decided.outcome },
      notices: [],
    };
  };
}

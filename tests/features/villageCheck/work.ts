import type { Done, Job, Parts } from '../../../src/kernel/effects.ts';
import type { IntentOf } from '../../../src/kernel/intent.ts';
import { decideCase } from '../../../src/kernel/report/work.ts';
import { capacities } from '../../../src/programme/people/actor.ts';
import { newReportCase } from '../../../src/programme/report/case.ts';
import { decideReport } from '../../../src/programme/report/decide/decideReport.ts';
import type { ReportIntent } from '../../../src/programme/report/intent.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import { makeReceipt } from '../../../src/programme/report/receipt.ts';
import { certify } from './deeds.ts';
import { type VillageReport, villageKind, villageRules } from './kind.ts';
import { villageWith } from './villages.ts';

/** Lets the case of a village decide. */
export const createVillageWork =
  ({ store, entropy }: Pick<Parts, 'store' | 'entropy'>) =>
  async (job: Job, intent: IntentOf<'villageCheck'>): Promise<Done> => {
    const { village, year, quarter, want } = intent;
    const unit = villageWith(village)?.unit;
    if (!unit) throw new Error('an intent names no village');
    const fresh = newReportCase(villageRules, unit, { year, part: quarter }, 2565);
    const decided = await decideCase<VillageReport, never, unknown, CaseOutcome>(
      store,
      villageKind,
      { id: fresh.id, fresh },
      (present, { attempt, around }) =>
        decideReport<VillageReport>(villageRules)(
          present,
          intentOf(job, want, makeReceipt(year, entropy(job.id), attempt)),
          around,
        ),
    );
    if (!decided) throw new Error('a case always decides');
    const result = decided.outcome;
    return { outcome: { of: 'villageCheck', village, year, quarter, result }, notices: [] };
  };

function intentOf(
  { id, by, at }: Job,
  want: IntentOf<'villageCheck'>['want'],
  receipt: ReturnType<typeof makeReceipt>,
): ReportIntent<VillageReport> {
  const acting = { id, by: by.id, name: by.name ?? '', at };
  switch (want.kind) {
    case 'claim':
      return { ...acting, kind: 'claim', draft: id, takeOver: false };
    case 'release':
      return { ...acting, ...want };
    case 'submit':
      return { ...acting, ...want, receipt };
    case 'sign': {
      const [capacity] = capacities(by.bindings, certify);
      return {
        ...acting,
        ...want,
        receipt,
        position: capacity?.role ?? '',
        ...(capacity && { capacity: { role: capacity.role, scope: capacity.scope } }),
      };
    }
    default:
      return want satisfies never;
  }
}

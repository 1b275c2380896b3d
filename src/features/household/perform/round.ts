import type { Done, Job } from '../../../kernel/effects.ts';
import { settle } from '../../../kernel/settle.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { Center } from '../../../programme/center/center.ts';
import { makeReceipt } from '../../../programme/report/receipt.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { readRoundContent } from '../reads/roundContent.ts';
import { countFlags } from '../rules/plausibility.ts';
import {
  type DebtReport,
  debtReportId,
  decideRound,
  newDebtReport,
  type RoundOutcome,
} from '../rules/round.ts';
import { contributionsOfDebtReport } from '../standing.ts';

type Notices = Done['notices'];
type SubmitRound = Extract<HouseholdsIntent, { kind: 'submitRound' }>;

/** A round of debt reports: its case decides, then the standings, then who is told. */
export function createRoundWork(store: Kept, entropy: (of: string) => Uint8Array) {
  return async (job: Job, { year, round, shown }: SubmitRound, center: Center) => {
    const { id, by, at } = job;
    const area = { center: center.id, province: center.province, district: center.district };
    let attempt = 0;
    const decided = await settle(store.debtReports, debtReportId(center.id, round, year), async (present) => {
      const content = await readRoundContent(store, center, year);
      const receipt = makeReceipt(year, entropy(id), attempt++);
      const who = { kind: 'submit' as const, id, by: by.id, name: by.name ?? '', at };
      return decideRound(present ?? newDebtReport(area, round, year), {
        ...who,
        receipt,
        ...(shown !== undefined && { shown }),
        ...content,
      });
    });
    if (!decided) throw new Error('a debt report always decides');
    const { record, outcome: result } = decided;
    await store.standings.contribute(year, contributionsOfDebtReport(record));
    return { result, notices: await noticesOf(job, record, result, center) };
  };

  async function noticesOf(
    { by }: Job,
    { year, round }: DebtReport,
    outcome: RoundOutcome,
    { id: center, province, district, name: centerName }: Center,
  ): Promise<Notices> {
    if (outcome.kind !== 'submitted') return [];
    const { receipt, households, flags } = outcome;
    const [heads, provincial] = await Promise.all([
      store.persons.holding(['districtHead'], { kind: 'district', province, district }),
      store.persons.holding(['province'], { kind: 'province', province }),
    ]);
    const told = [...new Set([...heads, ...provincial])].filter((person) => person !== by.id);
    return told.map((to) => ({
      to,
      notice: {
        ...{
          kind: 'roundSubmitted',
          center,
          province,
          district,
          centerName,
          year,
          round,
          receipt,
          households,
        },
        flags: countFlags(flags),
        by: by.name ?? '',
      },
    }));
  }
}

import type { Done, Job, Parts } from '../../../kernel/effects.ts';
import type { OutcomeOf } from '../../../kernel/intent.ts';
import type { NoticeOf } from '../../../kernel/notice.ts';
import { signersOf } from '../../../kernel/report/signers.ts';
import { vacancyNotices } from '../../../kernel/report/vacancy.ts';
import { decideCase } from '../../../kernel/report/work.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { Receipt } from '../../../programme/ids.ts';
import { makeReceipt } from '../../../programme/report/receipt.ts';
import { roundKinds } from '../cases.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { readRoundMaterial } from '../reads/roundMaterial.ts';
import { countFlags } from '../rules/plausibility.ts';
import {
  type DebtReport,
  decideRound,
  newDebtReport,
  type RoundContent,
  type RoundObstacle,
  type RoundOutcome,
  roundOf,
  roundRules,
} from '../rules/round.ts';

type SubmitRound = Extract<HouseholdsIntent, { kind: 'submitRound' }>;
type Sent = NonNullable<OutcomeOf<'submitRound'>['sent']>;
type Submitted = Pick<Done, 'notices'> & { readonly result: RoundOutcome; readonly sent?: Sent };

/** A round of debt reports: its case decides, then who is told. */
export function createRoundWork(store: Kept, entropy: Parts['entropy']) {
  return async (job: Job, intent: SubmitRound, center: Center): Promise<Submitted> => {
    const { id, by, at } = job;
    const { year, round, shown } = intent;
    const area = { center: center.id, province: center.province, district: center.district };
    const fresh = newDebtReport(area, round, year);
    const decided = await decideCase<RoundContent, RoundObstacle, unknown, RoundOutcome>(
      store,
      roundKinds[round],
      { id: fresh.id, fresh },
      async (present, { attempt, around }) => {
        const material = await readRoundMaterial(store, center, year);
        const receipt = makeReceipt(year, entropy(id), attempt);
        const who = { kind: 'submit', id, by: by.id, name: by.name ?? '', at } as const;
        const sent = { ...who, receipt, material, ...(shown !== undefined && { shown }) };
        return decideRound(present, sent, around);
      },
    );
    if (!decided) throw new Error('a debt report always decides');
    const { record, outcome: result } = decided;
    const sent = result.kind === 'submitted' ? sentIn(record, result.receipt) : undefined;
    if (result.kind !== 'submitted' || !sent) return { result, notices: [] };
    return {
      result,
      sent: { ...sent, centerName: center.name },
      notices: await noticesOf(job, record, center, { ...sent, receipt: result.receipt }),
    };
  };

  async function noticesOf(
    job: Job,
    record: DebtReport,
    { id: center, province, district, name: centerName }: Center,
    { receipt, households, flags }: Sent & { readonly receipt: Receipt },
  ): Promise<Done['notices']> {
    const { by, at } = job;
    const round = roundOf(record);
    const [next, heads, provincial] = await Promise.all([
      signersOf(store, record, roundRules[round], at),
      store.persons.holding(['districtHead'], { kind: 'district', province, district }),
      store.persons.holding(['province'], { kind: 'province', province }),
    ]);
    const notice: NoticeOf<'roundSubmitted'> = {
      ...{ kind: 'roundSubmitted', center, province, district, centerName, round, receipt, households },
      ...{ year: record.period.year, flags: countFlags(flags), by: by.name ?? '' },
    };
    const waiting = { record, rules: roundRules[round], name: centerName, signers: next };
    const vacancies = await vacancyNotices(store, job, waiting);
    const toName = vacancies.map(({ to }) => to);
    const told = [...new Set([...next, ...heads, ...provincial])]
      .filter((person) => person !== by.id && !toName.includes(person))
      .map((to) => ({ to, notice: next.includes(to) ? { ...notice, waits: record.id } : notice }));
    return [...told, ...vacancies];
  }
}

function sentIn({ revisions }: DebtReport, receipt: Receipt): Sent | undefined {
  const content = revisions.find((one) => one.receipt === receipt)?.content;
  return content && { households: content.rows.filter(({ moved }) => !moved).length, flags: content.flags };
}

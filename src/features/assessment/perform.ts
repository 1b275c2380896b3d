import type { DraftId } from '../../engine/ids.ts';
import type { Done, Job } from '../../kernel/effects.ts';
import type { Intent, Outcome } from '../../kernel/intent.ts';
import { draftOf } from '../../kernel/person.ts';
import { settle } from '../../kernel/settle.ts';
import type { Kept } from '../../kernel/store.ts';
import type { Center } from '../../programme/center/center.ts';
import { decideCenter } from '../../programme/center/record.ts';
import type { CaseId, CenterId, FiscalYear, PersonId } from '../../programme/ids.ts';
import { makeReceipt } from '../../programme/report/receipt.ts';
import { centerAssessment2565 as form } from './forms/centerAssessment2565.ts';
import {
  type CaseIntent,
  type CaseOutcome,
  decideCase,
  type Holder,
  type ReportCase,
} from './rules/reportCase.ts';
import { contributionsOfCase } from './standing.ts';

type CaseWork = Extract<Intent, { kind: 'claim' | 'release' | 'submit' | 'carryPlan' }>;

/** What an assessment's case decides, then in this order: the registry, the standing, who is told. */
export function createAssessmentWork(store: Kept, entropy: (of: string) => Uint8Array) {
  return async (job: Job, intent: CaseWork): Promise<Done> => {
    const center = await store.centers.read(intent.center);
    if (!center) throw new Error('an intent names a center that the registry does not hold');
    let attempt = 0;
    const caseId = assessmentCaseId(intent.center, intent.year);
    const decided = await settle(store.cases, caseId, (present) => {
      const wanted = toCaseIntent(job, intent, () => makeReceipt(intent.year, entropy(job.id), attempt++));
      const { case: record, outcome } = decideCase(
        present ?? newCase(caseId, center.center, intent.year),
        wanted,
      );
      return { record, outcome };
    });
    if (!decided) throw new Error('a case always decides');
    const { record, outcome } = decided;
    await correctCenter(job, intent, outcome);
    await store.standings.contribute(intent.year, contributionsOfCase(record));
    return {
      outcome: await toOutcome(intent, outcome),
      notices: await noticesOf(job, record, outcome, center.center),
    };
  };

  async function toOutcome({ kind, center, year }: CaseWork, result: CaseOutcome): Promise<Outcome> {
    if (kind === 'carryPlan') return { of: kind, center, result };
    const answers = result.kind === 'claimed' && result.from ? await answersOf(result.from) : undefined;
    return { of: kind, center, year, result, ...(answers ? { answers } : {}) };
  }

  /** They go with the case; the draft of the one who held it is closed when the notice comes, which is later. */
  async function answersOf({ person, draft }: Holder) {
    const [before] = await store.persons.read([person]);
    const left = before && draftOf(before.person, draft);
    return left && { facts: left.facts, log: left.log };
  }

  async function correctCenter(job: Job, intent: CaseWork, outcome: CaseOutcome): Promise<void> {
    if (intent.kind !== 'submit' || outcome.kind !== 'submitted') return;
    if (intent.corrections.length === 0) return;
    const { year, corrections } = intent;
    const who = { id: job.id, by: job.by.id, at: job.at };
    await settle(
      store.centers,
      intent.center,
      (present) => present && decideCenter(present, { ...who, kind: 'correct', year, corrections }),
    );
  }

  async function noticesOf(
    job: Job,
    record: ReportCase,
    outcome: CaseOutcome,
    center: Center,
  ): Promise<Done['notices']> {
    const by = job.by.name ?? '';
    if (outcome.kind === 'claimed' && outcome.from) {
      const { person, draft } = outcome.from;
      return [
        {
          to: person,
          notice: { kind: 'draftTakenOver', draft: draft as DraftId, centerName: center.name, by },
        },
      ];
    }
    if (outcome.kind !== 'submitted') return [];
    const { receipt, total, level } = outcome;
    const { province, district, id, name: centerName } = center;
    const to = await told(center);
    return to
      .filter((person) => person !== job.by.id)
      .map((person) => ({
        to: person,
        notice: {
          kind: 'assessmentSubmitted',
          center: id,
          province,
          district,
          centerName,
          year: record.year,
          receipt,
          total,
          level,
          by,
        },
      }));
  }

  /** The chair first, then who certifies next. */
  async function told({ id: center, province, district }: Center): Promise<readonly PersonId[]> {
    const [chairs, heads] = await Promise.all([
      store.persons.holding(['chair'], { kind: 'center', province, district, center }),
      store.persons.holding(['districtHead'], { kind: 'district', province, district }),
    ]);
    return [...new Set([...chairs, ...heads])];
  }
}

export const assessmentCaseId = (center: CenterId, year: FiscalYear): CaseId =>
  `${center}:${form.id}:${year}` as CaseId;

function newCase(id: CaseId, center: Center, year: FiscalYear): ReportCase {
  return {
    id,
    rev: 0,
    center: center.id,
    province: center.province,
    district: center.district,
    year,
    form: form.id,
    version: form.version,
    revisions: [],
    planStates: {},
    outcomes: {},
  };
}

function toCaseIntent(
  { id, by, at }: Job,
  intent: CaseWork,
  receipt: () => ReturnType<typeof makeReceipt>,
): CaseIntent {
  const who = { id, by: by.id, name: by.name ?? '', at };
  switch (intent.kind) {
    case 'claim':
      return { ...who, kind: 'claim', draft: id, takeOver: intent.takeOver };
    case 'release':
      return { ...who, kind: 'release', draft: intent.draft };
    case 'submit':
      return { ...who, kind: 'submit', draft: intent.draft, receipt: receipt(), report: intent.report };
    case 'carryPlan':
      return { ...who, kind: 'carryPlan', line: intent.line, state: intent.state };
    default:
      return intent satisfies never;
  }
}

import type { DraftId } from '../../engine/ids.ts';
import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts, Performers } from '../../kernel/effects.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { NoticeOf } from '../../kernel/notice.ts';
import { draftOf } from '../../kernel/person.ts';
import { decideCase } from '../../kernel/report/work.ts';
import type { Kept } from '../../kernel/store.ts';
import type { Center } from '../../programme/center/center.ts';
import { decideCenter } from '../../programme/center/record.ts';
import type { CenterId, FiscalYear, PersonId, Receipt } from '../../programme/ids.ts';
import type { CaseOutcome, Holder } from '../../programme/report/outcome.ts';
import { makeReceipt } from '../../programme/report/receipt.ts';
import { assessmentKind } from './cases.ts';
import { centerAssessment2565 as form } from './forms/centerAssessment2565.ts';
import {
  type AssessmentCase,
  type AssessmentIntent,
  type AssessmentReport,
  decideAssessment,
  newAssessmentCase,
} from './rules/assessmentCase.ts';
import type { PlanOutcome, PlanStates } from './rules/carryPlan.ts';

type AssessmentWork = Pick<Required<Performers>, 'claim' | 'release' | 'submit' | 'carryPlan'>;
type Notices = Done['notices'];
/** What an intent says beside who wants it, made anew for each try. */
type Wanted = (attempt: number) => AssessmentIntent;

/** What an assessment's case decides; of a report then the registry, and who is told. */
export function createAssessmentWork(store: Kept, entropy: Parts['entropy']): AssessmentWork {
  return { claim, release, submit, carryPlan };

  async function claim(job: Job, { center: id, year, takeOver }: IntentOf<'claim'>): Promise<Done> {
    const center = await centerWith(id);
    const intent = { ...acting(job), kind: 'claim', draft: job.id, takeOver } as const;
    const { outcome: result } = await decide(center, year, () => intent);
    const from = result.kind === 'claimed' ? result.from : undefined;
    const answers = from && (await answersOf(from));
    return {
      outcome: { of: 'claim', center: id, year, result: caseOutcome(result), ...(answers && { answers }) },
      notices: from ? [takenOver(job, from, center)] : [],
    };
  }

  async function release(job: Job, { center: id, year, draft }: IntentOf<'release'>): Promise<Done> {
    const intent = { ...acting(job), kind: 'release', draft } as const;
    const { outcome: result } = await decide(await centerWith(id), year, () => intent);
    return { outcome: { of: 'release', center: id, year, result: caseOutcome(result) }, notices: [] };
  }

  async function submit(job: Job, intent: IntentOf<'submit'>): Promise<Done> {
    const { center: id, year, draft, report: content } = intent;
    const center = await centerWith(id);
    const { record, outcome: result } = await decide(center, year, (attempt) => {
      const receipt = makeReceipt(year, entropy(job.id), attempt);
      return { ...acting(job), kind: 'submit', draft, receipt, content };
    });
    const of = { of: 'submit', center: id, year, result: caseOutcome(result) } as const;
    const report = result.kind === 'submitted' ? reportWith(record, result.receipt) : undefined;
    if (result.kind !== 'submitted' || !report) return { outcome: of, notices: [] };
    await correct(job, intent);
    const { total, level, percent } = report;
    return {
      outcome: { ...of, score: { total, level, percent } },
      notices: await submittedNotices(job, center, year, result.receipt, report),
    };
  }

  async function carryPlan(job: Job, { center: id, year, ...told }: IntentOf<'carryPlan'>): Promise<Done> {
    const intent = { ...told, ...acting(job) };
    const { outcome: result } = await decide(await centerWith(id), year, () => intent);
    return { outcome: { of: 'carryPlan', center: id, result }, notices: [] };
  }

  async function centerWith(id: CenterId): Promise<Center> {
    const found = await store.centers.read(id);
    if (!found) throw new Error('an intent names a center that the registry does not hold');
    return found.center;
  }

  async function decide(center: Center, year: FiscalYear, wanted: Wanted) {
    const fresh = newAssessmentCase(center, year, form.version);
    const decided = await decideCase<AssessmentReport, PlanOutcome, PlanStates, CaseOutcome | PlanOutcome>(
      store,
      assessmentKind,
      fresh.id,
      (present, attempt) => decideAssessment(present ?? fresh, wanted(attempt)),
    );
    if (!decided) throw new Error('a case always decides');
    return decided;
  }

  /** They go with the case; the draft of the one who held it is closed when the notice comes, which is later. */
  async function answersOf({ person, draft }: Holder) {
    const [before] = await store.persons.read([person]);
    const left = before && draftOf(before.person, draft);
    return left && { facts: left.facts, log: left.log };
  }

  /** What part 1 of the form corrects in the registry. */
  async function correct({ id, by, at }: Job, { center, year, corrections }: IntentOf<'submit'>) {
    if (corrections.length === 0) return;
    const intent = { id, by: by.id, at, kind: 'correct', year, corrections } as const;
    await decideShared(store.centers, center, (present) => present && decideCenter(present, intent));
  }

  async function submittedNotices(
    { by }: Job,
    { id: center, province, district, name: centerName }: Center,
    year: FiscalYear,
    receipt: Receipt,
    { total, level }: AssessmentReport,
  ): Promise<Notices> {
    const notice: NoticeOf<'assessmentSubmitted'> = {
      ...{ kind: 'assessmentSubmitted', center, province, district, centerName },
      ...{ year, receipt, total, level, by: by.name ?? '' },
    };
    const to = await told(center, province, district);
    return to.filter((person) => person !== by.id).map((person) => ({ to: person, notice }));
  }

  /** The chair first, then who certifies next. */
  async function told(center: CenterId, province: string, district: string): Promise<readonly PersonId[]> {
    const [chairs, heads] = await Promise.all([
      store.persons.holding(['chair'], { kind: 'center', province, district, center }),
      store.persons.holding(['districtHead'], { kind: 'district', province, district }),
    ]);
    return [...new Set([...chairs, ...heads])];
  }
}

const acting = ({ id, by, at }: Job) => ({ id, by: by.id, name: by.name ?? '', at });

const reportWith = ({ revisions }: AssessmentCase, receipt: Receipt): AssessmentReport | undefined =>
  revisions.find((one) => one.receipt === receipt)?.content;

const takenOver = (
  { by }: Job,
  { person, draft }: Holder,
  { name: centerName }: Center,
): Notices[number] => ({
  to: person,
  notice: { kind: 'draftTakenOver', draft: draft as DraftId, centerName, by: by.name ?? '' },
});

/** What is no word about the plan. */
function caseOutcome(outcome: CaseOutcome | PlanOutcome): CaseOutcome {
  if (outcome.kind === 'noted' || outcome.kind === 'noSuchLine')
    throw new Error('an intent of the report was decided as one of the plan');
  return outcome;
}

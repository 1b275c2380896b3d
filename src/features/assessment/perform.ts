import { isDeepStrictEqual } from 'node:util';
import type { DraftId } from '../../engine/ids.ts';
import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts, Performers } from '../../kernel/effects.ts';
import { pinnedVersion } from '../../kernel/forms.ts';
import type { IntentOf } from '../../kernel/intent.ts';
import type { NoticeOf } from '../../kernel/notice.ts';
import { draftOf } from '../../kernel/person.ts';
import { signersOf } from '../../kernel/report/signers.ts';
import { vacancyNotices } from '../../kernel/report/vacancy.ts';
import { decideCase } from '../../kernel/report/work.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterCorrection } from '../../programme/center/correction.ts';
import { decideCenter } from '../../programme/center/record.ts';
import type { CenterId, FiscalYear, Receipt } from '../../programme/ids.ts';
import type { FormVersion } from '../../programme/report/hash.ts';
import type { CaseOutcome, Holder } from '../../programme/report/outcome.ts';
import { makeReceipt } from '../../programme/report/receipt.ts';
import { assessmentKind } from './cases.ts';
import { correctionsIn } from './general.ts';
import { highestTotal } from './rules/assessment.ts';
import {
  type AssessmentCase,
  type AssessmentIntent,
  type AssessmentReport,
  assessmentRules,
  decideAssessment,
  newAssessmentCase,
} from './rules/assessmentCase.ts';
import type { PlanOutcome, PlanStates } from './rules/carryPlan.ts';
import { scoredForm } from './versions.ts';

type AssessmentWork = Pick<Required<Performers>, 'claim' | 'release' | 'submit' | 'carryPlan'>;
type Notices = Done['notices'];
type Needed = Pick<Parts, 'store' | 'entropy' | 'forms'>;
/** What is wanted of the case as it is now. */
type Wanted = (present: AssessmentCase, attempt: number) => AssessmentIntent;

/** What an assessment's case decides; of a report then the registry, and who is told. */
export function createAssessmentWork({ store, entropy, forms }: Needed): AssessmentWork {
  return { claim, release, submit, carryPlan };

  async function claim(job: Job, { center: id, year, takeOver, revises }: IntentOf<'claim'>): Promise<Done> {
    const center = await centerWith(id);
    const pinned = pinnedVersion(await store.years.list(), forms, assessmentRules.form, year);
    const kind = revises ? 'revise' : 'claim';
    const intent = { ...acting(job), kind, draft: job.id, takeOver } as const;
    // A draft that somebody has in hand goes on with its version, as long as that is known.
    const { record, outcome: result } = await decide(center, year, ({ holder, form }) => ({
      ...intent,
      ...(!(holder && isKnown(form)) && { version: pinned }),
    }));
    const { version } = record.form;
    const from = result.kind === 'claimed' ? result.from : undefined;
    const answers = from && (await answersOf(from, version));
    return {
      outcome: {
        of: 'claim',
        center: id,
        year,
        version,
        result: caseOutcome(result),
        ...(answers && { answers }),
      },
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
    const { record, outcome: result } = await decide(center, year, (_present, attempt) => {
      const receipt = makeReceipt(year, entropy(job.id), attempt);
      return { ...acting(job), kind: 'submit', draft, receipt, content };
    });
    const outcome = { of: 'submit', center: id, year, result: caseOutcome(result) } as const;
    const report = result.kind === 'submitted' ? reportWith(record, result.receipt) : undefined;
    if (result.kind !== 'submitted' || !report) return { outcome, notices: [] };
    await correct(job, { ...intent, corrections: correctedAnew(intent.corrections, record) });
    const { total, level, percent } = report;
    const of = highestTotal(scoredForm(forms, record.form).scoring);
    return {
      outcome: { ...outcome, score: { total, of, level, percent } },
      notices: await submittedNotices(job, center, record, { receipt: result.receipt, total, of, level }),
    };
  }

  async function carryPlan(job: Job, { center: id, year, ...work }: IntentOf<'carryPlan'>): Promise<Done> {
    const intent = { ...work, ...acting(job) };
    const { outcome: result } = await decide(await centerWith(id), year, () => intent);
    return { outcome: { of: 'carryPlan', center: id, year, result }, notices: [] };
  }

  async function centerWith(id: CenterId): Promise<Center> {
    const found = await store.centers.read(id);
    if (!found) throw new Error('an intent names a center that the registry does not hold');
    return found.center;
  }

  async function decide(center: Center, year: FiscalYear, wanted: Wanted) {
    const newest = forms.newest[assessmentRules.form] ?? 0;
    const fresh = newAssessmentCase(center, year, newest);
    const decided = await decideCase<AssessmentReport, PlanOutcome, PlanStates, CaseOutcome | PlanOutcome>(
      store,
      assessmentKind,
      { id: fresh.id, fresh },
      (present, { attempt, around }) => decideAssessment(present, wanted(present, attempt), around),
    );
    if (!decided) throw new Error('a case always decides');
    return decided;
  }

  function isKnown({ id: form, version }: FormVersion): boolean {
    return forms.talkOf({ form, version }) !== undefined;
  }

  /**
   * Answers to the same questions go with the case; the draft of the one who held it is closed when the notice comes,
   * which is later.
   */
  async function answersOf({ person, draft }: Holder, version: number) {
    const [before] = await store.persons.read([person]);
    const left = before && draftOf(before.person, draft);
    return left?.version === version ? { facts: left.facts, log: left.log } : undefined;
  }

  /** What part 1 of the form corrects in the registry. */
  async function correct({ id, by, at }: Job, { center, year, corrections }: IntentOf<'submit'>) {
    if (corrections.length === 0) return;
    const intent = { id, by: by.id, at, kind: 'correct', year, corrections } as const;
    await decideShared(store.centers, center, (present) => present && decideCenter(present, intent));
  }

  /** Whoever signs next, the center's chair and the head of the district. */
  async function submittedNotices(
    job: Job,
    { id: center, province, district, name: centerName }: Center,
    record: AssessmentCase,
    submitted: Pick<NoticeOf<'assessmentSubmitted'>, 'receipt' | 'total' | 'of' | 'level'>,
  ): Promise<Notices> {
    const { by, at } = job;
    const [next, chairs, heads] = await Promise.all([
      signersOf(store, record, assessmentRules, at),
      store.persons.holding(['chair'], { kind: 'center', province, district, center }),
      store.persons.holding(['districtHead'], { kind: 'district', province, district }),
    ]);
    const { year } = record.period;
    const waiting = { record, rules: assessmentRules, name: centerName, signers: next };
    const vacancies = await vacancyNotices(store, job, waiting);
    const toName = vacancies.map(({ to }) => to);
    const told = [...new Set([...next, ...chairs, ...heads])]
      .filter((person) => person !== by.id && !toName.includes(person))
      .map((to): Notices[number] => ({
        to,
        notice: {
          ...{ kind: 'assessmentSubmitted', center, province, district, centerName, year },
          ...{ ...submitted, by: by.name ?? '' },
          ...(next.includes(to) && { waits: record.id }),
        },
      }));
    return [...told, ...vacancies];
  }
}

/** Those that the revision before did not bring to the registry already. */
function correctedAnew(
  corrections: readonly CenterCorrection[],
  { revisions }: AssessmentCase,
): readonly CenterCorrection[] {
  const before = correctionsIn(revisions.at(-2)?.content.answers ?? {});
  return corrections.filter((one) => !before.some((other) => isDeepStrictEqual(one, other)));
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

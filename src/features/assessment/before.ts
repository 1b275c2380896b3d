import { z } from 'zod';
import type { CenterId, FiscalYear, IsoDate, PersonId, Receipt } from '../../programme/ids.ts';
import { hashOf } from '../../programme/report/hash.ts';
import type { CaseOutcome } from '../../programme/report/outcome.ts';
import {
  type AssessmentCase,
  type AssessmentReport,
  assessmentRules,
  newAssessmentCase,
} from './rules/assessmentCase.ts';
import type { PlanOutcome } from './rules/carryPlan.ts';
import { planStages } from './rules/planState.ts';

/** An id of ours, which only the sealed record can have. */
const id = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

const holder = z.object({ person: id<PersonId>(), name: z.string(), draft: z.string() });

const contentParts = z.looseObject({
  points: z.looseObject({}),
  total: z.number(),
  level: z.literal([1, 2, 3]),
  percent: z.number(),
  answers: z.looseObject({}),
  evidence: z.looseObject({}),
  plan: z.array(z.looseObject({ aim: z.string(), who: z.string(), by: z.string() })),
});
/** What a report says stays as it was, to the letter. */
const content = z.custom<AssessmentReport>((value) => contentParts.safeParse(value).success);

const planState = z.object({
  state: z.enum(planStages),
  on: id<IsoDate>(),
  evidence: z.array(z.string()),
  documents: z.array(z.object({ file: z.string(), name: z.string() })).exactOptional(),
});

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claimed'), draft: z.string(), from: holder.exactOptional() }),
  z.object({ kind: z.literal('heldByOther'), name: z.string() }),
  z.object({ kind: z.literal('alreadySubmitted'), receipt: id<Receipt>() }),
  z.object({ kind: z.literal('released') }),
  z.object({ kind: z.literal('submitted'), receipt: id<Receipt>() }),
  z.object({ kind: z.literal('noted'), line: z.number(), state: planState }),
  z.object({ kind: z.literal('noSuchLine') }),
]);

const before = z.object({
  rev: z.number(),
  center: id<CenterId>(),
  province: z.string(),
  district: z.string(),
  year: z.custom<FiscalYear>((value) => typeof value === 'number'),
  version: z.number(),
  holder: holder.exactOptional(),
  revisions: z.array(
    z.object({
      no: z.number(),
      receipt: id<Receipt>(),
      submittedAt: z.date(),
      by: id<PersonId>(),
      byName: z.string(),
      draft: z.string(),
      report: content,
    }),
  ),
  planStates: z.record(z.string(), planState),
  outcomes: z.record(z.string(), outcome),
});

/**
 * An assessment's case as the releases kept it that had a machine of their own for it. Its outcomes are all kept: an
 * intent that was decided and whose person was not told yet comes to the same.
 * @throws what is no such record.
 */
export function assessmentFromBefore(stored: unknown): AssessmentCase {
  const { center, province, district, year, version, ...old } = before.parse(stored);
  const fresh = newAssessmentCase({ id: center, province, district }, year, version);
  const numbers = new Map(old.revisions.map(({ receipt, no }) => [receipt, no]));
  return {
    ...fresh,
    rev: old.rev,
    ...(old.holder && { holder: old.holder }),
    revisions: old.revisions.map(({ submittedAt: at, report, ...revision }) => ({
      ...revision,
      at,
      content: report,
      hash: hashOf(fresh.form, assessmentRules.says(report)),
      signatures: [],
      since: at,
    })),
    planStates: old.planStates,
    outcomes: Object.fromEntries(
      Object.entries(old.outcomes).map(([intent, each]) => [intent, outcomeFrom(each, numbers)]),
    ),
  };
}

/** Total, level and percent of what was submitted are read off its revision. */
function outcomeFrom(
  old: z.output<typeof outcome>,
  numbers: ReadonlyMap<Receipt, number>,
): CaseOutcome | PlanOutcome {
  return old.kind === 'submitted' ? { ...old, revision: numbers.get(old.receipt) ?? 1, kept: [] } : old;
}

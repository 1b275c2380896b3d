import { z } from 'zod';
import type { CenterId, FiscalYear, PersonId, Receipt } from '../../programme/ids.ts';
import { hashOf } from '../../programme/report/hash.ts';
import { type DebtReport, newDebtReport, type RoundContent, roundRules } from './rules/round.ts';

/** An id of ours, which only the sealed record can have. */
const id = <T extends string>() => z.custom<T>((value) => typeof value === 'string');

const contentParts = z.looseObject({
  rows: z.array(z.looseObject({ household: z.string(), rev: z.number(), no: z.number() })),
  details: z.looseObject({}),
  declined: z.number(),
  flags: z.array(z.looseObject({ code: z.string(), nos: z.array(z.number()) })),
});
/** What a report says stays as it was, to the letter. */
const revision = z
  .custom<RoundContent>((value) => contentParts.safeParse(value).success)
  .and(
    z.object({
      no: z.number(),
      receipt: id<Receipt>(),
      submittedAt: z.date(),
      by: id<PersonId>(),
      byName: z.string(),
    }),
  );

const nos = z.array(z.number());
const outcome = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('submitted'), receipt: id<Receipt>(), revision: z.number() })
    .transform((old) => ({ ...old, kept: [] })),
  z.object({ kind: z.literal('changed') }),
  z.object({ kind: z.literal('nothingNew'), receipt: id<Receipt>() }),
  z.object({ kind: z.literal('nothingToReport') }),
  z.object({ kind: z.literal('resultsMissing'), nos }),
  z.object({ kind: z.literal('roundOneFirst'), nos }),
]);

const before = z.object({
  rev: z.number(),
  center: id<CenterId>(),
  province: z.string(),
  district: z.string(),
  year: z.custom<FiscalYear>((value) => typeof value === 'number'),
  round: z.literal([1, 2]),
  revisions: z.array(revision),
  outcomes: z.record(z.string(), outcome),
});

/**
 * A round's case as the releases kept it that had a machine of their own for it. Its outcomes are all kept: an intent
 * that was decided and whose person was not told yet comes to the same.
 * @throws what is no such record.
 */
export function debtReportFromBefore(stored: unknown): DebtReport {
  const { rev, round, year, revisions, outcomes, ...area } = before.parse(stored);
  const fresh = newDebtReport(area, round, year);
  return {
    ...fresh,
    rev,
    revisions: revisions.map(({ no, receipt, submittedAt: at, by, byName, ...said }) => {
      const { rows, details, declined, flags } = said;
      const content: RoundContent = { rows, details, declined, flags };
      const hash = hashOf(fresh.form, roundRules[round].says(content));
      return { no, receipt, at, by, byName, content, hash, signatures: [], since: at };
    }),
    outcomes,
  };
}

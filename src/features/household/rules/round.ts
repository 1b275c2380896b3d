import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CaseId, CenterId, FiscalYear, IntentId, PersonId, Receipt } from '../../../programme/ids.ts';
import { remember, type Shared } from '../../../programme/sharedRecord.ts';
import type { CenterArea, Household } from './household.ts';
import { type Flag, flagsOf } from './plausibility.ts';
import { isReported, type RoundNo, type RoundRow, type RowDetails, rowOf } from './roundRow.ts';

/**
 * The report of a center's households in one of the two rounds of a year. It has no holder: a report is made of
 * the households as they are when it is submitted, and the case decides that.
 */
export type DebtReport = Shared<RoundOutcome> &
  CenterArea & {
    readonly id: CaseId;
    readonly year: FiscalYear;
    readonly form: DebtForm;
    readonly version: number;
    readonly round: RoundNo;
    /** The newest counts; each names all households, also those of the one before. */
    readonly revisions: readonly RoundRevision[];
  };

/** The names of the two rounds as forms. */
export type DebtForm = 'debt1' | 'debt2';
const formOf = { 1: 'debt1', 2: 'debt2' } as const satisfies { readonly [R in RoundNo]: DebtForm };

/** The version of what a row says; a report is read for ever as it was made. */
const rowVersion = 2565;

export type RoundRevision = {
  readonly no: number;
  readonly receipt: Receipt;
  readonly submittedAt: Date;
  readonly by: PersonId;
  readonly byName: string;
  readonly rows: readonly RoundRow[];
  /** By household, kept apart: the department does not see it. */
  readonly details: { readonly [household: string]: RowDetails };
  /** In round 1: households that did not consent, in no other figure. */
  readonly declined: number;
  /** Given to the province to look at. */
  readonly flags: readonly Flag[];
};

export type RoundIntent = {
  readonly kind: 'submit';
  readonly id: IntentId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Date;
  readonly receipt: Receipt;
  /** The mark of the preview that was shown, where one was; what says something else by now is not sent. */
  readonly shown?: string;
} & RoundContent;

/** What a report is made of, read when it is submitted. */
export type RoundContent = {
  /** All households that are in the center. */
  readonly households: readonly Household[];
  /** The households of the year that did not consent, by the center's book. */
  readonly declined: number;
  /** For round 2: what the newest round 1 of each center, where one of these households ever was, says of it. */
  readonly joinings: readonly RoundRow[];
};

export type RoundOutcome =
  | {
      readonly kind: 'submitted';
      readonly receipt: Receipt;
      /** From 1; a later one is supplementary. */
      readonly revision: number;
      readonly households: number;
      readonly flags: readonly Flag[];
    }
  /** Something was changed since the preview was shown. */
  | { readonly kind: 'changed' }
  /** The last report says all of it. */
  | { readonly kind: 'nothingNew'; readonly receipt: Receipt }
  | { readonly kind: 'nothingToReport' }
  /** Round 2: these have no result yet. */
  | { readonly kind: 'resultsMissing'; readonly nos: readonly number[] }
  /** Round 2: no round 1 has named these. */
  | { readonly kind: 'roundOneFirst'; readonly nos: readonly number[] };

export const debtReportId = (center: CenterId, round: RoundNo, year: FiscalYear): CaseId =>
  brand(`${center}:${formOf[round]}:${year}`);

const brand = (text: string): CaseId => text as CaseId;

export function newDebtReport(area: CenterArea, round: RoundNo, year: FiscalYear): DebtReport {
  const { center, province, district } = area;
  return {
    id: debtReportId(center, round, year),
    rev: 0,
    center,
    province,
    district,
    year,
    form: formOf[round],
    version: rowVersion,
    round,
    revisions: [],
    outcomes: {},
  };
}

/** Decides an intent against the present case; an intent seen before changes nothing. */
export function decideRound(
  present: DebtReport,
  intent: RoundIntent,
): { record: DebtReport; outcome: RoundOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const { revision, outcome } = submit(present, intent);
  return {
    outcome,
    record: {
      ...present,
      revisions: revision ? [...present.revisions, revision] : present.revisions,
      rev: present.rev + 1,
      outcomes: remember(present.outcomes, intent.id, outcome),
    },
  };
}

/** What a report would say now, or why there can be none; also for the preview. */
export function previewRound(
  present: DebtReport,
  content: RoundContent,
):
  | Omit<RoundRevision, 'receipt' | 'submittedAt' | 'by' | 'byName'>
  | Exclude<RoundOutcome, { kind: 'submitted' | 'changed' }> {
  const { round, year } = present;
  const joined = content.households.filter(({ work }) => work[year]);
  const obstacle = round === 2 ? obstacleOf(joined, year, content.joinings) : undefined;
  if (obstacle) return obstacle;
  const last = present.revisions.at(-1);
  const { rows, details } = tableOf(joined, present, last);
  const declined = round === 1 ? content.declined : 0;
  if (rows.length === 0 && declined === 0) return { kind: 'nothingToReport' };
  if (last && saysTheSame({ rows, details, declined }, last))
    return { kind: 'nothingNew', receipt: last.receipt };
  const flags = flagsOf({ round, year, rows, households: joined }, { last, joinings: content.joinings });
  return { no: present.revisions.length + 1, rows, details, declined, flags };
}

function submit(
  present: DebtReport,
  intent: RoundIntent,
): { readonly revision?: RoundRevision; readonly outcome: RoundOutcome } {
  const preview = previewRound(present, intent);
  if ('kind' in preview) return { outcome: preview };
  if (intent.shown !== undefined && markOf(preview) !== intent.shown) return { outcome: { kind: 'changed' } };
  const { receipt, at: submittedAt, by, name: byName } = intent;
  const { no, rows, flags } = preview;
  const households = rows.filter(({ moved }) => !moved).length;
  return {
    revision: { ...preview, receipt, submittedAt, by, byName },
    outcome: { kind: 'submitted', receipt, revision: no, households, flags },
  };
}

/** Round 2 tells of each household that round 1 has named and that is still in the work. */
function obstacleOf(
  joined: readonly Household[],
  year: FiscalYear,
  joinings: readonly RoundRow[],
): Extract<RoundOutcome, { kind: 'resultsMissing' | 'roundOneFirst' }> | undefined {
  const named = new Set(joinings.map(({ household }) => household));
  const nosOf = (some: readonly Household[]) => some.map(({ place }) => place.no).sort((a, b) => a - b);
  const unnamed = joined.filter(({ id, work }) => !named.has(id) && work[year]?.result);
  if (unnamed.length > 0) return { kind: 'roundOneFirst', nos: nosOf(unnamed) };
  const missing = joined.filter(({ id, work, closed }) => named.has(id) && !closed && !work[year]?.result);
  return missing.length > 0 ? { kind: 'resultsMissing', nos: nosOf(missing) } : undefined;
}

/**
 * The rows of the households that are in the center, by number, and those of the last report whose households
 * moved to another center: these stand as they were, until that center names them.
 */
function tableOf(joined: readonly Household[], { round, year }: DebtReport, last: RoundRevision | undefined) {
  const present = joined.flatMap((household) => {
    const work = household.work[year];
    const made = work && isReported(round, household, work) ? rowOf(household, year, round) : undefined;
    return made ? [made] : [];
  });
  const here = new Set(joined.map(({ id }) => id));
  const gone = (last?.rows ?? []).filter(({ household }) => !here.has(household));
  const rows = [...present.map(({ row }) => row), ...gone.map((row) => ({ ...row, moved: true as const }))];
  const detailsOfGone = gone.flatMap(({ household }) => {
    const details = last?.details[household];
    return details ? [[household, details] as const] : [];
  });
  return {
    rows: rows.sort((a, b) => a.no - b.no),
    details: Object.fromEntries([
      ...present.map(({ row, details }) => [row.household, details] as const),
      ...detailsOfGone,
    ]),
  };
}

/** Of what a preview says; another one as soon as a figure or a name is another. */
export const markOf = (preview: Said): string =>
  createHash('sha256')
    .update(JSON.stringify(saidIn(preview)))
    .digest('hex')
    .slice(0, 12);

type Said = Pick<RoundRevision, 'rows' | 'details' | 'declined'>;

/** Whether two reports say the same, whatever was changed in the households beside it. */
const saysTheSame = (one: Said, other: Said): boolean => isDeepStrictEqual(saidIn(one), saidIn(other));

const saidIn = ({ rows, details, declined }: Said) => ({
  rows: rows.map(({ rev: _rev, from: _from, ...row }) => row),
  details,
  declined,
});

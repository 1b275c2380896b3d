import type { CaseId, CenterId, FiscalYear } from '../../../programme/ids.ts';
import type { Around } from '../../../programme/report/around.ts';
import { caseIdOf, newReportCase, type ReportCase } from '../../../programme/report/case.ts';
import { changeCase } from '../../../programme/report/decide/decideReport.ts';
import { isOpen, mayReplace, mayRevise } from '../../../programme/report/decide/draft.ts';
import { hashOf, markOf } from '../../../programme/report/hash.ts';
import type { Submit } from '../../../programme/report/intent.ts';
import type { CaseOutcome, Refusal } from '../../../programme/report/outcome.ts';
import type { ReportRules } from '../../../programme/report/rules.ts';
import { districtStep, provinceStep } from '../../../programme/report/signSteps.ts';
import { decideOnce } from '../../../programme/sharedRecord.ts';
import type { CenterArea, Household } from './household.ts';
import { countFlags, type Flag, flagsOf } from './plausibility.ts';
import { isReported, type RoundNo, type RoundRow, type RowDetails, rowOf } from './roundRow.ts';

/**
 * The report of a center's households in one of the two rounds of a year. Nobody holds it: a report is made of the
 * households as they are when it is submitted, and the case decides that. The newest revision counts; each names all
 * households, also those of the one before.
 */
export type DebtReport = ReportCase<RoundContent, RoundObstacle>;

/** What a submitted report of a round says. */
export type RoundContent = {
  readonly rows: readonly RoundRow[];
  /** By household, kept apart: the department does not see it. */
  readonly details: { readonly [household: string]: RowDetails };
  /** In round 1: households that did not consent, in no other figure. */
  readonly declined: number;
  /** Given to the province to look at. */
  readonly flags: readonly Flag[];
};

/** What a report is made of, read when it is submitted. */
export type RoundMaterial = {
  /** All households that are in the center. */
  readonly households: readonly Household[];
  /** The households of the year that did not consent, by the center's book. */
  readonly declined: number;
  /** For round 2: what the newest round 1 of each center, where one of these households ever was, says of it. */
  readonly joinings: readonly RoundRow[];
};

/** Why there can be no report yet. */
export type RoundObstacle =
  | { readonly kind: 'nothingToReport' }
  /** Round 2: these have no result yet. */
  | { readonly kind: 'resultsMissing'; readonly nos: readonly number[] }
  /** Round 2: no round 1 has named these. */
  | { readonly kind: 'roundOneFirst'; readonly nos: readonly number[] };

export type RoundOutcome = CaseOutcome | RoundObstacle;

/** What a household says besides a row's figures; its `rev` and where it was only help to count it once. */
const says = ({ rows, details, declined }: RoundContent) => ({
  rows: rows.map(({ rev: _rev, from: _from, ...row }) => row),
  details,
  declined,
});

const common = {
  unit: 'center',
  every: 'year',
  chain: [districtStep, provinceStep],
  supplements: true,
  says,
} as const;
const flags = (content: RoundContent): number => countFlags(content.flags);

/** The two rounds; what their rows count is told for each household, see `contributionsOf`. */
export const roundRules = {
  1: {
    ...common,
    id: 'debt1',
    form: 'debt1',
    figures: { round1: () => 1, declined: ({ declined }: RoundContent) => declined, flags },
  },
  2: { ...common, id: 'debt2', form: 'debt2', figures: { round2: () => 1, flags } },
} as const satisfies { readonly [R in RoundNo]: ReportRules<RoundContent> };

export const roundOf = ({ kind }: Pick<DebtReport, 'kind'>): RoundNo => (kind === roundRules[2].id ? 2 : 1);

/** The version of what a row says; a report is read for ever as it was made. */
const rowVersion = 2565;

/** A center's case of a round. */
export const debtReportId = (center: CenterId, round: RoundNo, year: FiscalYear): CaseId =>
  caseIdOf(center, roundRules[round].form, { year });

export const newDebtReport = (
  { center, province, district }: CenterArea,
  round: RoundNo,
  year: FiscalYear,
): DebtReport =>
  newReportCase<RoundContent>(
    roundRules[round],
    { kind: 'center', province, district, center },
    { year },
    rowVersion,
  );

/** To submit what the material makes at that moment. */
export type RoundIntent = Omit<Submit<RoundContent>, 'content' | 'draft'> & {
  readonly material: RoundMaterial;
};

/** Decides an intent against the present case; an intent seen before changes nothing. */
export const decideRound = (
  present: DebtReport,
  { material, ...intent }: RoundIntent,
  around: Around,
): { record: DebtReport; outcome: RoundOutcome } =>
  decideOnce<DebtReport, RoundOutcome>(present, intent.id, () => {
    const content = composeRound(present, material);
    if ('kind' in content) return { change: {}, outcome: content };
    return changeCase(roundRules[roundOf(present)], present, { ...intent, content }, around);
  });

/** What a report would say now, as which revision, with the mark of that. */
export type RoundPreview = { readonly no: number; readonly content: RoundContent; readonly mark: string };

/** What a report would say now, or why there can be none. */
export function previewRound(
  present: DebtReport,
  material: RoundMaterial,
): RoundPreview | RoundObstacle | Extract<Refusal, { kind: 'nothingNew' | 'alreadySubmitted' }> {
  const content = composeRound(present, material);
  if ('kind' in content) return content;
  const hash = hashOf(present.form, says(content));
  const last = present.revisions.at(-1);
  if (last && !last.ended && last.hash === hash) return { kind: 'nothingNew', receipt: last.receipt };
  const rules = roundRules[roundOf(present)];
  if (last && !isOpen(rules, present) && !mayRevise(rules, present) && !mayReplace(rules, present))
    return { kind: 'alreadySubmitted', receipt: last.receipt };
  return { no: present.revisions.length + 1, content, mark: markOf(hash) };
}

function composeRound(present: DebtReport, material: RoundMaterial): RoundContent | RoundObstacle {
  const { year } = present.period;
  const round = roundOf(present);
  const { joinings } = material;
  const joined = material.households.filter(({ work }) => work[year]);
  const obstacle = round === 2 ? obstacleOf(joined, year, joinings) : undefined;
  if (obstacle) return obstacle;
  const last = present.revisions.at(-1)?.content;
  const { rows, details } = tableOf(joined, { round, year }, last);
  const declined = round === 1 ? material.declined : 0;
  if (rows.length === 0 && declined === 0) return { kind: 'nothingToReport' };
  const flags = flagsOf({ round, year, rows, households: joined }, { last, joinings });
  return { rows, details, declined, flags };
}

/** Round 2 tells of each household that round 1 has named and that is still in the work. */
function obstacleOf(
  joined: readonly Household[],
  year: FiscalYear,
  joinings: readonly RoundRow[],
): RoundObstacle | undefined {
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
function tableOf(
  joined: readonly Household[],
  { round, year }: { readonly round: RoundNo; readonly year: FiscalYear },
  last: RoundContent | undefined,
): Pick<RoundContent, 'rows' | 'details'> {
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

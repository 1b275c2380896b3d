import { centerYearKey } from '../../kernel/centerYear.ts';
import { clauses } from '../../kernel/clauses.ts';
import { type DutyKind, reportOfCenters } from '../../kernel/duty/kind.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { unitId } from '../../programme/report/unit.ts';
import { figureOf } from '../../programme/standing.ts';
import type { DebtProgress } from './rules/figures.ts';
import { roundRules } from './rules/round.ts';
import type { RoundNo } from './rules/roundRow.ts';
import { debtProgress } from './standing.ts';

/**
 * Centers without a target are only graded. One whose target is not known is asked for it by the registry, and owes the
 * reports of the households that joined.
 */
const roundOf = (round: RoundNo, missing: DutyKind['missing']): DutyKind =>
  reportOfCenters({
    rules: roundRules[round],
    owes: ({ householdTarget }, figures) =>
      householdTarget === undefined ? debtProgress(figures).inWork > 0 : householdTarget > 0,
    missing,
    start: ({ unit, year }) => ({
      kind: 'act',
      flow: 'household',
      act: 'center',
      value: `${centerYearKey(unitId(unit), year)}/`,
    }),
  });

/** Households still to join until the center's own target is reached; then only the report itself. */
function householdsMissing({ state: { figures, listed } }: Duty): Text {
  const joined = debtProgress(figures).inWork;
  const target = figureOf(listed, 'householdTarget');
  const missing = target - joined;
  return missing > 0 ? t('duty:households', { joined, count: target, missing }) : t('duty:onlySubmit');
}

/** How far the target is reached, then households still to get a result, of those that joined. */
function resultsMissing({ state: { figures, listed } }: Duty): Text {
  const progress = debtProgress(figures);
  const done = progress.reducedOrClearedInWork;
  const target = figureOf(listed, 'householdTarget');
  return clauses([
    ...(target > 0 ? [t('duty:reducedOrCleared', { done, target })] : []),
    withoutResult(progress),
  ]);
}

function withoutResult({ inWork: joined, resultsInWork: withResult }: DebtProgress): Text {
  if (joined === 0) return t('duty:nobodyJoined');
  const missing = joined - withResult;
  return missing > 0 ? t('duty:results', { withResult, count: joined, missing }) : t('duty:allHaveResults');
}

export const round1Duty = roundOf(1, householdsMissing);
export const round2Duty = roundOf(2, resultsMissing);

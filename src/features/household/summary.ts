import { clauses } from '../../kernel/clauses.ts';
import { type Block, folded, type Text, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { type AreaStanding, figureOf } from '../../programme/standing.ts';
import { type DebtFigures, reducedOrCleared } from './rules/figures.ts';
import { type AreaTarget, announcedTargets, isComplete, partsOf, targetOf } from './rules/target.ts';
import { debtFigures, debtProgress } from './standing.ts';

/**
 * Households and their debts: what the two rounds reported against the target, then what is on record. What the target
 * counts and the debt reduced are seen at once.
 */
export function debtBlocks(standing: AreaStanding, year: FiscalYear): readonly Block[] {
  const debt = debtFigures(standing.figures);
  const target = targetIn(standing);
  const { householdTarget } = target;
  if (!concernsHouseholds(standing, target))
    return [
      { kind: 'text', text: t('household:summary.noHouseholds'), tone: 'quiet' },
      ...announced(standing, year).map(folded),
    ];
  const nothingKnown = householdTarget === 0 && target.centersUnknown > 0;
  const ofTarget = (done: number): Text =>
    nothingKnown
      ? t('household:countTargetUnknown', { count: count(done) })
      : t('household:ofTarget', { done: count(done), count: count(householdTarget) });
  const reached = reducedOrCleared(debt);
  return [
    fact(t('household:reducedOrCleared'), ofTarget(reached)),
    ...(standing.scope.kind === 'nation'
      ? [fact(t('household:restructuredAndReduced'), ofTarget(debt.restructuredAndReduced))]
      : []),
    ...targetBlocks(standing.scope, target),
    ...roundBlocks(debt).map(folded),
    folded(fact(t('household:joined'), ofTarget(debt.joined))),
    folded(fact(t('household:withResult'), ofTarget(debt.withResult))),
    folded(fact(t('household:restructured'), ofTarget(debt.restructured))),
    folded(fact(t('household:reduced'), ofTarget(debt.reduced))),
    folded(fact(t('household:cleared'), ofTarget(debt.cleared))),
    folded(fact(t('household:debtBefore'), baht(debt.debtBefore))),
    folded(fact(t('household:debtAfter'), baht(debt.debtAfter))),
    fact(t('household:debtReduced'), baht(debt.debtReduced)),
    ...besides(standing).map(folded),
    ...announced(standing, year).map(folded),
  ];
}

/** Of how many centers each round is submitted, and of how many of these it is certified. */
const roundBlocks = (debt: DebtFigures): readonly Block[] =>
  ([1, 2] as const).flatMap((round) => {
    const submitted = debt[`round${round}`];
    if (submitted === 0) return [];
    const certified = count(debt[`round${round}Certified`]);
    return [
      fact(
        t('household:summary.round', { round }),
        t('household:summary.roundCertified', { submitted: count(submitted), certified }),
      ),
    ];
  });

/** The targets of its centers, with how many of it are reached by submitted reports. */
const targetIn = ({ centers }: AreaStanding): AreaTarget =>
  targetOf(
    centers.map(({ center, figures }) => ({
      target: center.householdTarget,
      // Only what is needed of each: a nation has a thousand centers.
      reached: reducedOrCleared({
        reduced: figureOf(figures, 'reduced'),
        cleared: figureOf(figures, 'cleared'),
      }),
    })),
  );

/** Whether the area is to have households, or has some, also such as declined. */
function concernsHouseholds(
  { figures }: AreaStanding,
  { householdTarget, centersUnknown }: AreaTarget,
): boolean {
  const { joined, declined, withResult } = debtFigures(figures);
  const households = [joined, declined, withResult, debtProgress(figures).inWork];
  return householdTarget + centersUnknown > 0 || households.some((number) => number > 0);
}

/** Whether the area has reached its target, and the centers that have not theirs. */
function targetBlocks(scope: Scope, target: AreaTarget): readonly Block[] {
  const { householdTarget, reachedOutside: outside, centersBelowTarget: centers, centersUnknown } = target;
  if (householdTarget + centersUnknown === 0) return [];
  const isReached = isComplete(scope, target);
  return [
    ...(outside > 0 && householdTarget > 0
      ? [
          {
            kind: 'text',
            text: t('household:summary.outsideTarget', { count: count(outside) }),
            tone: 'warning',
          } as const,
        ]
      : []),
    ...(isReached
      ? [{ kind: 'text', text: t('household:summary.targetReached'), tone: 'quiet' } as const]
      : []),
    ...(centers > 0
      ? [
          {
            kind: 'text',
            text: t('household:summary.belowTarget', { count: count(centers) }),
            tone: 'warning',
          } as const,
        ]
      : []),
    ...(centersUnknown > 0
      ? [
          {
            kind: 'text',
            text: t('household:summary.targetUnknown', { count: count(centersUnknown) }),
            tone: 'warning',
          } as const,
        ]
      : []),
  ];
}

/** Shown where there is any: what grew, contracts, who declined, what is on record. */
function besides({ figures }: AreaStanding): readonly Block[] {
  const debt = debtFigures(figures);
  const { inWork, plansInWork, resultsInWork } = debtProgress(figures);
  const { contractsBefore: before, contractsAfter: after } = debt;
  const some = (number: number, block: Block): readonly Block[] => (number > 0 ? [block] : []);
  return [
    ...some(debt.debtGrown, fact(t('household:debtGrown'), baht(debt.debtGrown))),
    ...some(debt.movedIn, fact(t('household:movedIn'), baht(debt.movedIn))),
    ...some(
      debt.informalBefore,
      fact(
        t('household:informal'),
        t('household:beforeAfter', {
          before: { baht: debt.informalBefore },
          after: { baht: debt.informalAfter },
        }),
      ),
    ),
    ...some(
      before,
      fact(
        t('household:summary.contracts'),
        t('household:contractsChange', { before: count(before), after: count(after) }),
      ),
    ),
    ...some(
      debt.declined,
      fact(t('household:declined'), t('household:count', { count: count(debt.declined) })),
    ),
    ...some(
      inWork,
      fact(
        t('household:summary.onRecord'),
        clauses([
          t('household:summary.inWork', { count: count(inWork) }),
          ...(plansInWork > 0 ? [t('household:summary.withPlan', { count: count(plansInWork) })] : []),
          ...(resultsInWork > 0 ? [t('household:summary.withResult', { count: count(resultsInWork) })] : []),
          t('household:summary.sentOrNot'),
        ]),
      ),
    ),
  ];
}

/** The nation's target as it was announced, which its parts do not add up to: shown, not hidden. */
function announced({ scope }: AreaStanding, year: FiscalYear): readonly Block[] {
  const target = scope.kind === 'nation' ? announcedTargets[year] : undefined;
  if (!target) return [];
  const { sum, difference } = partsOf(target);
  const parts = target.parts.map(({ households }) => count(households)).join(' + ');
  return [
    fact(t('household:summary.announced'), t('household:count', { count: count(target.announced) })),
    {
      kind: 'text',
      text: t('household:summary.announcedParts', { parts, sum: count(sum), count: count(difference) }),
      tone: 'quiet',
    },
  ];
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
const baht = (satang: number): Text => t('common:baht', { amount: { baht: satang } });
const count = (number: number): string => number.toLocaleString('en');

import { type Block, type Card, said, type Text, t } from '../../../kernel/reply.ts';
import type { Center } from '../../../programme/center/center.ts';
import { fact } from '../card/center.ts';
import { bahtText, type CenterDebts } from '../debts.ts';
import type { Flag } from '../rules/plausibility.ts';
import { isReducedOrCleared } from '../rules/result.ts';
import type { RoundContent } from '../rules/round.ts';
import type { RoundNo, RoundRow } from '../rules/roundRow.ts';
import { resultText } from '../text/result.ts';
import { ofTargetText } from '../text/target.ts';

/** Households in the lines of the card; the rest is counted. */
const linesShown = 30;

/** What a round's report says: its figures first, then the households, then what the province will look at. */
export const roundCard = ({ center, year }: CenterDebts, round: RoundNo, content: RoundContent): Card => ({
  heading: t('household:round.heading', { round, center: center.name, year }),
  blocks: roundBlocks(center, round, content),
});

/** The same without its heading. */
export function roundBlocks(
  center: Pick<Center, 'householdTarget' | 'budgeted'>,
  round: RoundNo,
  content: RoundContent,
): readonly Block[] {
  const rows = content.rows.filter(({ moved }) => !moved);
  const ofTarget = (done: number): Text => ofTargetText(center, done);
  return [
    ...(round === 2 ? [fact(t('household:reducedOrCleared'), ofTarget(reachedBy(rows)))] : []),
    fact(t('household:joined'), ofTarget(rows.length)),
    ...(content.declined > 0
      ? [fact(t('household:declined'), t('household:count', { count: content.declined }))]
      : []),
    ...(round === 1 ? joinedFigures(rows) : resultFigures(rows)),
    ...flagBlocks(content.flags),
    ...rows.slice(0, linesShown).map((row): Block => ({ kind: 'text', text: rowText(row, content) })),
    ...(rows.length > linesShown
      ? [{ kind: 'text', text: t('household:round.more', { count: rows.length - linesShown }) } as const]
      : []),
  ];
}

/** How many of them count for the target. */
const reachedBy = (rows: readonly RoundRow[]): number =>
  rows.filter(({ result }) => result && isReducedOrCleared(result)).length;

const joinedFigures = (rows: readonly RoundRow[]): readonly Block[] => [
  fact(t('household:debtBefore'), bahtText(sum(rows, ({ beforeSatang }) => beforeSatang))),
];

/** Before and after are of those with a result only; what grew, what was moved in and informal debts stand apart. */
function resultFigures(rows: readonly RoundRow[]): readonly Block[] {
  const results = rows.flatMap(({ result }) => result ?? []);
  const count = (holds: (result: (typeof results)[number]) => boolean): Text =>
    t('household:count', { count: results.filter(holds).length });
  const grown = sum(results, ({ grownSatang }) => grownSatang);
  const movedIn = sum(results, ({ movedInSatang = 0 }) => movedInSatang);
  const informal = sum(results, (result) => result.informal?.before ?? 0);
  const left = sum(results, (result) => result.informal?.after ?? 0);
  return [
    fact(t('household:withResult'), t('household:count', { count: results.length })),
    fact(
      t('household:restructured'),
      count(({ restructured }) => restructured),
    ),
    fact(
      t('household:reduced'),
      count(({ reduced }) => reduced),
    ),
    fact(
      t('household:cleared'),
      count(({ cleared }) => cleared),
    ),
    fact(t('household:debtBefore'), bahtText(sum(results, ({ beforeSatang }) => beforeSatang))),
    fact(t('household:debtAfter'), bahtText(sum(results, ({ afterSatang }) => afterSatang))),
    fact(t('household:debtReduced'), bahtText(sum(results, ({ reducedSatang }) => reducedSatang))),
    ...(grown > 0 ? [fact(t('household:debtGrown'), bahtText(grown))] : []),
    ...(movedIn > 0 ? [fact(t('household:movedIn'), bahtText(movedIn))] : []),
    ...(informal > 0
      ? [
          fact(
            t('household:informal'),
            t('household:beforeAfter', { before: { baht: informal }, after: { baht: left } }),
          ),
        ]
      : []),
  ];
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((so, item) => so + of(item), 0);

function rowText(
  { no, household, contractsBefore, beforeSatang, result }: RoundRow,
  { details }: RoundContent,
): Text {
  const head = said(details[household]?.head ?? '');
  if (!result)
    return t('household:round.row', { no, head, count: contractsBefore, amount: { baht: beforeSatang } });
  return t('household:round.rowResult', {
    no,
    head,
    before: { baht: beforeSatang },
    after: { baht: result.afterSatang },
    result: resultText(result),
  });
}

/** The remarks that go to the province with the report. */
export const flagBlocks = (flags: readonly Flag[]): readonly Block[] =>
  flags.map((flag) => ({ kind: 'text', text: flagText(flag), tone: 'warning' }));

export const flagText = ({ code, nos }: Flag): Text =>
  t('household:round.flag', { flag: t(`household:flag.${code}`), nos: nos.join(', '), count: nos.length });

import type { List, ListColumn, ListRow } from '../../../kernel/document/list.ts';
import { t } from '../../../kernel/reply.ts';
import {
  bahtColumn,
  dateColumn,
  numberColumn,
  reportCells,
  reportColumns,
  textColumn,
} from '../../../kernel/report/paperList.ts';
import { roundRules } from '../rules/round.ts';
import type { RoundNo } from '../rules/roundRow.ts';
import { resultText } from '../text/result.ts';
import type { HouseholdRecord, RoundRecord } from './record.ts';

/** The households of some centers' reports of a round, a row each. */
export const roundList = (round: RoundNo, records: readonly RoundRecord[]): List => ({
  columns: [...reportColumns, ...householdColumns, ...(round === 2 ? resultColumns : [])],
  rows: records.flatMap((record) =>
    record.households
      .filter(({ moved }) => !moved)
      .map((household) => [
        ...reportCells(record, record.center, { year: record.year, form: roundRules[round].id }),
        ...householdCells(household),
        ...(round === 2 ? resultCells(household) : []),
      ]),
  ),
});

const householdColumns: readonly ListColumn[] = [
  numberColumn(t('household:paper.number')),
  textColumn(t('household:paper.head')),
  textColumn(t('household:paper.houseNo')),
  numberColumn(t('household:paper.members')),
  dateColumn(t('household:paper.joinedOn')),
  numberColumn(t('household:paper.contractsBefore')),
  numberColumn(t('household:paper.overdueBefore')),
  bahtColumn(t('household:paper.before')),
];

const householdCells = (household: HouseholdRecord): ListRow => [
  ...[household.no, household.head, household.houseNo, household.members, household.joinedOn],
  ...[household.contractsBefore, household.overdueBefore, household.beforeSatang],
];

const resultColumns: readonly ListColumn[] = [
  dateColumn(t('household:paper.resultOn')),
  numberColumn(t('household:paper.contractsAfter')),
  bahtColumn(t('household:paper.after')),
  bahtColumn(t('household:paper.reduced')),
  bahtColumn(t('household:paper.grown')),
  textColumn(t('household:paper.result')),
];

const resultCells = ({ result }: HouseholdRecord): ListRow =>
  result
    ? [
        ...[result.on, result.contractsAfter, result.afterSatang, result.reducedSatang, result.grownSatang],
        resultText(result),
      ]
    : resultColumns.map(() => null);

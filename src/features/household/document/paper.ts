import {
  column,
  emptyCell,
  numberCell,
  type Paper,
  type PaperCell,
  type PaperColumn,
  type PaperRow,
  textCell,
} from '../../../kernel/document/paper.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { paperSignatures, positionText } from '../../../kernel/report/paper.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import { isReducedOrCleared } from '../rules/result.ts';
import { roundRules } from '../rules/round.ts';
import type { RoundNo } from '../rules/roundRow.ts';
import { resultText } from '../text/result.ts';
import type { ContractRecord, HouseholdRecord, RoundRecord } from './record.ts';

/** The report of a round of a center; its layout is ours, for the letter's own form is known by its name alone. */
export function roundPaper(round: RoundNo, record: RoundRecord, letter: Text | undefined): Paper {
  const { center, year, households } = record;
  const { name, moo, subdistrict, district, province } = center;
  const here = households.filter(({ moved }) => !moved);
  return {
    landscape: true,
    title: [
      t(`household:paper.title${round}`),
      t('report:paper.place', { center: said(name), moo, subdistrict, district, province }),
      t('report:paper.year', { year }),
    ],
    remarks: [...(letter ? [letter] : []), t('report:paper.ownLayout')],
    parts: [
      {
        heading: t('household:paper.figures'),
        blocks: [{ kind: 'fields', fields: figures(round, here, record) }],
      },
      {
        heading: t('household:paper.households'),
        blocks: [
          {
            kind: 'table',
            columns: columnsOf(round),
            rows: [...here.map((one) => rowOf(round, one)), totalRow(round, here)],
          },
        ],
      },
      {
        blocks: [
          {
            kind: 'signatures',
            signatures: paperSignatures(
              record,
              roundRules[round].chain,
              { as: t('report:paper.reporter'), position: t('report:paper.officer', { district }) },
              (step) => ({ as: t('report:paper.certifier'), position: positionText(step) }),
            ),
          },
        ],
      },
    ],
    names: [
      ...[name, subdistrict, district, province],
      ...households.flatMap(({ head, houseNo }) => [head ?? [], houseNo ?? []].flat()),
      ...record.signatures.map((one) => one.name),
    ],
  };
}

type Figure = { readonly label: Text; readonly value: Text };

function figures(
  round: RoundNo,
  here: readonly HouseholdRecord[],
  { declined }: RoundRecord,
): readonly Figure[] {
  const results = here.flatMap(({ result }) => result ?? []);
  const count = (many: number): Text => t('household:count', { count: many });
  const figure = (label: Text, many: number): Figure => ({ label, value: count(many) });
  return [
    ...(round === 2
      ? [figure(t('household:reducedOrCleared'), results.filter(isReducedOrCleared).length)]
      : []),
    figure(t('household:joined'), here.length),
    ...(round === 1 && declined > 0 ? [figure(t('household:declined'), declined)] : []),
    ...(round === 2
      ? [
          figure(t('household:withResult'), results.length),
          figure(t('household:restructured'), results.filter(({ restructured }) => restructured).length),
          figure(t('household:reduced'), results.filter(({ reduced }) => reduced).length),
          figure(t('household:cleared'), results.filter(({ cleared }) => cleared).length),
        ]
      : []),
  ];
}

const columnsOf = (round: RoundNo): readonly PaperColumn[] => [
  column(t('report:paper.no')),
  column(t('household:paper.head'), 3),
  column(t('household:paper.members')),
  column(t('household:paper.contracts'), 4),
  column(t('household:paper.before'), 2),
  ...(round === 1
    ? [column(t('household:paper.plan'), 5), column(t('household:paper.by'), 2)]
    : [
        column(t('household:paper.methods'), 3),
        column(t('household:paper.after'), 2),
        column(t('household:paper.reduced'), 2),
        column(t('household:paper.result'), 3),
      ]),
];

function rowOf(round: RoundNo, household: HouseholdRecord): PaperRow {
  return {
    cells: [
      numberCell(household.no),
      textCell(headText(household)),
      numberCell(household.members),
      textCell(contractsText(household)),
      { kind: 'baht', satang: household.beforeSatang },
      ...(round === 1 ? planCells(household) : resultCells(household)),
    ],
  };
}

/** Without names there is the number alone. */
const headText = ({ head, houseNo }: HouseholdRecord): Text => {
  if (head === null) return t('household:paper.withoutName');
  return houseNo === null
    ? said(head)
    : t('household:paper.headOf', { head: said(head), houseNo: said(houseNo) });
};

const contractsText = ({ contracts, contractsBefore, overdueBefore }: HouseholdRecord): Text =>
  contracts.length > 0
    ? t('common:list', { items: contracts.map(contractText) })
    : t('household:paper.contractCount', { count: contractsBefore, overdue: overdueBefore });

const contractText = ({ fund, outstandingSatang, rateBasisPoints, overdue }: ContractRecord): Text =>
  t(overdue ? 'household:paper.contractOverdue' : 'household:paper.contract', {
    fund: said(fund),
    amount: { baht: outstandingSatang },
    percent: rateBasisPoints / 100,
  });

function planCells({ plan }: HouseholdRecord): readonly PaperCell[] {
  if (!plan) return [emptyCell, emptyCell];
  const by = parseIsoDate(plan.by);
  const beside = [plan.occupation, plan.together, plan.who].flatMap((words) =>
    words === null ? [] : [said(words)],
  );
  const what = t('household:paper.planOf', {
    aim: t(`forms:household-plan.2565.aim.options.${plan.aim}`),
    methods: methodsText(plan.methods),
  });
  return [
    textCell(t('common:list', { items: [what, ...beside] })),
    by ? { kind: 'date', date: by } : emptyCell,
  ];
}

const methodsText = (methods: readonly string[]): Text =>
  t('common:list', {
    items: methods.map((method) => t(`forms:household-plan.2565.methods.options.${method}`)),
  });

function resultCells({ result, closed }: HouseholdRecord): readonly PaperCell[] {
  if (!result) {
    const why = closed === null ? emptyCell : textCell(t(`forms:household-close.2565.why.options.${closed}`));
    return [emptyCell, emptyCell, emptyCell, why];
  }
  return [
    textCell(methodsText(result.methods)),
    { kind: 'baht', satang: result.afterSatang },
    { kind: 'baht', satang: result.reducedSatang },
    textCell(resultText(result)),
  ];
}

/** Baht before are of all; after and reduced of those with a result. */
function totalRow(round: RoundNo, here: readonly HouseholdRecord[]): PaperRow {
  const sum = (of: (household: HouseholdRecord) => number): PaperCell => ({
    kind: 'baht',
    satang: here.reduce((total, household) => total + of(household), 0),
    sums: true,
  });
  const before = sum(({ beforeSatang }) => beforeSatang);
  const label = textCell(t('household:paper.total'));
  const labelled = [label, emptyCell, emptyCell, emptyCell];
  return {
    kind: 'total',
    cells:
      round === 1
        ? [...labelled, before, emptyCell, emptyCell]
        : [
            ...labelled,
            before,
            emptyCell,
            sum(({ result }) => result?.afterSatang ?? 0),
            sum(({ result }) => result?.reducedSatang ?? 0),
            emptyCell,
          ],
  };
}

import { areaTitle } from '../../kernel/area/text.ts';
import type { DocumentKind } from '../../kernel/document/kind.ts';
import type { List, ListColumn, ListRow } from '../../kernel/document/list.ts';
import {
  column,
  emptyCell,
  numberCell,
  type Paper,
  type PaperCell,
  textCell,
} from '../../kernel/document/paper.ts';
import { foundingText } from '../../kernel/foundingText.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { centerCells, centerColumns, numberColumn, textColumn } from '../../kernel/report/paperList.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import { type CenterRecord, type Confirmer, confirmers } from '../../programme/center/record.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { confirmRegistry } from './deeds.ts';

/** What the registry says of an area's centers, and who confirmed it for a year. */
export const registryDocument: DocumentKind = {
  id: 'registry',
  name: t('registry:paper.name'),
  fieldName: ([first]) => (first === 'centers' ? t('registry:paper.field.centers') : undefined),
  deeds: [confirmRegistry],
  read: async ({ store }, { area, year }) => {
    const records = (await store.centers.records([area])).toSorted((a, b) =>
      a.center.id < b.center.id ? -1 : 1,
    );
    if (records.length === 0) return undefined;
    const centers = records.map((record) => entry(record, year));
    return {
      record: { document: 'registry', year, centers },
      papers: () => [paperOf(area, year, centers)],
      list: () => listOf(centers),
    };
  },
};

type Entry = ReturnType<typeof entry>;

/** An entry as plain data; what the registry does not know is null. */
function entry({ center, confirmations }: CenterRecord, year: FiscalYear) {
  const { id, name, province, district, subdistrict, moo, village, chair } = center;
  return {
    ...{ id, name, province, district, subdistrict, moo, village },
    founded: center.founded ?? null,
    chairName: chair.name ?? null,
    chairPhone: chair.phone ?? null,
    committeeSize: center.committeeSize ?? null,
    divisions: [...center.divisions],
    memberFunds: [...center.memberFunds],
    budgeted: center.budgeted,
    newCenter: center.newCenter,
    modelCenter: center.modelCenter,
    operatingModel: center.operatingModel ?? null,
    householdTarget: center.householdTarget ?? null,
    confirmed: Object.fromEntries(
      confirmers.map((as) => {
        const found = confirmations.findLast((one) => one.year === year && one.as === as);
        return [as, found ? bangkokDate(found.at) : null];
      }),
    ),
  };
}

const listOf = (entries: readonly Entry[]): List => ({
  columns: [...centerColumns, ...ownColumns],
  rows: entries.map((found) => [...centerCells(found), ...ownCells(found)]),
});

const ownColumns: readonly ListColumn[] = [
  textColumn(t('registry:paper.village')),
  textColumn(t('registry:paper.founded')),
  textColumn(t('registry:paper.chairName')),
  textColumn(t('registry:paper.chairPhone')),
  numberColumn(t('registry:paper.committeeSize')),
  textColumn(t('registry:paper.divisions')),
  numberColumn(t('registry:paper.funds')),
  textColumn(t('registry:paper.memberFunds')),
  { ...numberColumn(t('registry:householdTarget')), sums: true },
  textColumn(t('registry:paper.budgeted')),
  textColumn(t('registry:paper.newCenter')),
  textColumn(t('registry:paper.modelCenter')),
  textColumn(t('registry:paper.operatingModel')),
  ...confirmers.map((as): ListColumn => ({ title: t(`registry:paper.confirmed.${as}`), kind: 'date' })),
];

const ownCells = (found: Entry): ListRow => [
  found.village,
  found.founded === null ? null : foundingText(found.founded),
  ...[found.chairName, found.chairPhone, found.committeeSize, found.divisions.join('; ')],
  ...[found.memberFunds.length, found.memberFunds.join('; '), found.householdTarget],
  ...[found.budgeted, found.newCenter, found.modelCenter].map((is) =>
    t(is ? 'registry:paper.yes' : 'registry:paper.no'),
  ),
  found.operatingModel,
  ...confirmers.map((as) => found.confirmed[as] ?? null),
];

/** The columns of a list are too many for a page; here stands what is looked for first. */
function paperOf(area: Scope, year: FiscalYear, entries: readonly Entry[]): Paper {
  const word = (words: string | null): PaperCell => (words === null ? emptyCell : textCell(said(words)));
  const number = (value: number | null): PaperCell => (value === null ? emptyCell : numberCell(value));
  return {
    landscape: true,
    title: [t('registry:paper.title'), areaTitle(area), t('report:paper.year', { year })],
    remarks: [t('report:paper.ownLayout')],
    parts: [
      {
        heading: t('registry:paper.centers', { count: entries.length }),
        blocks: [
          {
            kind: 'table',
            columns: [
              column(t('report:paper.no')),
              column(t('report:paper.list.name'), 5),
              column(t('registry:paper.where'), 5),
              column(t('registry:paper.founded'), 3),
              column(t('registry:paper.chairName'), 4),
              column(t('registry:paper.chairPhone'), 3),
              column(t('registry:paper.committeeSize'), 2),
              column(t('registry:paper.funds'), 2),
              column(t('registry:householdTarget'), 2),
              column(t('registry:paper.confirmedBy'), 4),
            ],
            rows: entries.map((found, at) => ({
              cells: [
                numberCell(at + 1),
                textCell(said(found.name)),
                textCell(placeText(found)),
                found.founded === null ? emptyCell : textCell(foundingText(found.founded)),
                word(found.chairName),
                word(found.chairPhone),
                number(found.committeeSize),
                numberCell(found.memberFunds.length),
                number(found.householdTarget),
                textCell(confirmedText(found)),
              ],
            })),
          },
        ],
      },
    ],
    names: entries.flatMap(({ name, subdistrict, district, chairName }) => [
      name,
      subdistrict,
      district,
      chairName ?? '',
    ]),
  };
}

const placeText = ({ moo, village, subdistrict, district, province }: Entry): Text =>
  t('registry:place', { moo, village, subdistrict, district, province });

function confirmedText({ confirmed }: Entry): Text {
  const by = confirmers.filter((as: Confirmer) => confirmed[as] !== null);
  return by.length === 0
    ? t('registry:paper.notConfirmed')
    : t('common:list', { items: by.map((as) => t(`registry:confirmer.${as}`)) });
}

import { bangkokDate } from '../../programme/calendar/calendar.ts';
import type { ListColumn, ListRow } from '../document/list.ts';
import { type Text, t } from '../reply.ts';
import { type RevisionRecord, stateText } from './paper.ts';

/** The center that a report is about, in a list. */
export type ListedCenter = {
  readonly [part in 'id' | 'name' | 'subdistrict' | 'district' | 'province']: string;
} & { readonly moo: number };

export const textColumn = (title: Text): ListColumn => ({ title, kind: 'text' });
export const numberColumn = (title: Text): ListColumn => ({ title, kind: 'number' });
export const dateColumn = (title: Text): ListColumn => ({ title, kind: 'date' });
/** With its sum below it. */
export const bahtColumn = (title: Text): ListColumn => ({ title, kind: 'baht', sums: true });

/** Where a center is. */
export const centerColumns: readonly ListColumn[] = [
  textColumn(t('report:paper.list.center')),
  textColumn(t('report:paper.list.name')),
  numberColumn(t('report:paper.list.moo')),
  textColumn(t('report:paper.list.subdistrict')),
  textColumn(t('report:paper.list.district')),
  textColumn(t('report:paper.list.province')),
];

export const centerCells = ({ id, name, moo, subdistrict, district, province }: ListedCenter): ListRow => [
  id,
  name,
  moo,
  subdistrict,
  district,
  province,
];

/** Which report it is, of which center and year, made by which version of its form, and how far it is. */
export const reportColumns: readonly ListColumn[] = [
  textColumn(t('report:paper.list.receipt')),
  ...centerColumns,
  numberColumn(t('report:paper.list.year')),
  textColumn(t('report:paper.list.form')),
  numberColumn(t('report:paper.list.revision')),
  dateColumn(t('report:paper.list.submitted')),
  textColumn(t('report:paper.list.state')),
];

export const reportCells = (
  { receipt, revision, submittedAt, state }: RevisionRecord,
  center: ListedCenter,
  { year, form }: { readonly year: number; readonly form: string },
): ListRow => [
  receipt,
  ...centerCells(center),
  year,
  form,
  revision,
  bangkokDate(new Date(submittedAt)),
  stateText(state),
];

import type { NumberedRow } from '../../../programme/center/row.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { readDistrict, readProvince } from '../../../tables/cellReading.ts';
import { type RowCells, shown } from '../../../tables/cells.ts';
import type { RegistryProblem, RegistryRemark, RejectedRow } from '../rules/problem.ts';
import { readChairName } from './chairName.ts';
import { readFounded } from './founded.ts';
import type { Column } from './headers.ts';
import { readDivisions, readFunds } from './lists.ts';
import {
  type RegistryReading,
  readDescription,
  readMeant,
  readName,
  readPhoneCell,
  readSubdistrict,
  readWhole,
  readYesNoCell,
} from './values.ts';

export type RowReading =
  | { readonly kind: 'row'; readonly row: NumberedRow; readonly remarks: readonly RegistryRemark[] }
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow };

type CellReader<T> = (text: string) => RegistryReading<T>;

/**
 * Reads one row; everything that is wrong with it is said at once. A row whose center cannot be told is rejected;
 * anything else that cannot be read is left out and told.
 */
export function readRow(cells: RowCells<Column>, today: IsoDate): RowReading {
  const { line } = cells;
  const problems: RegistryProblem[] = cells.isTooLong ? [{ code: 'tooManyCells', params: {} }] : [];
  for (const { column, value } of cells.errors)
    problems.push({ code: 'errorCell', params: { column, value } });
  const remarks: RegistryProblem[] = [];
  const optional = cellReader(cells, remarks);
  const row = {
    ...readPlace(cells, problems, cellReader(cells, problems)),
    ...readDetails(optional, today),
  };
  const means = optional('centerId', readMeant);
  if (problems.length > 0) return { kind: 'rejected', rejected: { line, problems } };
  return {
    kind: 'row',
    row: { line, row, ...(means !== undefined && { means }) },
    remarks: remarks.map((remark) => ({ line, ...remark })),
  };
}

/** Reads cells one by one; what is wrong with them is added to a list. */
const cellReader =
  (cells: RowCells<Column>, wrong: RegistryProblem[]): OptionalReader =>
  (column, reader) => {
    const text = dashed.includes(column) ? cells.written(column) : cells.text(column);
    if (text === '' || cells.errors.some((error) => error.value === text)) return undefined;
    const reading = text.startsWith('=') ? withoutValue : reader(text);
    if (reading.kind === 'value') return reading.value;
    const { code, params } = reading;
    wrong.push({ code, params: { column: cells.title(column), value: shown(text), ...params } });
    return reading.kind === 'remarked' ? reading.value : undefined;
  };

/** In these columns a dash says that there is none, which is told; in the others it is a blank. */
const dashed: readonly Column[] = ['chairName', 'divisions', 'memberFunds'];

const withoutValue: RegistryReading<never> = { kind: 'problem', code: 'formulaWithoutValue', params: {} };

type OptionalReader = <T>(column: Column, reader: CellReader<T>) => T | undefined;

/** The values that every row needs; a row that lacks one is rejected, whatever stands in its place here. */
function readPlace(cells: RowCells<Column>, problems: RegistryProblem[], optional: OptionalReader) {
  const needed = <T>(column: Column, reader: CellReader<T>, none: T): T => {
    if (cells.text(column) === '')
      problems.push({ code: 'missingValue', params: { column: cells.title(column) } });
    return optional(column, reader) ?? none;
  };
  const province = needed('province', readProvince, '');
  return {
    province,
    district: needed('district', readDistrict(province), ''),
    subdistrict: needed('subdistrict', readSubdistrict, ''),
    moo: needed('moo', readWhole(1, 99), 0),
    village: needed('village', readName, ''),
    name: needed('center', readName, ''),
  };
}

function readDetails(optional: OptionalReader, today: IsoDate) {
  const founded = optional('founded', readFounded(today));
  const chairName = optional('chairName', readChairName);
  const chairPhone = optional('chairPhone', readPhoneCell);
  const committeeSize = optional('committeeSize', readWhole(1, 999));
  const divisions = optional('divisions', readDivisions);
  const memberFunds = optional('memberFunds', readFunds);
  const budgeted = optional('budgeted', readYesNoCell);
  const newCenter = optional('newCenter', readYesNoCell);
  const modelCenter = optional('modelCenter', readYesNoCell);
  const operatingModel = optional('operatingModel', readDescription);
  const householdTarget = optional('householdTarget', readWhole(0, 9999));
  return {
    ...(founded !== undefined && { founded }),
    ...(chairName !== undefined && { chairName }),
    ...(chairPhone !== undefined && { chairPhone }),
    ...(committeeSize !== undefined && { committeeSize }),
    ...(divisions !== undefined && { divisions }),
    ...(memberFunds !== undefined && { memberFunds }),
    ...(budgeted !== undefined && { budgeted }),
    ...(newCenter !== undefined && { newCenter }),
    ...(modelCenter !== undefined && { modelCenter }),
    ...(operatingModel !== undefined && { operatingModel }),
    ...(householdTarget !== undefined && { householdTarget }),
  };
}

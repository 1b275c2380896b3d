import { buddhistDate, readFiscalYear } from '../../../programme/calendar/calendar.ts';
import type { DeadlineArea, DeadlinePlace, DeadlineProblem } from '../../../programme/deadline/deadline.ts';
import { problemWithDue } from '../../../programme/deadline/decideDeadline.ts';
import type { DueKind } from '../../../programme/deadline/kind.ts';
import { type Letter, type Urgency, urgencies } from '../../../programme/deadline/letter.ts';
import type { FiscalYear, IsoDate } from '../../../programme/ids.ts';
import { periodOf } from '../../../programme/report/period.ts';
import { arabicDigits, nameKey } from '../../../programme/spelling.ts';
import {
  type CellReading,
  cellProblem,
  cellValue,
  readDay,
  readDistrict,
  readProvince,
} from '../../../tables/cellReading.ts';
import { type RowCells, shown } from '../../../tables/cells.ts';
import type { Column } from './columns.ts';
import type { FileProblem } from './problem.ts';

export type DeadlineRow = {
  readonly line: number;
  readonly place: DeadlinePlace;
  readonly due: IsoDate;
  readonly letter?: Letter;
};
type RowReading =
  | { readonly kind: 'row'; readonly row: DeadlineRow }
  | {
      readonly kind: 'rejected';
      readonly rejected: { readonly line: number; readonly problems: readonly FileProblem[] };
    };

type Reading<T> = CellReading<T, FileProblem['code']>;

/** Reads one row; everything that is wrong with it is said at once. */
export function readRow(cells: RowCells<Column>, dues: readonly DueKind[], today: IsoDate): RowReading {
  const problems: FileProblem[] = cells.isTooLong ? [{ code: 'tooManyCells', params: {} }] : [];
  for (const params of cells.errors) problems.push({ code: 'errorCell', params });
  const cell: ReadCell = (column, reader) => {
    const text = cells.text(column);
    const reading = reader(text);
    if (reading.kind === 'value') return reading.value;
    const head = { column: cells.title(column), value: shown(text) };
    problems.push({ code: reading.code, params: { ...head, ...reading.params } });
    return undefined;
  };
  const kind = cell('kind', needed(readKind(dues)));
  const year = cell('year', needed(readYear));
  const due = cell('due', needed(readDay(today)));
  const province = cell('province', unlessEmpty(readProvince));
  const district = cell('district', ofProvince(province, cells.text('province') !== ''));
  const letter = readLetter(cell, today, problems);
  if (problems.length === 0 && kind && year && due) {
    const area = areaOf(province, district);
    const place = placeOf(kind, year, area, due);
    const problem = place ? problemWithDue(kind, place, due) : undefined;
    if (place && !problem)
      return { kind: 'row', row: { line: cells.line, place, due, ...(letter && { letter }) } };
    problems.push(
      problem ? toFileProblem(problem) : { code: 'noPeriod', params: { due: buddhistDate(due), year } },
    );
  }
  return { kind: 'rejected', rejected: { line: cells.line, problems } };
}

/** A letter is of today at the latest. */
const readPastDay =
  (today: IsoDate) =>
  (text: string): Reading<IsoDate> => {
    const day = readDay(today)(text);
    return day.kind === 'value' && day.value > today ? cellProblem('letterAhead') : day;
  };

type ReadCell = <T>(column: Column, reader: (text: string) => Reading<T>) => T | undefined;

/** The letter that set the date; a date or urgency without a number says of no letter. */
function readLetter(cell: ReadCell, today: IsoDate, problems: FileProblem[]): Letter | undefined {
  const number = cell(
    'letter',
    unlessEmpty<string>((text) => cellValue(arabicDigits(text))),
  );
  const date = cell('letterDate', unlessEmpty(readPastDay(today)));
  const urgency = cell('urgency', unlessEmpty(readUrgency));
  if (number !== undefined) return { number, ...(date && { date }), ...(urgency && { urgency }) };
  if (date || urgency) problems.push({ code: 'letterWithoutNumber', params: {} });
  return undefined;
}

const urgencyWords: { readonly [U in Urgency]: readonly string[] } = {
  urgent: ['urgent', 'ด่วน'],
  veryUrgent: ['very urgent', 'ด่วนมาก'],
  mostUrgent: ['most urgent', 'ด่วนที่สุด'],
};

function readUrgency(text: string): Reading<Urgency> {
  const found = urgencies.find((one) =>
    [one, ...urgencyWords[one]].some((word) => nameKey(word) === nameKey(text)),
  );
  return found ? cellValue(found) : cellProblem('unknownUrgency');
}

/** The date that a kind, a year, an area and a day mean; nothing where the day is in no quarter or month of the year. */
export function placeOf(
  kind: DueKind,
  year: FiscalYear,
  area: DeadlineArea,
  due: IsoDate,
): DeadlinePlace | undefined {
  const period = periodOf(kind.every, year, due);
  return period && { kind: kind.id, area, ...period };
}

const needed =
  <T>(reader: (text: string) => Reading<T>) =>
  (text: string): Reading<T> =>
    text === '' ? cellProblem('missingValue') : reader(text);

const unlessEmpty =
  <T>(reader: (text: string) => Reading<T>) =>
  (text: string): Reading<T | undefined> =>
    text === '' ? cellValue(undefined) : reader(text);

/** Where the province was not understood, that is what is said. */
const ofProvince = (province: string | undefined, isNamed: boolean) =>
  unlessEmpty<string>((text) =>
    province === undefined && !isNamed
      ? cellProblem('districtWithoutProvince')
      : readDistrict(province ?? '')(text),
  );

const readKind =
  (dues: readonly DueKind[]) =>
  (text: string): Reading<DueKind> => {
    const kind = dues.find(({ id }) => nameKey(id) === nameKey(text));
    return kind
      ? cellValue(kind)
      : cellProblem('unknownKind', { kinds: dues.map(({ id }) => id).join(', ') });
  };

function readYear(text: string): Reading<FiscalYear> {
  const year = readFiscalYear(Number(arabicDigits(text)));
  return year === undefined ? cellProblem('unreadableYear') : cellValue(year);
}

function areaOf(province: string | undefined, district: string | undefined): DeadlineArea {
  if (province === undefined) return { kind: 'nation' };
  return district === undefined ? { kind: 'province', province } : { kind: 'district', province, district };
}

function toFileProblem(problem: DeadlineProblem): FileProblem {
  if (problem.code !== 'outsidePeriod') return { code: problem.code, params: {} };
  const { from, to } = problem.params;
  return { code: problem.code, params: { from: buddhistDate(from), to: buddhistDate(to) } };
}

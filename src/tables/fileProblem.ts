import type { ColumnsProblem, ColumnsRemark } from './columns.ts';
import type { TableProblem } from './tableReading.ts';

/** What any file of rows can have wrong, whatever its rows are about. */
export type FileProblemCode =
  | TableProblem['code']
  | ColumnsProblem['code']
  | ColumnsRemark['code']
  | 'tooManyCells'
  | 'errorCell'
  | 'missingValue'
  | 'unknownProvince'
  | 'unknownDistrict'
  | 'unreadableDate'
  | 'ambiguousDate'
  | 'numberForDate';

import { type ColumnsReading, findColumns, type Source } from '../../../tables/columns.ts';
import type { Table } from '../../../tables/tableReading.ts';

const columnNames = [
  ['kind', ['kind', 'รายงาน', 'report', 'ประเภท', 'ชนิดรายงาน']],
  ['year', ['year', 'ปีงบประมาณ', 'fiscal_year', 'ปี']],
  ['province', ['province', 'จังหวัด', 'changwat']],
  ['district', ['district', 'อำเภอ', 'amphoe']],
  ['due', ['due', 'กำหนดส่ง', 'due_date', 'deadline', 'วันที่กำหนดส่ง', 'วันครบกำหนด']],
  ['letter', ['letter', 'หนังสือ', 'เลขที่หนังสือ', 'ที่หนังสือ']],
  ['letterDate', ['letter_date', 'ลงวันที่', 'วันที่หนังสือ']],
  ['urgency', ['urgency', 'ความเร่งด่วน', 'ชั้นความเร็ว']],
] as const;
export type Column = (typeof columnNames)[number][0];

/** The area may be left out: then all dates are the nation's. */
const required: readonly Column[] = ['kind', 'year', 'due'];

export const findDeadlineColumns = (tables: readonly Table[], source: Source): ColumnsReading<Column> =>
  findColumns(tables, source, columnNames, required);

import type { RegistryProblem } from '../../domain/registry/problem.ts';
import { nameKey } from '../../domain/registry/spelling.ts';
import type { Table, TableRow } from '../tableReading.ts';

/** What each column may be called, first in English and in Thai; letter case, spaces and punctuation do not matter. */
const columnNames = [
  ['province', ['province', 'จังหวัด', 'changwat']],
  ['district', ['district', 'อำเภอ', 'amphoe']],
  ['subdistrict', ['subdistrict', 'ตำบล', 'tambon']],
  ['moo', ['moo', 'หมู่ที่', 'หมู่', 'ม.']],
  ['village', ['village', 'บ้าน', 'ชื่อบ้าน', 'หมู่บ้าน', 'ชื่อหมู่บ้าน']],
  ['center', ['center', 'ชื่อศูนย์', 'center_name', 'ศูนย์', 'ศจก.', 'ชื่อ ศจก.', 'ชื่อศูนย์จัดการกองทุนชุมชน']],
  ['founded', ['founded', 'วันที่จัดตั้ง', 'วันจัดตั้ง', 'วัน/เดือน/ปี ที่จัดตั้ง']],
  ['chairName', ['chair_name', 'ประธาน', 'chair', 'ชื่อประธาน', 'ประธาน ศจก.']],
  ['chairPhone', ['chair_phone', 'เบอร์โทรศัพท์', 'phone', 'เบอร์โทร', 'โทรศัพท์', 'เบอร์โทรศัพท์ประธาน']],
  ['budgeted', ['budgeted', 'ใช้งบประมาณ', 'งบประมาณ']],
  ['householdTarget', ['household_target', 'เป้าหมายครัวเรือน', 'ครัวเรือนเป้าหมาย']],
  ['committeeSize', ['committee_size', 'จำนวนกรรมการ', 'จำนวนคณะกรรมการ']],
  ['divisions', ['divisions', 'ฝ่าย']],
  ['memberFunds', ['member_funds', 'กองทุนสมาชิก', 'กองทุนที่เป็นสมาชิก', 'กองทุนชุมชนที่เป็นสมาชิก']],
  ['operatingModel', ['operating_model', 'รูปแบบ', 'รูปแบบการดำเนินงาน']],
  ['newCenter', ['new_center', 'จัดตั้งใหม่', 'ศูนย์จัดตั้งใหม่']],
  ['modelCenter', ['model_center', 'ต้นแบบ', 'ศูนย์ต้นแบบ']],
] as const;
export type Column = (typeof columnNames)[number][0];

/** Without these one center cannot be told from another. */
const required: readonly Column[] = ['province', 'district', 'subdistrict', 'moo', 'village', 'center'];

/** A file may carry a title above its header, which is looked for among so many rows. */
const rowsSearched = 10;

const columnByName: ReadonlyMap<string, Column> = new Map(
  columnNames.flatMap(([column, names]) => names.map((name) => [nameKey(name), column] as const)),
);

/** Where the registry's columns are in a file, under which titles, and the rows below. */
export type Columns = {
  readonly header: TableRow;
  readonly place: ReadonlyMap<Column, number>;
  /** Titles of columns that the registry does not have. */
  readonly ignored: readonly string[];
  readonly rows: readonly TableRow[];
};

export type ColumnsReading =
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'refused'; readonly problem: RegistryProblem };

/** Finds the header, which is the first row that names all columns that are needed. */
export function findColumns({ header, rows }: Table, file: string): ColumnsReading {
  const candidates = [header, ...rows]
    .slice(0, rowsSearched)
    .map((row) => ({ row, columns: namedColumns(row) }));
  const lacking = (columns: readonly (Column | undefined)[]) =>
    required.filter((each) => !columns.includes(each));
  const best = candidates.reduce((a, b) => (lacking(b.columns).length < lacking(a.columns).length ? b : a));
  const missing = lacking(best.columns);
  if (missing.length > 0) {
    return refuse('missingColumns', { file, columns: missing.map(printedName).join(', ') });
  }
  const repeated = best.columns.find((column, at) => column && best.columns.indexOf(column) !== at);
  if (repeated) return refuse('repeatedColumn', { file, column: printedName(repeated) });
  const place = new Map(best.columns.flatMap((column, at) => (column ? [[column, at] as const] : [])));
  const ignored = best.row.cells.filter((title, at) => best.columns[at] === undefined && title.trim() !== '');
  const below = rows.filter(({ line }) => line > best.row.line);
  return { kind: 'columns', columns: { header: best.row, place, ignored, rows: below } };
}

const namedColumns = ({ cells }: TableRow) => cells.map(columnOf);

/** A title may give both names of its column, as in `จังหวัด (province)`. */
function columnOf(title: string): Column | undefined {
  const names = [title, ...title.split(/[/()\n]/)].map(nameKey);
  return names.map((name) => columnByName.get(name)).find((column) => column !== undefined);
}

/** Both names of a column: `moo/หมู่ที่`. */
function printedName(column: Column): string {
  const names = columnNames.find(([known]) => known === column)?.[1] ?? [];
  return names.slice(0, 2).join('/');
}

const refuse = (code: RegistryProblem['code'], params: RegistryProblem['params']): ColumnsReading => ({
  kind: 'refused',
  problem: { code, params },
});

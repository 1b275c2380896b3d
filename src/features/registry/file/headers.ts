import { type ColumnsReading, findColumns, type Source } from '../../../tables/columns.ts';
import type { Table } from '../../../tables/tableReading.ts';

/** What each column may be called, first in English and in Thai; letter case, spaces and punctuation do not matter. */
const columnNames = [
  ['province', ['province', 'จังหวัด', 'changwat', 'จ.']],
  ['district', ['district', 'อำเภอ', 'amphoe', 'อ.']],
  ['subdistrict', ['subdistrict', 'ตำบล', 'tambon', 'ต.']],
  ['moo', ['moo', 'หมู่ที่', 'หมู่', 'ม.']],
  ['village', ['village', 'บ้าน', 'ชื่อบ้าน', 'หมู่บ้าน', 'ชื่อหมู่บ้าน', 'บ้าน/หมู่บ้าน']],
  ['center', ['center', 'ชื่อศูนย์', 'center_name', 'ศูนย์', 'ศจก.', 'ชื่อ ศจก.', 'ชื่อศูนย์จัดการกองทุนชุมชน']],
  ['centerId', ['center_id', 'รหัสศูนย์ฯ', 'รหัส ศจก.']],
  ['founded', ['founded', 'วันที่จัดตั้ง', 'วันจัดตั้ง', 'วัน/เดือน/ปี ที่จัดตั้ง', 'ปี พ.ศ. ที่จัดตั้ง', 'ปีที่จัดตั้ง', 'พ.ศ. ที่จัดตั้ง']],
  [
    'chairName',
    [
      'chair_name',
      'ประธาน',
      'chair',
      'ชื่อประธาน',
      'ประธาน ศจก.',
      'ประธานศูนย์',
      'ชื่อประธาน ศจก.',
      'ชื่อ-สกุล ประธาน',
      'ชื่อ-สกุล ประธาน ศจก.',
      'ชื่อ-นามสกุล ประธาน',
    ],
  ],
  [
    'chairPhone',
    [
      'chair_phone',
      'เบอร์โทรศัพท์',
      'phone',
      'เบอร์โทร',
      'โทร',
      'โทรศัพท์',
      'เบอร์โทรศัพท์ประธาน',
      'หมายเลขโทรศัพท์',
      'หมายเลขโทรศัพท์ประธาน',
      'เบอร์โทรประธาน',
      'โทรศัพท์ประธาน',
      'เบอร์ประธาน',
      'เบอร์มือถือ',
    ],
  ],
  ['budgeted', ['budgeted', 'ใช้งบประมาณ', 'งบประมาณ']],
  ['householdTarget', ['household_target', 'เป้าหมายครัวเรือน', 'ครัวเรือนเป้าหมาย', 'เป้าหมาย']],
  ['committeeSize', ['committee_size', 'จำนวนกรรมการ', 'จำนวนคณะกรรมการ', 'กรรมการ', 'คณะกรรมการ']],
  ['divisions', ['divisions', 'ฝ่าย']],
  ['memberFunds', ['member_funds', 'กองทุนสมาชิก', 'กองทุนที่เป็นสมาชิก', 'กองทุนชุมชนที่เป็นสมาชิก']],
  ['operatingModel', ['operating_model', 'รูปแบบ', 'รูปแบบการดำเนินงาน']],
  ['newCenter', ['new_center', 'จัดตั้งใหม่', 'ศูนย์จัดตั้งใหม่']],
  ['modelCenter', ['model_center', 'ต้นแบบ', 'ศูนย์ต้นแบบ']],
] as const;
export type Column = (typeof columnNames)[number][0];

/** Without these one center cannot be told from another. */
export const required: readonly Column[] = [
  'province',
  'district',
  'subdistrict',
  'moo',
  'village',
  'center',
];

/** Finds the registry's columns in a file. */
export const findRegistryColumns = (tables: readonly Table[], source: Source): ColumnsReading<Column> =>
  findColumns(tables, source, columnNames, required);

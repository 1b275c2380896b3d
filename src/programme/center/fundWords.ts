import { nameKey } from '../spelling.ts';

/** What only a fund or group of the village is called, also where a lender outside is part of the name (ธนาคารข้าว). */
export const villageFundWords: readonly string[] = [
  ...['กทบ.', 'กข.คจ.', 'กองทุนหมู่บ้าน', 'กองทุนชุมชน', 'กลุ่มออมทรัพย์', 'กลุ่มสัจจะ', 'กลุ่มสตรี', 'กลุ่มอาชีพ'],
  ...[
    'ธนาคารหมู่บ้าน',
    'ธนาคารชุมชน',
    'ธนาคารข้าว',
    'ธนาคารโค',
    'ธนาคารกระบือ',
    'ธนาคารขยะ',
    'ธนาคารปุ๋ย',
    'ธนาคารเมล็ดพันธุ์',
  ],
  ...['สถาบันการเงินชุมชน', 'สถาบันการเงินหมู่บ้าน', 'สถาบันการจัดการเงินทุนชุมชน', 'วิสาหกิจชุมชน', 'ร้านค้าชุมชน'],
  ...[
    // Begin as กองทุนรวม does, or have the letters of กบข. in them.
    ...['กองทุนรวมใจ', 'กองทุนรวมน้ำใจ', 'กองทุนรวมพลัง', 'กองทุนรวมมิตร', 'กองทุนรวมทรัพย์', 'กองทุนรวมไทย', 'เลี้ยงกบ'],
    'กองทุนแม่ของแผ่นดิน',
    'กองทุนสวัสดิการ',
    'ฌาปนกิจ',
    'village bank',
    'village fund',
    'community bank',
    'savings group',
  ],
];

/** A name with one of these in it, or with one of those above, may be that of a fund or group of the village. */
export const fundWords: readonly string[] = [
  ...['กองทุน', 'กลุ่ม', 'ออมทรัพ', 'สัจจะ', 'สวัสดิการ', 'วิสาหกิจ', 'สัมมาชีพ', 'เงินล้าน', 'แก้ไขปัญหาความยากจน', 'ศจก.'],
  ...['fund', 'funds', 'group', 'groups', 'savings'],
];

/**
 * What a kind of fund is called of which a village has one as a rule; alone it means that one. A fund is of the kind
 * when its name begins with one of these.
 */
const kindNames: readonly (readonly string[])[] = [
  [
    ...['กทบ.', 'กองทุน กทบ.', 'กองทุนหมู่บ้าน', 'กองทุนหมู่บ้านฯ', 'กองทุนหมู่บ้านและชุมชนเมือง', 'กองทุนชุมชนเมือง'],
    ...[
      'เงินล้าน',
      'กองทุนล้าน',
      'กองทุน 1 ล้าน',
      'กองทุนหนึ่งล้าน',
      'กองทุนเงินล้าน',
      'กองทุนหมู่บ้านเงินล้าน',
      'village fund',
      'the village fund',
    ],
  ],
  ['กข.คจ.', 'โครงการ กข.คจ.', 'กองทุน กข.คจ.', 'โครงการแก้ไขปัญหาความยากจน', 'เงินทุน กข.คจ.'],
  [
    ...['ออมทรัพย์', 'กลุ่มออมทรัพย์', 'กลุ่มออมทรัพย์เพื่อการผลิต', 'ออมทรัพย์เพื่อการผลิต', 'กองทุนออมทรัพย์'],
    ...['savings', 'savings group', 'the savings group', 'saving group', 'savings fund'],
  ],
];

/** The same by the keys under which names are compared. */
export const kindKeys: readonly (readonly string[])[] = kindNames.map((names) => names.map(nameKey));
export const villageFundKeys: readonly string[] = villageFundWords.map(nameKey);

/** Full name, short name said in speech, abbreviation without its dots, English name; January first. */
const MONTHS = [
  ['มกราคม', 'มกรา', 'มค', 'january'],
  ['กุมภาพันธ์', 'กุมภา', 'กพ', 'february'],
  ['มีนาคม', 'มีนา', 'มีค', 'march'],
  ['เมษายน', 'เมษา', 'เมย', 'april'],
  ['พฤษภาคม', 'พฤษภา', 'พค', 'may'],
  ['มิถุนายน', 'มิถุนา', 'มิย', 'june'],
  ['กรกฎาคม', 'กรกฎา', 'กค', 'july'],
  ['สิงหาคม', 'สิงหา', 'สค', 'august'],
  ['กันยายน', 'กันยา', 'กย', 'september'],
  ['ตุลาคม', 'ตุลา', 'ตค', 'october'],
  ['พฤศจิกายน', 'พฤศจิกา', 'พย', 'november'],
  ['ธันวาคม', 'ธันวา', 'ธค', 'december'],
] as const;

const MISSPELT: readonly (readonly [string, number])[] = [
  ['กุมภาพันธุ์', 2],
  ['กุมภาพัน', 2],
  ['กุมพาพันธ์', 2],
  ['กุมภาพันธ', 2],
  ['febuary', 2],
  ['พฤกษภาคม', 5],
  ['กรกฏาคม', 7],
  ['กรกฏา', 7],
  ['sept', 9],
  ['พฤษจิกายน', 11],
  ['พฤษจิกา', 11],
  ['พฤศจิ', 11],
  ['พฤศจิกายน์', 11],
];

/** Every way to write a month, without dots, with its number 1–12. */
export const months: ReadonlyMap<string, number> = new Map([
  ...MONTHS.flatMap(([full, spoken, short, english], i) =>
    [full, spoken, short, english, english.slice(0, 3)].map((name) => [name, i + 1] as const),
  ),
  ...MISSPELT,
]);

const THAI_DAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'];
const ENGLISH_DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Days of the week with their number, Sunday 0. */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ...THAI_DAYS.map((name, i) => [name, i] as const),
  ...ENGLISH_DAYS.map((name, i) => [name, i] as const),
  ...ENGLISH_DAYS.map((name, i) => [name.slice(0, 3), i] as const),
  ['พฤหัส', 4],
]);

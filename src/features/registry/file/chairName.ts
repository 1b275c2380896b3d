import { mayBeName } from '../../../engine/parse/personName.ts';
import { problem, type RegistryReading, readText, saysNone } from './values.ts';

/** The office, which alone names nobody. */
const officeAlone = /^(?:ประธาน|รองประธาน|รักษาการ|chair)/i;

/** Nobody holds the office, or will before it is decided: no name is written here. */
const undecided =
  /^(?:ตำแหน่งว่าง|อยู่(?:ใน)?ระหว่าง|ระหว่าง|กำลัง(?:เลือก|สรรหา|แต่งตั้ง|ดำเนิน)|รอ(?:การ|ผล|เลือก|สรรหา|แต่งตั้ง|คัดเลือก|ดำเนิน|ประชุม)|ยังไม่|ไม่(?:มี|ระบุ|พบ|ทราบ)|(?:ว่าง|vacant)(?![ก-๛a-z]))/i;

/** Of one who is no longer the chair, and what points to a name elsewhere. */
const notOfNow =
  /เสียชีวิต|ลาออก|ถึงแก่กรรม|หมดวาระ|พ้นวาระ|พ้นจากตำแหน่ง|^(?:คน|เหมือน|ตาม|เช่น)เดิม|^ตามเอกสาร|^ตามแนบ/;

/** Marks between the names of several people, which nobody's name has. */
const severalPeople = /[/;+&=]/;

/** The name of a person; that there is none leaves it blank, and what can be no name is left out. */
export function readChairName(text: string): RegistryReading<string> {
  if (saysNone(text) || undecided.test(text)) return problem('leftBlank');
  const isNone = [notOfNow, officeAlone, severalPeople].some((none) => none.test(text));
  return isNone || !mayBeName(text) ? problem('unreadableName') : readText(text);
}

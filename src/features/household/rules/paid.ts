import { bare } from '../../../engine/parse/clean.ts';
import { readMoney } from '../../../engine/parse/money.ts';

const PAID =
  /^(?:ได้)? ?(?:ชำระ|จ่าย|ผ่อน|ใช้|คืน|ส่ง|ลด)(?:หนี้|คืน|เงิน|ชำระ|ต้น|ลง|ได้)*(?:ไป|แล้ว|อีก)* ?(?!\S*เหลือ)(?=\S*\d)|^(?:has |have )?(?:(?:re)?paid (?:back |off )?|(?:reduced|decreased|down|lowered) by )(?=\S*\d)/i;

/** What somebody says was paid (`ชำระ 5000`, `จ่ายแล้ว 5,000 บาท`), in satang: never what is still owed. */
export function readPaid(text: string): number | undefined {
  const line = bare(text);
  if (!PAID.test(line)) return undefined;
  const reading = readMoney(line.replace(PAID, ''));
  return reading.kind === 'read' && reading.value > 0 ? reading.value : undefined;
}

import { debtFigures } from '../../src/features/household/standing.ts';
import { scopeOfCenter } from '../../src/kernel/area/scopeOfCenter.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import type { Bot } from './bot.ts';
import type { Someone } from './someone.ts';

/** Types one text after the other, each after the answer to the one before; what the last one was answered. */
export async function types(who: Someone, ...texts: readonly string[]): Promise<string> {
  let answer = '';
  for (const text of texts) answer = await who.says(text);
  return answer;
}

/** Opens the card of a center, as an officer with several does. */
export const toCenter = (name: string): readonly string[] => ['หนี้ครัวเรือน', name];

/** Everything that reached somebody's chat, buttons and all. */
export const allTold = ({ platform }: Simulator, { userId }: Someone, from = 0): string =>
  platform
    .messagesTo(userId)
    .slice(from)
    .map(({ message }) => JSON.stringify(message))
    .join('\n');

export const savings = 'กลุ่มออมทรัพย์เพื่อการผลิตบ้านโคกตัวอย่าง';
export const villageFund = 'กองทุนหมู่บ้านโคกตัวอย่าง';

/** One contract as it is told: the fund, and what is owed as somebody typed it. */
export const contract = (fund: string, amount: string): readonly string[] => [fund, amount, '6', 'ไม่เกิน'];

/** `เพิ่มครัวเรือน` up to the first contract. */
export const introduced = (head: string, houseNo: string): readonly string[] => [
  ...['เพิ่มครัวเรือน', 'ยินยอม', head, houseNo, '4', 'ข้าม'],
];

/** Ends a list of contracts, and keeps the form. */
export const keeping = ['ครบแล้ว', 'ยืนยัน'] as const;

/** A plan that wants one method, by its number, until the end of next year. */
export const planning = (no: number, method: string): readonly string[] => [
  ...[`${no}`, 'ทำแผน', 'ลดหนี้', method, 'เลี้ยงไก่', 'ทีมคู่หู คู่คิด', 'คณะกรรมการ ศจก.', endOfNextYear(), 'ยืนยัน'],
];

const endOfNextYear = () => `31 ธ.ค. ${new Date().getFullYear() + 544}`;

/** Step 4 of a household that has done step 3, and what its methods changed. */
export const managing = (no: number, ...methods: readonly string[]): readonly string[] => [
  ...[`${no}`, 'บันทึกขั้นตอน', '4', 'วันนี้', 'ข้าม', 'ข้าม', 'ข้าม', 'ยืนยัน'],
  ...(methods.length > 0 ? [...methods, 'ยืนยัน'] : []),
];

/** A step of all the households of the center whose card is open. */
export const centerStep = (step: 1 | 2): readonly string[] => [
  ...[`ขั้น ${step} ทั้งศูนย์`, 'วันนี้', 'ทีมคู่หู คู่คิด', 'ข้าม', 'ข้าม', 'ยืนยัน'],
];

/** Submits a round of the center whose card is open. */
export const submitting = (round: 1 | 2): readonly string[] => [`ส่งรอบ ${round}`, 'ส่ง', 'ใช่'];

/** The receipt number in an answer. */
export function receiptIn(answer: string): string {
  const number = /FL\d{2}-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-Z]/.exec(answer)?.[0];
  if (!number) throw new Error(`no receipt in: ${answer}`);
  return number;
}

/** The invitation code in an answer. */
export function codeIn(answer: string): string {
  const code = /^[0-9A-Z]{8}$/m.exec(answer)?.[0];
  if (!code) throw new Error(`no code in: ${answer}`);
  return code;
}

/** What the reports of FY2565 say of the households of a center. */
export async function debtIn({ database: { store } }: Bot, name: string) {
  const center = (await store.centers.within([{ kind: 'nation' }])).find((each) => each.name === name);
  if (!center) throw new Error(`the registry has no ${name}`);
  const [standing] = await store.standings.of([scopeOfCenter(center)], 2565 as FiscalYear);
  return debtFigures(standing?.figures ?? {});
}

import { nameKey } from '../../../programme/spelling.ts';

/** Groups and funds of the village, also where their name has a bank in it (ธนาคารหมู่บ้าน, ธนาคารข้าว). */
const ofTheVillage =
  /^(?:กลุ่ม|กองทุน(?!(?:เงิน)?ให้กู้ยืม)|กทบ|กขคจ|ธนาคาร(?:หมู่บ้าน|ชุมชน|ข้าว|โค|กระบือ|ขยะ|ปุ๋ย)|สถาบันการเงินชุมชน|สถาบันการเงินหมู่บ้าน)/;

/** Banks, other institutions and private lenders. */
const outside =
  /ธกส|ออมสิน|ธนาคาร|กรุงไทย|กสิกรไทย|ไทยพาณิชย์|สหกรณ์|บริษัท|ลีสซิ่ง|ลิสซิ่ง|ไฟแนนซ์|บัตรเครดิต|บัตรกดเงินสด|กยศ|กองทุน(?:เงิน)?ให้กู้ยืม|นอกระบบ|นายทุน|bank|baac|gsb|cooperative|leasing|finance|creditcard|loanshark/;

/**
 * Whether a lender's name says that it is a bank, another institution or somebody outside, whose loans do not
 * count as debt. What the center names as its member fund is a fund of the village, whatever it is called.
 */
export function isOutsideLender(name: string, memberFunds: readonly string[]): boolean {
  const key = nameKey(name);
  if (memberFunds.some((fund) => nameKey(fund) === key)) return false;
  return !ofTheVillage.test(key) && !/village|community/.test(key) && outside.test(key);
}

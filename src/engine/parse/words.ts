/** What one word or sign in a typed amount means. */
export type Token =
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'digit'; readonly value: number }
  | { readonly kind: 'unit'; readonly zeros: number }
  | { readonly kind: 'english'; readonly value: number }
  | { readonly kind: 'scale'; readonly zeros: number }
  | { readonly kind: NumeralWord | FrameWord };

/**
 * Words that only build a number: `ones` is เอ็ด, `twenty` ยี่, `dot` จุด;
 * the English `point` is a decimal point and also what a choice counts.
 */
type NumeralWord =
  | 'ones'
  | 'twenty'
  | 'half'
  | 'dot'
  | 'point'
  | 'range'
  | 'minus'
  | 'hundred'
  | 'and'
  | 'article';

/** Words that stand around a number and say what it counts. */
type FrameWord =
  | 'item'
  | 'pick'
  | 'total'
  | 'owed'
  | 'borrowed'
  | 'rate'
  | 'yearly'
  | 'filler'
  | 'hedge'
  | 'score'
  | 'counter'
  | 'people'
  | 'household'
  | 'member'
  | 'contract'
  | 'times'
  | 'met'
  | 'percent'
  | 'baht'
  | 'satang'
  | 'salueng'
  | 'exactly';

export const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);

const mean = (token: Token, words: string) => words.split(' ').map((word) => [word, token] as const);

const numbers = (kind: 'digit' | 'english', first: number, step: number, words: string) =>
  words.split(' ').map((word, i): readonly [string, Token] => [word, { kind, value: first + i * step }]);

/** Every word that may stand in an amount; what is not here makes the whole text unreadable. */
export const lexicon: ReadonlyMap<string, Token> = new Map([
  ...numbers('digit', 0, 1, 'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า'),
  ...mean({ kind: 'digit', value: 1 }, 'นึง หนึง'),
  ...mean({ kind: 'ones' }, 'เอ็ด'),
  ...mean({ kind: 'twenty' }, 'ยี่'),
  ...mean({ kind: 'unit', zeros: 1 }, 'สิบ'),
  ...mean({ kind: 'unit', zeros: 2 }, 'ร้อย'),
  ...mean({ kind: 'unit', zeros: 3 }, 'พัน'),
  ...mean({ kind: 'unit', zeros: 4 }, 'หมื่น หมืน'),
  ...mean({ kind: 'unit', zeros: 5 }, 'แสน'),
  ...mean({ kind: 'unit', zeros: 6 }, 'ล้าน ล ล.'),
  ...mean({ kind: 'half' }, 'ครึ่ง half'),
  ...mean({ kind: 'dot' }, 'จุด'),
  ...mean({ kind: 'point' }, 'point'),
  ...mean({ kind: 'range' }, '- ถึง หรือ to or'),
  ...mean({ kind: 'minus' }, 'ลบ ติดลบ minus'),

  ...numbers('english', 0, 1, 'zero one two three four five six seven eight nine ten'),
  ...numbers('english', 11, 1, 'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'),
  ...numbers('english', 20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'),
  ...mean({ kind: 'hundred' }, 'hundred'),
  ...mean({ kind: 'scale', zeros: 3 }, 'thousand k'),
  ...mean({ kind: 'scale', zeros: 6 }, 'million m'),
  ...mean({ kind: 'scale', zeros: 9 }, 'billion'),
  ...mean({ kind: 'and' }, 'and'),
  ...mean({ kind: 'article' }, 'a'),

  ...mean({ kind: 'item' }, 'ข้อ ข้อ. ข้อที่ item'),
  ...mean({ kind: 'pick' }, 'ตอบ เลือก เอา ขอ ที่ เบอร์ หมายเลข ลำดับ ตัวเลือก # number option'),
  ...mean({ kind: 'total' }, 'จำนวน มี รวม ทั้งหมด ทั้งสิ้น เงิน เป็นเงิน ยอด ราคา ก็ อยู่ อยู่ที่ total'),
  ...mean(
    { kind: 'owed' },
    'ยังเป็นหนี้ ยังเป็นหนี้อยู่ ยังติดหนี้ ยังมีหนี้ เหลือ คงเหลือ ค้าง ค้างชำระ หนี้ หนี้สิน เป็นหนี้ ติดหนี้ ยังเหลือ เหลืออีก ยังค้าง คงค้าง เงินต้น ต้นเงิน กู้ เงินกู้ ตอนนี้ ปัจจุบัน ขณะนี้ debt balance now currently',
  ),
  // What was borrowed may be paid back in part.
  ...mean({ kind: 'borrowed' }, 'กู้มา กู้ไป กู้ยืม กู้ยืมมา กู้ยืมไป ยืม ยืมมา ยืมไป borrowed'),
  ...mean({ kind: 'rate' }, 'อัตรา ดอกเบี้ย อัตราดอกเบี้ย ดอก rate interest'),
  ...mean({ kind: 'yearly' }, 'ต่อปี ปีละ /ปี yearly'),
  ...mean({ kind: 'filler' }, 'ให้ ได้ คือ : ='),
  ...mean(
    { kind: 'hedge' },
    'ประมาณ เกือบ ราว แถว น่าจะ อาจจะ คิดว่า โดยประมาณ มั้ง สัก ซัก ร่วม กว่า เศษ เกิน ไม่เกิน ไม่ถึง มากกว่า',
  ),
  ...mean(
    { kind: 'hedge' },
    'น้อยกว่า อย่างน้อย นิด หน่อย ขึ้นไป ต้น กลาง ปลาย ๆ ~ + ≈ > < about around approximately approx almost nearly over under roughly maybe',
  ),
  ...mean({ kind: 'score' }, 'คะแนน แต้ม points pts score'),
  ...mean({ kind: 'people' }, 'คน ราย ท่าน people persons person members member'),
  ...mean({ kind: 'household' }, 'ครัว ครัวเรือน ครอบครัว หลังคาเรือน household households'),
  ...mean({ kind: 'member' }, 'สมาชิก กรรมการ คณะกรรมการ committee'),
  ...mean({ kind: 'contract' }, 'สัญญา contracts contract'),
  ...mean({ kind: 'counter' }, 'กลุ่ม กองทุน แห่ง รายการ groups items'),
  ...mean({ kind: 'times' }, 'ครั้ง times meeting meetings'),
  ...mean({ kind: 'met' }, 'ประชุม met'),
  ...mean({ kind: 'percent' }, '% เปอร์เซ็นต์ เปอร์เซ็น เปอร์เซนต์ ร้อยละ percent'),
  ...mean({ kind: 'baht' }, '฿ บาท บาทไทย บ บ. .- ,- baht bath bht thb'),
  ...mean({ kind: 'satang' }, 'สตางค์ สต สต. satang'),
  ...mean({ kind: 'salueng' }, 'สลึง'),
  ...mean({ kind: 'exactly' }, 'ถ้วน พอดี เดียว only'),
]);

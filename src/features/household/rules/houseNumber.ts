import { clean } from '../../../engine/parse/clean.ts';
import { withoutParticles } from '../../../engine/parse/particles.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';

/** The question's own words before a number. */
const lead = /^(?:บ้าน)?เลขที่(?:บ้าน)?\s*:?\s*|^house (?:no\.?|number)\s*:?\s*/i;
/** 12, 12/3, 12/3-4 or 12ก; behind it the moo, a lane, a road or a village. */
const shape =
  /^[1-9]\d{0,4}(?:\/\d{1,5})?(?:-\d{1,5}(?:\/\d{1,5})?)?\s?[ก-ฮa-z]?(?:,?\s*(?:หมู่|ม\.|ม(?=\s?\d)|moo|ซอย|ซ\.|ถนน|ถ\.|บ้าน|ตำบล|ต\.).*)?$/i;
const none = /^ไม่มี(?:บ้าน)?เลขที่(?:บ้าน)?$|^no house number$/i;

/** A house number as it is written, without the question's words and courtesy; nothing where a text can be none. */
export function readHouseNumber(text: string): string | undefined {
  const line = withoutParticles(arabicDigits(clean(text)));
  const number = none.test(line) ? line : line.replace(lead, '');
  return none.test(number) || shape.test(number) ? number : undefined;
}

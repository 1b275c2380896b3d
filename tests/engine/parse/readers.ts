import { readChoice } from '../../../src/engine/parse/choice.ts';
import { readDate } from '../../../src/engine/parse/date.ts';
import { readMany } from '../../../src/engine/parse/many.ts';
import { readMoney } from '../../../src/engine/parse/money.ts';
import { readNumber } from '../../../src/engine/parse/number.ts';
import { readPhone } from '../../../src/engine/parse/phone.ts';
import type { Reading } from '../../../src/engine/parse/reading.ts';
import { readHave, readYesNo } from '../../../src/engine/parse/yesNo.ts';
import { methods, points } from './choicePhrases.ts';
import { today } from './datePhrases.ts';
import type { Kind } from './phrase.ts';

export type Reader = (text: string) => Reading<unknown>;

/** Every reader, set to the day and the choices of the table of phrases. */
export const readers: Readonly<Record<Kind, Reader>> = {
  number: readNumber,
  money: readMoney,
  date: (text) => readDate(text, today),
  phone: readPhone,
  choice: (text) => readChoice(text, points),
  many: (text) => readMany(text, methods),
  yesNo: readYesNo,
  have: readHave,
};

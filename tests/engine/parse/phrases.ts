import { choicePhrases, manyPhrases } from './choicePhrases.ts';
import { datePhrases } from './datePhrases.ts';
import { fieldPhrases } from './fieldPhrases.ts';
import { moneyPhrases } from './moneyPhrases.ts';
import { numberPhrases } from './numberPhrases.ts';
import { phonePhrases } from './phonePhrases.ts';
import type { Phrase } from './phrase.ts';
import { yesNoPhrases } from './yesNoPhrases.ts';

/** What people type, as it was heard in the field or feared at the desk. */
export const phrases: readonly Phrase[] = [
  ...numberPhrases,
  ...moneyPhrases,
  ...datePhrases,
  ...phonePhrases,
  ...choicePhrases,
  ...manyPhrases,
  ...yesNoPhrases,
  ...fieldPhrases,
];

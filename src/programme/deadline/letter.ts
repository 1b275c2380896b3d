import type { IsoDate } from '../ids.ts';

/** How urgent a letter is: ด่วน, ด่วนมาก, ด่วนที่สุด. */
export const urgencies = ['urgent', 'veryUrgent', 'mostUrgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** The letter that set a date; replies have to cite it. */
export type Letter = {
  /** As it is written on the letter, such as `ปจ 0019/26655`. */
  readonly number: string;
  readonly date?: IsoDate;
  readonly urgency?: Urgency;
};

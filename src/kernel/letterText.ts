import type { Letter } from '../programme/deadline/letter.ts';
import { type Text, t } from './reply.ts';

/** A letter as replies cite it: its number, its date and how urgent it is. */
export function letterText({ number, date, urgency }: Letter): Text {
  const numbered = t('duty:letter.number', { number });
  const dated = date ? t('duty:letter.dated', { letter: numbered, date: { date } }) : numbered;
  return urgency ? t('duty:letter.urgent', { letter: dated, urgency: t(`duty:urgency.${urgency}`) }) : dated;
}

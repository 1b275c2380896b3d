import { clauses } from '../../../kernel/clauses.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import type { LoggedStep } from '../rules/steps.ts';
import { classText, stepName } from './form.ts';

export type TellableStep = Pick<LoggedStep, 'step' | 'on' | 'photos'> &
  Partial<Pick<LoggedStep, 'together' | 'note' | 'classes' | 'reason'>>;

/** A step in one line: its name, day and what was told besides. */
export function stepText({ step, on, together, note, classes = [], reason, photos }: TellableStep): Text {
  const words: Text[] = [t('household:stepOn', { step, name: stepName(step), on: { date: on } })];
  if (classes.length > 0) words.push(t('common:list', { items: classes.map(classText) }));
  if (together !== undefined) words.push(t('household:togetherWith', { who: said(together) }));
  if (note !== undefined) words.push(said(note));
  if (reason !== undefined) words.push(t('household:because', { reason: said(reason) }));
  if (photos.length > 0) words.push(t('household:photos', { count: photos.length }));
  return clauses(words);
}

import { clauses } from '../../../kernel/clauses.ts';
import { noSuchDayText } from '../../../kernel/form/notes.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import type { Unclear } from '../rules/batch.ts';
import type { Said } from '../rules/batchSaid.ts';

/** What a line says of a household, in words, with the day and the company that it tells. */
export function saidText(what: Said, on?: IsoDate): Text {
  if (what.kind !== 'step') return t(`household:batch.${what.kind}`);
  return clauses([
    t('household:batch.step', { step: what.step }),
    ...(on === undefined ? [] : [t('common:date', { date: { date: on } })]),
    ...(what.together === undefined ? [] : [t('household:togetherWith', { who: said(what.together) })]),
  ]);
}

type Asked = Omit<Unclear, 'month'> & { readonly month?: Unclear['month'] | undefined };

/** Why a line is asked about. */
export const unclearText = ({ words, why, nos, month }: Asked): Text =>
  t(`household:batch.unclear.${why}`, {
    words: said(words.join(', ')),
    no: nos.join(', '),
    ...(month && { problem: noSuchDayText(month) }),
  });

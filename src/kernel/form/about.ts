import type { Draft } from '../../engine/draft.ts';
import type { Context } from '../flow.ts';
import { ofYear } from '../ofYear.ts';
import { type Text, t } from '../reply.ts';
import type { FormTalk } from './talk.ts';

type OfTalk = Pick<FormTalk, 'about' | 'short' | 'year'>;
type Newest = Pick<Context, 'year'>;

/** What a draft is, with its year where that is not the newest: several years may be open at once. */
export const aboutOf = (talk: OfTalk, draft: Draft, { year: newest }: Newest): Text =>
  ofYear(talk.about(draft), talk.year(draft), newest);

/** The same on a button, the year first since long names are cut. */
export function shortOf(talk: OfTalk, draft: Draft, { year: newest }: Newest): Text {
  const year = talk.year(draft);
  const what = talk.short(draft);
  return year === newest ? what : t('common:yearBefore', { what, year });
}

import type { Freeze } from '../../programme/report/freeze.ts';
import type { Frozen } from '../../programme/report/outcome.ts';
import { said, type Text, t } from '../reply.ts';
import { nameText } from '../roleText.ts';

/** Why nothing can be signed or changed in an area, by whom and until when. */
export const frozenText = ({ from, until, reason, byName }: Frozen | Freeze): Text =>
  t('report:frozen', {
    ...{ from: { date: from }, until: { date: until } },
    ...{ reason: said(reason), by: nameText(byName) },
  });

/** The same in a few words, for a line of a list. */
export const frozenShort = ({ until }: Pick<Freeze, 'until'>): Text =>
  t('report:frozenUntil', { until: { date: until } });

import { said, type Text, t } from './reply.ts';

/** Short statements in one line; a comma would not tell them apart from what is listed within one. */
export const clauses = ([first = said(''), ...more]: readonly Text[]): Text =>
  more.reduce((so, then) => t('common:clauses', { first: so, then }), first);

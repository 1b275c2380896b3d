import { cutToClusters } from './encode/cut.ts';

/** What a name keeps at most, in characters as a reader counts them. */
const longestName = 100;
const nameless = 'document';

/** Control and other unseen characters, halves of pairs, and marks that turn a line round. */
const unseen = /[\p{Other}\p{Bidi_Control}]/gu;
/** What no system takes in a name. */
const forbidden = /[<>:"|?*]/g;

/** A document's name as it may be shown and saved: without folders, and ending as its content says. */
export function cleanFileName(given: string, ending: string): string {
  const alone = given.split(/[\\/]/).at(-1) ?? '';
  const clean = alone.replace(unseen, '').replace(forbidden, '').replace(/\s+/g, ' ').trim();
  const end = `.${ending}`;
  const stem = clean.toLowerCase().endsWith(end) ? clean.slice(0, -end.length) : clean;
  const name = stem.replace(/^[.\s]+|[.\s]+$/g, '') || nameless;
  return cutToClusters(name, longestName - end.length) + end;
}

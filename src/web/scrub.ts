/**
 * The last gate before the log. Codes, event ids and counts pass; what could be somebody's words, number,
 * account or key does not, whatever field it stands in.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/[A-Za-z0-9+/=_-]{65,}/g, '[token]'],
  [/(?<![0-9A-Za-z])[UCR]?[0-9a-f]{32}(?![0-9A-Za-z])/g, '[id]'],
  [/(?<!\w)\d-?\d{4}-?\d{5}-?\d{2}-?\d(?!\w)/g, '[id]'],
  [/(?<!\w)(?:\+?66|0)-?\d{1,2}-?\d{3}-?\d{3,4}(?!\w)/g, '[phone]'],
];
/** The letters of codes, paths, ids and instants: no blank, and nothing beyond ASCII. */
const plain = /^[\w./:{}@+-]{1,200}$/;

/** Words as the log may have them. */
export function scrub(words: string): string {
  if (!plain.test(words)) return '[withheld]';
  return rules.reduce((left, [form, mark]) => left.replace(form, mark), words);
}

/** The files and lines of a stack trace, and nothing else that it says. */
export function placesIn(stack: string): string {
  return [...stack.matchAll(/(?:src|node_modules)\/[\w./@+-]{1,200}:\d{1,6}/g)].join(' < ');
}

/** No count, port or time in milliseconds is as large; a phone or id without its zero is. */
const largest = 1e8;

export function smallNumber(figure: number): number | string {
  return Math.abs(figure) < largest ? figure : '[withheld]';
}

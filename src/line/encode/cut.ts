/** LINE counts UTF-16 units, but of labels what a reader sees as one character: น้ำ is one of these clusters. */
const clusters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Marks can be piled on one cluster without end, so units are bounded with them. */
const unitsPerCluster = 8;

/** Halves of surrogate pairs, control characters, and marks that turn a line round. */
const unsendable = /[\p{Surrogate}\p{Control}\p{Bidi_Control}](?<![\n\t])/gu;
const blank = /^[\s\p{Other}]*$/u;

/** Words as LINE takes and shows them; a dash where nothing would be seen. */
export function sendable(text: string): string {
  const clean = text.replace(unsendable, '');
  return blank.test(clean) ? '–' : clean;
}

/** At most so many clusters of a text, with `…` where some are missing. */
export function cutToClusters(text: string, most: number): string {
  if (text.length <= most) return text;
  const mostUnits = most * unitsPerCluster;
  let count = 0;
  let kept = 0;
  for (const { index, segment } of clusters.segment(text)) {
    const end = index + segment.length;
    count += 1;
    if (count > most || end > mostUnits) return `${text.slice(0, kept)}…`;
    if (count < most && end < mostUnits) kept = end;
  }
  return text;
}

/** At most so many units of a text, ended with a line where one ends near, with `…` where some are missing. */
export function cutToLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, lastBreak(text, most - 1));
  return head.endsWith('\n') ? `${head.trimEnd()}\n…` : `${head.trimEnd()}…`;
}

/** A text in parts of at most so many units, cut where a paragraph, line, sentence or word ends. */
export function splitText(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = lastBreak(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** Ends of paragraphs, lines, sentences and words, the best first; Thai has a space where a sentence ends. */
const breaks = [['\n\n'], ['\n'], ['. ', '! ', '? ', '… '], [' ']] as const;

/** Where to cut so that at most so many units stand before, as late as can be without cutting badly. */
function lastBreak(text: string, most: number): number {
  for (const marks of breaks) {
    const end = Math.max(...marks.map((mark) => endOfLast(mark, text, most)));
    if (end > most / 2) return end;
  }
  return clusters.segment(text).containing(most)?.index || most;
}

function endOfLast(mark: string, text: string, most: number): number {
  const start = text.lastIndexOf(mark, most - mark.length);
  return start === -1 ? 0 : start + mark.length;
}

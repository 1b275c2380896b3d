/** Thai is written without spaces, so where a line may break is found with a dictionary. */
const words = new Intl.Segmenter('th', { granularity: 'word' });
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Letters of a word that still stay on one line; a longer one would not fit into a column. */
const longestWhole = 28;

/**
 * The pieces of a text that stay whole, spaces by themselves: words with the signs beside them, and the given names.
 * Joined they are the text again.
 */
export function unbroken(text: string, names: readonly string[] = []): readonly string[] {
  const pieces: string[] = [];
  let opens = false;
  for (const { segment, isWordLike = false } of segmentsOf(text, names)) {
    const last = pieces.at(-1);
    const isSpace = segment.trim() === '';
    const joins =
      last !== undefined && last.trim() !== '' && !isSpace && (opens || !(isWordLike || isOpening(segment)));
    if (joins) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
    opens = isOpening(segment);
  }
  return pieces.flatMap(cut);
}

/** A number such as `FL65-7K4M2QXA-B`. */
const code = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+/g;

type Segment = { readonly segment: string; readonly isWordLike?: boolean };

const isOpening = (segment: string): boolean => /^[([{“"'‘]$/u.test(segment);

function* segmentsOf(text: string, names: readonly string[]): Iterable<Segment> {
  const whole = [...names.flatMap((name) => name.split(/\s+/u)), ...(text.match(code) ?? [])].filter(
    (part) => part !== '',
  );
  let at = 0;
  while (at < text.length) {
    const found = nextName(text, whole, at);
    const until = found?.at ?? text.length;
    yield* words.segment(text.slice(at, until));
    if (found) yield { segment: found.name, isWordLike: true };
    at = until + (found?.name.length ?? 0);
  }
}

/** The name that stands next in a text; the longest of those that begin there. */
function nextName(
  text: string,
  names: readonly string[],
  from: number,
): { readonly name: string; readonly at: number } | undefined {
  return names
    .map((name) => ({ name, at: text.indexOf(name, from) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
}

function cut(piece: string): readonly string[] {
  const all = Array.from(letters.segment(piece), ({ segment }) => segment);
  if (all.length <= longestWhole) return [piece];
  const parts = Math.ceil(all.length / longestWhole);
  return Array.from({ length: parts }, (_, part) =>
    all.slice(part * longestWhole, (part + 1) * longestWhole).join(''),
  );
}

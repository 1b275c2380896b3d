/** Thai is written without spaces, so where a line may break is found with a dictionary. */
const words = new Intl.Segmenter('th', { granularity: 'word' });
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** Letters of a word that still stay on one line; a longer one would not fit into a column. */
const longestWhole = 28;

/**
 * Cuts texts into the pieces that stay whole, spaces by themselves: words with the signs beside them, and the given
 * names. Joined they are the text again.
 */
export function createBreaker(names: readonly string[] = []): (text: string) => readonly string[] {
  const whole = wholeIn(names);
  return (text) => {
    const pieces: string[] = [];
    let opens = false;
    for (const { segment, isWordLike = false } of segmentsOf(text, whole)) {
      const last = pieces.at(-1);
      const isSpace = segment.trim() === '';
      const joins =
        last !== undefined &&
        last.trim() !== '' &&
        !isSpace &&
        (opens || !(isWordLike || isOpening(segment)));
      if (joins) pieces[pieces.length - 1] = last + segment;
      else pieces.push(segment);
      opens = isOpening(segment);
    }
    return pieces.flatMap(cut);
  };
}

/** A number such as `FL65-7K4M2QXA-B`. */
const code = '[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+';

/** What no line breaks inside: such numbers, and names, of which a longer one goes before one that it begins with. */
function wholeIn(names: readonly string[]): RegExp {
  const parts = new Set(names.flatMap((name) => name.split(/\s+/u)).filter((part) => part !== ''));
  const longestFirst = [...parts].toSorted((a, b) => b.length - a.length);
  const escaped = longestFirst.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp([code, ...escaped].join('|'), 'g');
}

type Segment = { readonly segment: string; readonly isWordLike?: boolean };

const isOpening = (segment: string): boolean => /^[([{“"'‘]$/u.test(segment);

function* segmentsOf(text: string, whole: RegExp): Iterable<Segment> {
  let at = 0;
  for (const { 0: segment, index } of text.matchAll(whole)) {
    yield* words.segment(text.slice(at, index));
    yield { segment, isWordLike: true };
    at = index + segment.length;
  }
  yield* words.segment(text.slice(at));
}

function cut(piece: string): readonly string[] {
  const all = Array.from(letters.segment(piece), ({ segment }) => segment);
  if (all.length <= longestWhole) return [piece];
  const parts = Math.ceil(all.length / longestWhole);
  return Array.from({ length: parts }, (_, part) =>
    all.slice(part * longestWhole, (part + 1) * longestWhole).join(''),
  );
}

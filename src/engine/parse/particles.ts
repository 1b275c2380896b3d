/** Endings that are never the end of another word. */
const PLAIN = /(?:ครับ+ผม|ครับ+|ครัช+|คร[้๊]า+บ+|ค[้๊]า+บ+|เจ้าค่ะ|เจ้าคะ|ค่ะ|จ้ะ|จ๊ะ|จ๋า+|จร้า+)$/;

/** Endings that other words have too (บังคับ, มูลค่า, ชนะ, เจ้า): taken off only where a word ends before them. */
const SHARED = [/นะ(?:คับผม|คับ|คะ|ค่า+|จ้า+|ฮะ|ฮับ)$/, /(?:คับผม|คับ|คะ|ค่า+|เจ้า|จ้า+|นะ|ฮะ|ฮับ)$/];

/** The same courtesy in Latin letters. */
const LATIN = /(?<![a-z])(?:krub|krab|krap|khrap|kub|kha|ka|na|please)$/;

/** Courtesy and punctuation around a text; a question mark stays, for a question is no answer, and so does "20000~". */
const FLOURISH =
  /(?:[\s.!…"'“”‘’«»]|(?<![\d ])~|(?![❌❎✖👎🙅🚫⛔❓❔])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F)+$/u;
const OPENING = /^(?:["'“‘« ]|(?![❌❎✖👎🙅🚫⛔❓❔])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)+/u;

/** The longest ending that is looked at, so that a long text costs no more than a short one. */
const REACH = 40;

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });

/** The text without polite particles and flourishes at its end; the last thing that is left is kept. */
export function withoutParticles(text: string): string {
  let least = text;
  for (const rest of lessAndLess(text)) if (rest !== '') least = rest;
  return least;
}

/** Whether a text is nothing but courtesy. */
export const isCourtesy = (text: string): boolean => [...lessAndLess(text)].some((rest) => rest === '');

/** The text, and what is left of it each time that one more ending is taken off. */
export function* lessAndLess(text: string): Generator<string> {
  yield text;
  let rest = text.replace(OPENING, '');
  if (rest !== text) yield rest;
  for (let end = endingOf(rest); end > 0; end = endingOf(rest)) {
    rest = rest.slice(0, -end);
    yield rest;
  }
}

function endingOf(text: string): number {
  const tail = text.slice(-REACH);
  const sure = (FLOURISH.exec(tail) ?? PLAIN.exec(tail) ?? LATIN.exec(tail))?.[0];
  if (sure !== undefined) return sure.length;
  for (const pattern of SHARED) {
    const shared = pattern.exec(tail);
    if (shared !== null && beginsWord(tail, shared.index)) return shared[0].length;
  }
  return 0;
}

function beginsWord(text: string, index: number): boolean {
  const before = text[index - 1];
  if (before === undefined || !/\p{Script=Thai}/u.test(before)) return true;
  return thaiWords.segment(text).containing(index)?.index === index;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/engine/ids.ts';
import { type Message, said } from '../../src/kernel/reply.ts';
import { createRender } from '../../src/line/encode/render.ts';
import { refusalOf } from '../../src/simulator/rules/validate.ts';
import { createTexts } from '../../src/text/texts.ts';
import { extent } from '../extent.ts';
import { seed } from '../seed.ts';
import { recorder } from '../support/record.ts';
import { anyReply } from './anyReply.ts';
import { faultsOf } from './limitOracle.ts';

const texts = createTexts();
const render = createRender({
  texts,
  photoUrl: (file, size) => `https://fundline.example/${file}/${size}`,
  fileUrl: (file) => `https://fundline.example/${file}`,
});
const replyOf = (messages: Json) => ({ replyToken: 'x', messages });

/** How often each kind of trouble was met, so that a tame generator is noticed. */
function tally() {
  const seen = {
    carousel: 0,
    bubble: 0,
    cutAltText: 0,
    severalTexts: 0,
    cutLabel: 0,
    saidTap: 0,
    picker: 0,
    image: 0,
  };
  return {
    seen,
    add(messages: Json) {
      const written = JSON.stringify(messages);
      if (written.includes('"carousel"')) seen.carousel += 1;
      if (/"contents":\{"type":"bubble"/.test(written)) seen.bubble += 1;
      if (/"altText":"[^"]*…"/.test(written)) seen.cutAltText += 1;
      if (/"label":"[^"]*…"/.test(written)) seen.cutLabel += 1;
      if (written.includes('"type":"message"')) seen.saidTap += 1;
      if (written.includes('"datetimepicker"')) seen.picker += 1;
      if (written.includes('"type":"image"')) seen.image += 1;
      if (Array.isArray(messages) && messages.length > 3) seen.severalTexts += 1;
    },
  };
}

describe('whatever a reply says', () => {
  test('LINE takes its messages', () => {
    const { seen, add } = tally();
    // Some of them are held against the published interface as well, by `npm run check:openapi`.
    const record = recorder('encode');
    let recorded = 0;
    fc.assert(
      fc.property(anyReply, fc.constantFrom('th' as const, 'en' as const), (reply, language) => {
        const messages = render(reply, language);
        add(messages);
        expect(faultsOf(messages)).toEqual([]);
        expect(refusalOf('reply', replyOf(messages), { loopbackMedia: false })).toBeUndefined();
        if (recorded < 60) record({ endpoint: 'reply', body: replyOf(messages) });
        recorded += 1;
      }),
      { seed, numRuns: extent(100, 300) },
    );
    for (const [kind, times] of Object.entries(seen)) expect(times, kind).toBeGreaterThan(extent(2, 10));
  });

  test('it makes the same messages again', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        expect(render(reply, 'th')).toEqual(render(reply, 'th'));
      }),
      { seed, numRuns: extent(40, 100) },
    );
  });

  test('nothing of a long text is lost', () => {
    const word = fc.constantFrom('ศูนย์จัดการกองทุนชุมชน', 'ก', '1,234,567', 'บาท.', '👨‍👩‍👧‍👦');
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 200, size: 'max' })
      .map((words) => words.join(' '));
    const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 9, size: 'max' });
    let several = 0;
    fc.assert(
      fc.property(paragraphs, (lines) => {
        const message: Message = { kind: 'text', text: lines.map(said) };
        const parts = textsOf(render({ messages: [message] }, 'th'));
        if (parts.length > 1) several += 1;
        const solid = (words: readonly string[]) => words.join('').replace(/\s/g, '');
        expect(solid(parts)).toBe(solid(lines));
      }),
      { seed, numRuns: extent(70, 200) },
    );
    expect(several).toBeGreaterThan(extent(3, 10));
  });
});

const textsOf = (messages: Json): readonly string[] =>
  (messages as readonly { readonly text: string }[]).map(({ text }) => text);

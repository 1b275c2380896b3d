import { describe, expect, test } from 'vitest';
import type { DraftId, StepKey } from '../../src/engine/ids.ts';
import { type Block, type Card, type Message, type Option, said, t } from '../../src/kernel/reply.ts';
import { createRender } from '../../src/line/encode/render.ts';
import { readTap } from '../../src/line/postback.ts';
import type { IsoDate } from '../../src/programme/ids.ts';
import { createTexts } from '../../src/text/texts.ts';

const texts = createTexts();
const photoUrl = (file: string, size: string) => `https://fundline.example/${file}/${size}`;
const fileUrl = (file: string) => `https://fundline.example/files/${file}`;
const withPhotos = createRender({ texts, photoUrl, fileUrl });
const withoutPhotos = createRender({ texts, photoUrl: () => undefined, fileUrl: () => undefined });

const draft = 'd1' as DraftId;
const step = 'i03' as StepKey;
const answer = (label: string, value: string): Option => ({
  label: said(label),
  tap: { kind: 'answer', draft, step, value },
});
const say = (label: string): Option => ({ label: said(label), tap: { kind: 'say' } });
const cardMessage = (blocks: readonly Block[], buttons?: readonly Option[]): Message => ({
  kind: 'card',
  card: { heading: said('ระดับ 2'), blocks, ...(buttons ? { buttons } : {}) },
});
const render = (...messages: readonly Message[]) => withPhotos({ messages }, 'th');
/** The words of a flex message from top to bottom. */
const wordsIn = (messages: unknown) =>
  [...JSON.stringify(messages).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, words]) => words);
const altTextOf = (message: unknown) => (message as { readonly altText: string }).altText;

const levelCard: Card = {
  heading: said('ศจก.บ้านหนองตัวอย่าง 26/42 ระดับ 2'),
  blocks: [
    { kind: 'fact', label: said('คะแนนรวม'), value: said('26/42') },
    { kind: 'bar', label: said('การบริหาร'), value: 12, of: 18 },
    { kind: 'line' },
    { kind: 'title', text: said('ทางขึ้นระดับ 3') },
    { kind: 'row', text: said('ข้อ 4'), note: said('1 → 2'), option: say('แผน') },
    { kind: 'text', text: said('ขาดอีก 8 คะแนน'), tone: 'quiet' },
  ],
};

test('what is folded is said in the altText, but not drawn', () => {
  const folded: Block = { kind: 'fact', label: said('เข้าร่วม'), value: said('3/5 ครัวเรือน'), folded: true };
  const shown: Block = { kind: 'fact', label: said('ลดหนี้หรือปลดหนี้ได้'), value: said('2/5 ครัวเรือน') };
  const [message] = render(cardMessage([shown, folded])) as readonly unknown[];
  expect(altTextOf(message)).toBe('ระดับ 2\nลดหนี้หรือปลดหนี้ได้: 2/5 ครัวเรือน\nเข้าร่วม: 3/5 ครัวเรือน');
  expect(wordsIn(message)).toEqual(['ระดับ 2', 'ลดหนี้หรือปลดหนี้ได้', '2/5 ครัวเรือน']);
});

describe('a text', () => {
  test('has its parts as paragraphs', () => {
    expect(render({ kind: 'text', text: [said('รับแล้ว'), said('ข้อ 4/14')] })).toEqual([
      { type: 'text', text: 'รับแล้ว\n\nข้อ 4/14' },
    ]);
  });

  test('too long for one message is cut where a sentence ends', () => {
    const sentence = 'กองทุนนี้มีสมาชิกครบ. ';
    const parts = render({ kind: 'text', text: [said(sentence.repeat(300))] }) as readonly {
      readonly text: string;
    }[];
    expect(parts).toHaveLength(2);
    expect(parts[0]?.text.length).toBeGreaterThan(4900);
    expect(parts.every(({ text }) => text.endsWith('ครบ.') || text.trim().endsWith('ครบ.'))).toBe(true);
  });

  test('without a blank anywhere is never cut inside a letter', () => {
    const [first] = render({ kind: 'text', text: [said('น้ำ'.repeat(2000))] }) as readonly {
      readonly text: string;
    }[];
    expect(first?.text).toMatch(/^(?:น้ำ)+$/);
  });

  test('of nothing that could be seen is a dash', () => {
    expect(render({ kind: 'text', text: [said('\u200b \u202e\ud800')] })).toEqual([
      { type: 'text', text: '–' },
    ]);
  });

  test('of people is shown as they wrote it, whatever it looks like', () => {
    const words = '"}] <script>alert(1)</script> {{7*7}} $t(common:edit) (น้ำ)';
    expect(render({ kind: 'text', text: [said(words)] })).toEqual([{ type: 'text', text: words }]);
    expect(wordsIn(render(cardMessage([{ kind: 'text', text: said(words) }])))).toContain(
      words.replaceAll('"', '\\"'),
    );
  });
});

describe('a card', () => {
  test('says in altText what it shows, line by line, heading first', () => {
    const [message] = render({ kind: 'card', card: levelCard }) as readonly unknown[];
    expect(altTextOf(message).split('\n')).toEqual([
      'ศจก.บ้านหนองตัวอย่าง 26/42 ระดับ 2',
      'คะแนนรวม: 26/42',
      'การบริหาร 12/18',
      'ทางขึ้นระดับ 3',
      'ข้อ 4 · 1 → 2',
      'ขาดอีก 8 คะแนน',
    ]);
  });

  test('shows everything, each text wrapped, with bars as wide as their share', () => {
    const [message] = render({ kind: 'card', card: levelCard }) as readonly unknown[];
    const written = JSON.stringify(message);
    for (const words of ['26/42', 'การบริหาร', '12/18', 'ทางขึ้นระดับ 3', 'ข้อ 4', '1 → 2', 'ขาดอีก 8 คะแนน'])
      expect(wordsIn(message)).toContain(words);
    expect(written).toContain('"width":"67%"');
    expect(written.match(/"type":"text"/g)).toHaveLength(written.match(/"wrap":true/g)?.length ?? 0);
  });

  test.each([
    [0, 3, undefined],
    [3, 3, '100%'],
    [5, 3, '100%'],
    [-1, 3, undefined],
    [1, 0, undefined],
  ])('has a bar of %i/%i', (value, of, width) => {
    const written = JSON.stringify(render(cardMessage([{ kind: 'bar', label: said('ก'), value, of }])));
    expect(/"width":"(\d+%)"/.exec(written)?.[1]).toBe(width);
  });

  test('too long for altText says there that there is more', () => {
    const blocks = Array.from(
      { length: 100 },
      (_, n): Block => ({ kind: 'fact', label: said(`ศูนย์ที่ ${n}`), value: said('ประเมินแล้ว') }),
    );
    const [message] = render(cardMessage(blocks)) as readonly unknown[];
    const altText = altTextOf(message);
    expect(altText.length).toBeLessThanOrEqual(1500);
    expect(altText).toMatch(/: ประเมินแล้ว\n…$/);
    expect(wordsIn(message)).toContain('ศูนย์ที่ 99');
  });

  test('too big for a bubble is a carousel, cut at its titles, with the buttons where it ends', () => {
    const part = (name: string): readonly Block[] => [
      { kind: 'title', text: said(name) },
      ...Array.from(
        { length: 30 },
        (_, n): Block => ({ kind: 'text', text: said(`${name} ${n} ${'ก'.repeat(85)}`) }),
      ),
    ];
    const [message] = render(
      cardMessage([...part('ก'), ...part('ข'), ...part('ค')], [say('ส่ง')]),
    ) as readonly {
      readonly contents: {
        readonly type: string;
        readonly contents: readonly { readonly footer?: unknown }[];
      };
    }[];
    const bubbles = message?.contents.contents ?? [];
    expect(message?.contents.type).toBe('carousel');
    expect(bubbles.map((bubble) => wordsIn(bubble)[1])).toEqual(['ก', 'ค']);
    expect(wordsIn(bubbles).filter((words) => / \d+ /.test(words ?? ''))).toHaveLength(90);
    expect(bubbles.map((bubble) => 'footer' in bubble)).toEqual([false, true]);
  });

  test('too big for a carousel ends in dots, and keeps its buttons', () => {
    const blocks = Array.from(
      { length: 40 },
      (): Block => ({ kind: 'text', text: said('กองทุน '.repeat(250)) }),
    );
    const [message] = render(cardMessage(blocks, [say('ส่ง')])) as readonly unknown[];
    expect(wordsIn(message).at(-2)).toBe('…');
    expect(wordsIn(message).at(-1)).toBe('ส่ง');
  });

  test('shows kept photos, or says that there is one where LINE could not fetch it', () => {
    const photo = cardMessage([{ kind: 'photo', file: 'f1' }]);
    expect(JSON.stringify(render(photo))).toContain('"url":"https://fundline.example/f1/small"');
    expect(wordsIn(withoutPhotos({ messages: [photo] }, 'th'))).toContain('รูปถ่าย');
  });
});

describe('a photo', () => {
  test('is sent by its address, or told in words', () => {
    const messages: readonly Message[] = [{ kind: 'photo', file: 'f1' }];
    expect(withPhotos({ messages }, 'en')).toEqual([
      { type: 'image', originalContentUrl: photoUrl('f1', 'full'), previewImageUrl: photoUrl('f1', 'small') },
    ]);
    expect(withoutPhotos({ messages }, 'en')).toEqual([
      { type: 'text', text: texts.render(t('common:aPhoto'), 'en') },
    ]);
  });
});

describe('a document', () => {
  const messages: readonly Message[] = [{ kind: 'file', file: 'f1', name: 'แผนปี 2565.pdf' }];

  test('is a link that opens in the browser of the phone', () => {
    const url = 'https://fundline.example/files/f1?openExternalBrowser=1';
    expect(withPhotos({ messages }, 'th')).toEqual([
      { type: 'text', text: `ไฟล์แนบ: แผนปี 2565.pdf (เปิดหรือบันทึกได้ภายใน 30 วัน)\n${url}` },
    ]);
  });

  test('is told by its name where nobody could open it', () => {
    expect(withoutPhotos({ messages }, 'en')).toEqual([{ type: 'text', text: 'file แผนปี 2565.pdf' }]);
  });
});

type Item = { readonly action: { readonly [name: string]: string } };
function quickReplies(...options: readonly Option[]): readonly Item['action'][] {
  const messages: readonly Message[] = [
    { kind: 'text', text: [said('ก')] },
    { kind: 'text', text: [said('ข')] },
  ];
  const [first, last] = withPhotos({ messages, options }, 'th') as readonly {
    readonly quickReply?: { readonly items: readonly Item[] };
  }[];
  expect(first).not.toHaveProperty('quickReply');
  return (last?.quickReply?.items ?? []).map(({ action }) => action);
}

describe('a button', () => {
  test('says its label and does what it was made for', () => {
    const [action] = quickReplies(answer('3 คะแนน', '3'));
    expect(action).toMatchObject({ type: 'postback', label: '3 คะแนน', displayText: '3 คะแนน' });
    expect(readTap(action?.data ?? '', undefined)).toEqual({ kind: 'answer', draft, step, value: '3' });
  });

  test('of a command sends its label', () => {
    expect(quickReplies(say('ย้อนกลับ'))).toEqual([{ type: 'message', label: 'ย้อนกลับ', text: 'ย้อนกลับ' }]);
  });

  test('with a label that is too long shows its beginning and says all of it', () => {
    const label = 'รายงานความคืบหน้าหนี้ครัวเรือน';
    expect(quickReplies(say(label))).toEqual([
      { type: 'message', label: 'รายงานความคืบหน้าหนี้ครั…', text: label },
    ]);
  });

  test('with more data than LINE takes sends its label, which does the same', () => {
    expect(quickReplies(answer('ใช้เป็นคำตอบ', 'ก'.repeat(300)))).toMatchObject([
      { type: 'message', text: 'ใช้เป็นคำตอบ' },
    ]);
  });

  test('may open the camera, the album and the map', () => {
    const picks = (['camera', 'cameraRoll', 'location'] as const).map(
      (pick): Option => ({ label: said(pick), pick }),
    );
    expect(quickReplies(...picks).map(({ type }) => type)).toEqual(['camera', 'cameraRoll', 'location']);
    const footer = JSON.stringify(render(cardMessage([], picks)));
    expect(footer.match(/https:\/\/line\.me\/R\/nv\/\w+/g)).toHaveLength(3);
  });

  test('may pick a date, within bounds that make sense', () => {
    const pick = (initial: string, min: string, max: string): Option => ({
      label: said('วันที่'),
      pick: 'date',
      draft,
      step,
      initial: initial as IsoDate,
      min: min as IsoDate,
      max: max as IsoDate,
    });
    const usual = { initial: '2022-08-09', min: '2022-01-01', max: '2022-12-31' };
    expect(quickReplies(pick(usual.initial, usual.min, usual.max))).toMatchObject([
      { type: 'datetimepicker', mode: 'date', ...usual },
    ]);
    const [crossed] = quickReplies(pick('2022-08-09', '2022-12-31', '2022-01-01'));
    expect(crossed).not.toHaveProperty('min');
    const [outside] = quickReplies(pick('2021-08-09', '2022-01-01', '2565-01-01'));
    expect(outside).not.toHaveProperty('initial');
    expect(outside).not.toHaveProperty('max');
  });

  test('is one of thirteen at most', () => {
    expect(quickReplies(...Array.from({ length: 20 }, (_, n) => say(`ศูนย์ ${n}`)))).toHaveLength(13);
  });
});

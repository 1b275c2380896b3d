import { expect, test } from 'vitest';
import type { DraftId, StepKey } from '../../src/engine/ids.ts';
import { type Message, type Option, said, t } from '../../src/kernel/reply.ts';
import { createRender } from '../../src/line/encode/render.ts';
import { createTexts } from '../../src/text/texts.ts';

const render = createRender({ texts: createTexts(), photoUrl: () => undefined, fileUrl: () => undefined });
const answer = (label: string, value: string): Option => ({
  label: said(label),
  tap: { kind: 'answer', draft: 'd1' as DraftId, step: 'q' as StepKey, value },
});
const command = (name: 'back' | 'menu' | 'skip'): Option => ({
  label: t(`commands:${name}`),
  tap: { kind: 'say' },
});
const yesNo = [answer('ใช่', 'yes'), answer('ไม่ใช่', 'no')];

const text = (words: string): Message => ({ kind: 'text', text: [said(words)] });
const said1 = (message: Message, options: readonly Option[]) => {
  const [first] = render({ messages: [message], options }, 'th') as readonly {
    text?: string;
    altText?: string;
  }[];
  return first?.text ?? first?.altText ?? '';
};

test('answers that stand on quick replies alone are named below', () => {
  expect(said1(text('มีหนี้ใช่ไหม'), yesNo)).toBe('มีหนี้ใช่ไหม\n\nแตะหรือพิมพ์: ใช่, ไม่ใช่');
});

test('words of navigation are not repeated, and skipping is', () => {
  expect(said1(text('เบอร์โทร'), [command('skip'), command('back'), command('menu')])).toBe(
    'เบอร์โทร\n\nแตะหรือพิมพ์: ข้าม',
  );
  expect(said1(text('เบอร์โทร'), [command('back')])).toBe('เบอร์โทร');
});

test('what the sentence names already is not named again, all of a choice or nothing', () => {
  expect(said1(text('ตอบ ใช่ หรือ ไม่ใช่'), yesNo)).toBe('ตอบ ใช่ หรือ ไม่ใช่');
  expect(said1(text('ตอบ ใช่ หรือไม่'), yesNo)).toMatch(/ใช่, ไม่ใช่$/);
});

test('what is on the card is not named again, whatever the row says', () => {
  const [yes, no] = yesNo;
  if (!yes || !no) throw new Error('no options');
  const card: Message = {
    kind: 'card',
    card: {
      heading: said('ยืนยัน'),
      blocks: [{ kind: 'row', text: said('ตามนี้'), option: yes }],
      buttons: [no],
    },
  };
  expect(said1(card, yesNo)).toBe('ยืนยัน\nตามนี้');
});

test('a figure in the words names no button, and stands below however long the card is', () => {
  const card: Message = {
    kind: 'card',
    card: { heading: said('ข้อ 1 จาก 2'), blocks: [{ kind: 'text', text: said('ก'.repeat(5000)) }] },
  };
  const words = said1(card, [answer('1', '1'), answer('2', '2')]);
  expect(words).toMatch(/…\nแตะหรือพิมพ์: 1, 2$/);
  expect(words.length).toBeLessThanOrEqual(1500);
});

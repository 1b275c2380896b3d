import fc from 'fast-check';
import type { DraftId, StepKey } from '../../src/engine/ids.ts';
import { type Block, type Card, type Option, type Reply, said, type Tap, t } from '../../src/kernel/reply.ts';
import type { IsoDate } from '../../src/programme/ids.ts';

/** Replies as no flow would ever make them: endless, empty, piled up, broken. */

const thai = 'ศูนย์จัดการกองทุนชุมชน บ้านหนองตัวอย่าง มีหนี้ครัวเรือน 1,234,567 บาท น้ำท่วม. ';
const piece = fc.oneof(
  fc.constantFrom(
    thai,
    'น้ำ',
    '👨‍👩‍👧‍👦',
    '🇹🇭',
    'e\u0301',
    '\n',
    '\n\n',
    ' ',
    '. ',
    '"}]',
    '\\',
    '<b>',
    '{{x}}',
    '$t(a)',
  ),
  fc.constantFrom('\u0000', '\ud800', '\udc00', '\u200b', '\u202e', '\ufeff', '\r\n', '\u0e49'.repeat(300)),
  fc.string({ unit: 'binary' }),
);
const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const manyWords = fc
  .tuple(words, fc.integer({ min: 1, max: 400 }))
  .map(([text, times]) => text.repeat(times));
const text = fc.oneof(
  { weight: 12, arbitrary: words.map(said) },
  { weight: 2, arbitrary: manyWords.map((text) => said(text.slice(0, 40_000))) },
  { weight: 1, arbitrary: fc.constant(t('common:edit')) },
  { weight: 1, arbitrary: words.map((value) => t('common:answered', { value })) },
);

const draft = fc.constant('01GA0000000000000000000001' as DraftId);
const step = fc.constant('debts.2.method' as StepKey);
const value = fc.oneof(words, fc.string({ minLength: 250, maxLength: 400, size: 'max' }));
const tap: fc.Arbitrary<Tap> = fc.oneof(
  fc.constant({ kind: 'say' as const }),
  fc.record({ kind: fc.constant('answer' as const), draft, step, value }),
  fc.record({ kind: fc.constant('act' as const), flow: fc.constant('level' as const), act: words, value }),
);
const date = fc
  .constantFrom('1899-12-31', '1900-01-01', '2022-08-09', '2022-08-10', '2100-12-31', '2101-01-01')
  .map((day) => day as IsoDate);
const option: fc.Arbitrary<Option> = fc.oneof(
  fc.record({ label: text, tap }),
  fc.record(
    { label: text, pick: fc.constant('date' as const), draft, step, initial: date, min: date, max: date },
    { requiredKeys: ['label', 'pick', 'draft', 'step'] },
  ),
  fc.record({
    label: text,
    pick: fc.constantFrom('camera' as const, 'cameraRoll' as const, 'location' as const),
  }),
);

const tone = fc.constantFrom(
  'plain' as const,
  'quiet' as const,
  'strong' as const,
  'good' as const,
  'warning' as const,
);
const figure = fc.oneof(fc.nat(50), fc.constantFrom(-1, 0, 1e9, Number.NaN, Number.POSITIVE_INFINITY));
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text, tone }),
  fc.record({ kind: fc.constant('fact' as const), label: text, value: text }),
  fc.record({ kind: fc.constant('bar' as const), label: text, value: figure, of: figure }),
  fc.record(
    { kind: fc.constant('row' as const), text, note: text, option },
    { requiredKeys: ['kind', 'text', 'option'] },
  ),
  fc.record({ kind: fc.constant('title' as const), text }),
  fc.record({ kind: fc.constant('photo' as const), file: fc.constant('f1') }),
  fc.constant({ kind: 'line' as const }),
);

const blocks = fc.oneof(
  fc.array(block, { maxLength: 12 }),
  fc.array(block, { minLength: 40, maxLength: 150, size: 'max' }),
);
export const anyCard: fc.Arbitrary<Card> = fc.record(
  { heading: text, blocks, buttons: fc.array(option, { maxLength: 16, size: 'max' }) },
  { requiredKeys: ['heading', 'blocks'] },
);

const message = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: fc.array(text, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('card' as const), card: anyCard }),
  fc.record({ kind: fc.constant('photo' as const), file: fc.constant('f1') }),
  fc.record({ kind: fc.constant('file' as const), file: fc.constant('f1'), name: fc.string() }),
);

export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    messages: fc.array(message, { minLength: 1, maxLength: 3 }),
    options: fc.array(option, { maxLength: 20, size: 'max' }),
  },
  { requiredKeys: ['messages'] },
);

import { describe, expect, test } from 'vitest';
import { faultOf } from '../../src/app/process/fault.ts';
import { t } from '../../src/kernel/reply.ts';
import { createTexts } from '../../src/text/texts.ts';
import { createLog } from '../../src/web/log.ts';
import { scrub, smallNumber } from '../../src/web/scrub.ts';

function written(use: (log: ReturnType<typeof createLog>) => void, level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  use(createLog(level, { write: (line) => void lines.push(line) }));
  return lines;
}

const canaries = [
  'สมชาย ใจดี',
  'Somchai Jaidee',
  'สมชาย:0812345678',
  '1234567890123',
  '1-2345-67890-12-3',
  '0812345678',
  '081-234-5678',
  '+66812345678',
  '044-123-456',
  'U0123456789abcdef0123456789abcdef',
  'C0123456789abcdef0123456789abcdef',
  '0f3779fba3b349968c5d07db31eab56f',
  `Bearer ${'aB3+/'.repeat(40)}`,
  'aB3+/'.repeat(40),
  '"quoted"\n{"forged":"line"}',
];

describe('a log line', () => {
  test('is JSON with the instant, the level and what was told', () => {
    const [line = ''] = written((log) =>
      log.info({
        code: 'lineCall',
        method: 'POST',
        path: '/v2/bot/message/reply',
        status: 200,
        ms: 12,
        requestId: 'b1a2c3d4-0000-4000-8000-123456789abc',
      }),
    );
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      code: 'lineCall',
      method: 'POST',
      path: '/v2/bot/message/reply',
      status: 200,
      ms: 12,
      requestId: 'b1a2c3d4-0000-4000-8000-123456789abc',
    });
  });

  test.each([
    '01FZ74A0TDDPYRVKNK77XKC3ZR',
    '01FZ74A0TDDPYRVKNK77XKC3ZR:outcome',
    'c0535e4be2b79ffd93291305436bf889314e4a3faec05ecffcbb7df31ad9e51a',
  ])('names the event %s', (event) => {
    expect(JSON.parse(written((log) => log.warn({ code: 'x', event }))[0] ?? '')).toMatchObject({
      event,
      level: 'warn',
    });
  });

  test('has only details that are known, and says which were dropped', () => {
    const [line = ''] = written((log) => log.error({ code: 'x', text: 'hello', name: 'ann', status: 500 }));
    expect(JSON.parse(line)).toMatchObject({ code: 'x', status: 500, dropped: 'text.name.' });
    expect(line).not.toMatch(/hello|ann/);
  });

  test.each(canaries)('never has %s, in whatever detail it is told', (canary) => {
    const lines = written((log) => {
      for (const write of [log.info, log.warn, log.error]) {
        write({ code: canary, event: canary, path: canary, error: canary, why: canary, other: canary });
        write({ code: 'x', event: `01FZ74A0TDDPYRVKNK77XKC3ZR:${canary}`, [canary]: 1 });
        if (/^\d+$/.test(canary)) write({ code: 'x', status: Number(canary), count: Number(canary) });
      }
    });
    expect(lines.length).toBeGreaterThanOrEqual(6);
    for (const line of lines) {
      expect(JSON.parse(line)).toBeTypeOf('object');
      expect(line.trimEnd()).not.toContain('\n');
      expect(line).not.toContain(canary);
      expect(line).not.toContain(canary.replace(/^0|^Bearer /, ''));
      expect(line).not.toContain('forged');
    }
  });

  test('of an error says where it happened, and nothing that its message quotes', () => {
    const failing = () => createTexts().render(t('forms:สมชาย 0812345678\n    at somchai'), 'th');
    let fault: unknown;
    try {
      failing();
    } catch (error) {
      fault = error;
    }
    const [line = ''] = written((log) => log.error({ code: 'eventFailed', ...faultOf(fault) }));
    expect(JSON.parse(line)).toMatchObject({
      error: 'Error',
      where: expect.stringMatching(/src\/text\/texts\.ts:\d+/),
    });
    expect(line).not.toMatch(/สมชาย|0812345678|somchai/);
  });

  test('below the level is not written', () => {
    expect(written((log) => log.info({ code: 'x' }), 'warn')).toEqual([]);
  });
});

describe('what is not personal', () => {
  test.each([
    '/v2/bot/message/{id}/content',
    'ECONNREFUSED',
    'reminders@2022-08-01T09:00:00.000Z',
    'src/line/client.ts:31',
    '127.0.0.1:3000',
  ])('passes: %s', (words) => {
    expect(scrub(words)).toBe(words);
  });

  test.each([0, 1, -1, 200, 65_535, 1234.5])('passes: %d', (figure) => {
    expect(smallNumber(figure)).toBe(figure);
  });
});

import { expect, test } from 'vitest';
import { warnOfRuntime } from '../../src/start/runtime.ts';
import { createLog } from '../../src/web/log.ts';

function warned(version: string, day: string): unknown[] {
  const lines: unknown[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  warnOfRuntime(log, version, new Date(`${day}T12:00:00Z`));
  return lines;
}

test.each([
  ['20.19.0', '2026-04-30', '2026-05-01'],
  ['22.12.0', '2027-04-30', '2027-05-01'],
  ['23.11.1', '2025-06-01', '2025-06-02'],
  ['24.22.3', '2028-04-30', '2028-05-01'],
  ['25.0.0', '2026-06-01', '2026-06-02'],
])('node %s is warned about after %s', (version, lastDay, next) => {
  expect(warned(version, lastDay)).toEqual([]);
  expect(warned(version, next)).toEqual([
    expect.objectContaining({ level: 'warn', code: 'runtimeOutdated', what: `node-${version}`, at: lastDay }),
  ]);
});

test('a runtime that is younger than the table is not judged', () => {
  expect(warned('99.0.0', '2199-01-01')).toEqual([]);
});

import { defineConfig } from 'vitest/config';

/** See `tests/extent.ts`. */
const longer = [
  'tests/app/race.test.ts',
  'tests/app/shell.property.test.ts',
  'tests/app/standingsLaw.property.test.ts',
  'tests/programme/forecast/backTest.test.ts',
  'tests/engine/*Laws.test.ts',
  'tests/storage/before27644fa.test.ts',
  'tests/engine/parse/anything.test.ts',
];

/**
 * Long runs that kill and pause processes at random points, and the long form of what the suite tries more briefly:
 * `npm run chaos`. They need the machine to themselves.
 */
export default defineConfig({
  test: {
    include: ['tests/chaos/**/*.chaos.ts', ...longer],
    env: { FUNDLINE_LONG: '1' },
    globalSetup: ['tests/support/globalSetup.ts'],
    fileParallelism: false,
    testTimeout: 450_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 300_000 } },
  },
});

import { defineConfig } from 'vitest/config';

/** See `tests/extent.ts`. */
const longer = [
  'tests/**/*.property.test.ts',
  'tests/**/*Laws.test.ts',
  'tests/app/race.test.ts',
  'tests/programme/forecast/backTest.test.ts',
  'tests/storage/before27644fa.test.ts',
  'tests/engine/parse/anything.test.ts',
  'tests/engine/walk.test.ts',
  'tests/features/household/rules/figures.test.ts',
  'tests/line/encodeLimits.test.ts',
  'tests/programme/deadline/notices.test.ts',
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

import { defineConfig } from 'vitest/config';

/** Long runs that kill and pause processes at random points: `npm run chaos`. They need the machine to themselves. */
export default defineConfig({
  test: {
    include: ['tests/chaos/**/*.chaos.ts'],
    globalSetup: ['tests/support/globalSetup.ts'],
    fileParallelism: false,
    testTimeout: 450_000,
    hookTimeout: 120_000,
  },
});

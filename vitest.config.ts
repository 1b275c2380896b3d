import { defineConfig } from 'vitest/config';
import { memoryFolder } from './tests/support/memoryFolder.ts';

// Of this process, whose MongoDB all tests share, and of those that it starts.
Object.assign(process.env, memoryFolder());

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/chaos/**'],
    globalSetup: ['tests/support/globalSetup.ts'],
    // Files share the modules that they import: no test changes one, and what has to be alone runs in its own process.
    isolate: false,
    // All cores: while a test waits for MongoDB or a process that it started, another one works.
    maxWorkers: 3,
    // They end what hangs and prove nothing: a machine may be as busy as it likes.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
  },
});

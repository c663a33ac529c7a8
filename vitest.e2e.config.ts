import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    // A browser, the Playground and the bot share the machine; no test asserts a time.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: 'tests/kept.ts',
    pool: 'forks',
    maxWorkers: 1,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    // Real databases and real processes take seconds on a small machine; no test asserts a time.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    globalSetup: 'tests/kept.ts',
    pool: 'forks',
    // Two cores: tests that wait for a clock leave theirs to others.
    maxWorkers: 3,
  },
});

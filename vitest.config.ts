import { defineConfig } from 'vitest/config'

export default defineConfig({
  // JSX follows tsconfig.json (automatic runtime, preact).
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/hulp/databaseserver.ts'],
    setupFiles: ['tests/hulp/vast.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

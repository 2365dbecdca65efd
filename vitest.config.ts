import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/boundaries.test.ts'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'database',
          include: ['test/database/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'app',
          include: ['test/app/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One window at a time: two cores, one display.
          fileParallelism: false,
        },
      },
    ],
  },
})

import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real programs (LibreOffice, pandoc, pre-commit) are run by some tests; none is timed.
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})

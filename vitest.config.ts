import {defineConfig} from 'vitest/config'

// What a person sees is tested; tests of what a build server sees set CI themselves.
delete process.env.CI

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real programs (LibreOffice, pandoc, pre-commit) are run by some tests; none is timed.
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})

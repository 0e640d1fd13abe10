import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'deploy/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});

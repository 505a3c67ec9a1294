import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/browser';

/** Browser tests on the production build; every worker has its own copy of the demo college (tests/support/e2e.ts). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  globalSetup: './tests/support/e2e-setup.ts',
  use: {
    viewport: { width: 1920, height: 1080 },
    locale: 'ru-RU',
    timezoneId: 'Europe/Samara',
    // who looks for the reason of a failure asks for more: npx playwright test --trace on <file>
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: { executablePath: findBrowser(), args: ['--no-sandbox'] },
  },
});

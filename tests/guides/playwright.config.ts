import { defineConfig } from '@playwright/test';
import everyday from '../../playwright.config';

/** `npm run guides`: pictures of docs/guides are made anew from the demo college. */
export default defineConfig({
  ...everyday,
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../test-results/guides',
  workers: 1,
  reporter: 'list',
  globalSetup: '../support/e2e-setup.ts',
});

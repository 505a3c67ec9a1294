import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { childEnv } from '@/server/env';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a browser that is here: Playwright's own, else the system's. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...systemBrowsers].find((file) => file !== '' && existsSync(file));
}

/**
 * A browser, installed from Debian's packages where this process may do that.
 * @throws with one sentence in Russian and English where it may not
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (mayInstall) {
    const options = { stdio: 'inherit', env: childEnv({ DEBIAN_FRONTEND: 'noninteractive' }) } as const;
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'Нет браузера для проверок: поставьте Chromium («sudo apt-get install chromium» или «npx playwright install chromium»). ' +
      'No browser for the tests: install Chromium (sudo apt-get install chromium, or npx playwright install chromium).',
  );
}

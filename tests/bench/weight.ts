import { chromium } from '@playwright/test';
import { ensureBrowser } from '../support/browser';

export type Weight = {
  /** Everything that a first visit brings over the wire: page, script, styles, fonts. */
  totalKb: number;
  scriptKb: number;
};

/** Compressed bodies that a browser with an empty cache receives for one page (contract.md, page weight). */
export async function weighPage(origin: string, path: string, cookie: string): Promise<Weight> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    const [name = '', value = ''] = cookie.split('=');
    if (cookie !== '') await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const kinds = new Map<string, string>();
    const weight: Weight = { totalKb: 0, scriptKb: 0 };
    devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      weight.totalKb += encodedDataLength / 1024;
      if (kinds.get(requestId) === 'Script') weight.scriptKb += encodedDataLength / 1024;
    });
    const answer = await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
    return weight;
  } finally {
    await browser.close();
  }
}

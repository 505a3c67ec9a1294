import type { Page } from '@playwright/test';

/** Addresses that differ only in numbers and values lead to pages of one kind. */
function kindOf(address: URL): string {
  const names = [...new Set(address.searchParams.keys())].sort().join('&');
  return `${address.pathname.replace(/\/\d+/g, '/#').replace(/\/(verify|help)\/.+/, '/$1/#')}?${names}`;
}

/** Links of the page that lead to other pages of ours. */
async function linksOf(page: Page): Promise<URL[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const own = new URL(page.url()).origin;
  return hrefs.map((href) => new URL(href)).filter((url) => url.origin === own && !url.pathname.startsWith('/api/'));
}

/**
 * Follows every kind of link from the given pages on and looks at one page of each kind. @returns the kinds, as
 * «/journal/#?period»
 */
export async function tour(
  page: Page,
  from: readonly string[],
  look: (kind: string) => Promise<void>,
): Promise<string[]> {
  const waiting = [...from];
  const seen = new Set<string>();
  const looked = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    await page.goto(address);
    const kind = kindOf(new URL(page.url()));
    if (looked.has(kind)) continue;
    looked.add(kind);
    await look(kind);
    for (const url of await linksOf(page)) {
      if (seen.has(kindOf(url))) continue;
      seen.add(kindOf(url));
      waiting.push(url.pathname + url.search);
    }
  }
  return [...looked];
}

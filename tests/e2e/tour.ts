import type { Page } from '@playwright/test';

/** Addresses that differ only in numbers and values lead to pages of one kind. */
function kindOf(address: URL): string {
  const names = [...new Set(address.searchParams.keys())].sort().join('&');
  return `${address.pathname.replace(/\/\d+/g, '/#').replace(/\/(verify|help)\/.+/, '/$1/#')}?${names}`;
}

/** Links of a page that lead to other pages of ours. */
function linksOf(html: string, address: string): URL[] {
  const hrefs = [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  );
  const own = new URL(address).origin;
  return hrefs
    .map((href) => new URL(href, address))
    .filter((url) => url.origin === own && !url.pathname.startsWith('/api/'));
}

/**
 * Follows every kind of link from the given addresses on and looks at one page of each kind that is not `known` yet; of those
 * that are, only the links are read, and the first page of a person is always another one.
 */
export async function tour(
  page: Page,
  from: readonly string[],
  known: Set<string>,
  look: (kind: string) => Promise<void>,
): Promise<void> {
  const waiting = [...from];
  const seen = new Set<string>();
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const origin = page.url().startsWith('http') ? new URL(page.url()).origin : null;
    const isKnown = origin !== null && known.has(kindOf(new URL(address, origin)));
    if (isKnown && address !== '/') {
      const answer = await page.request.get(address);
      for (const url of linksOf(await answer.text(), answer.url())) follow(url);
      continue;
    }
    await page.goto(address);
    const kind = kindOf(new URL(page.url()));
    if (!known.has(kind) || address === '/') {
      known.add(kind);
      await look(kind);
    }
    for (const url of linksOf(await page.content(), page.url())) follow(url);
  }

  function follow(url: URL): void {
    if (seen.has(kindOf(url))) return;
    seen.add(kindOf(url));
    waiting.push(url.pathname + url.search);
  }
}

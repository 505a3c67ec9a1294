import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds against WCAG 2.2 AA, in short; the PDF in the preview is the browser's own page. Everything happens in the page:
 * what else axe knows of thousands of cells would have to travel and be thrown away.
 */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
      iframes: false,
    })
    .exclude('iframe')
    .exclude('tbody tr:nth-child(n + 9)') // rows of a table are alike
    .setLegacyMode()
    .analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 5)
        .map(({ html, target }) => `${target} ${html.slice(0, 200)}`)
        .join(' | ')}`,
  );
}

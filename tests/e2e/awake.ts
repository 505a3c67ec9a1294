import { expect, type Page } from '@playwright/test';

/** React answers the form from now on; before, the browser alone would send it. */
export async function awake(page: Page, button: string): Promise<void> {
  const element = page.getByRole('button', { name: button, exact: true });
  await expect
    .poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))))
    .toBe(true);
}

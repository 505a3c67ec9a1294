import type { BrowserContext } from '@playwright/test';

/** Errors of the console, uncaught exceptions, dialogs and refusals of the policy of contents, over all pages of a test. */
export class Complaints {
  private readonly all: string[] = [];
  /** A page left before its head was read names no icon, and the browser asks for its own. */
  private readonly expected: RegExp[] = [/status of 404 .*\/favicon\.ico\)$/];

  /** Complaints that the test provokes on purpose. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  heard(): string[] {
    return this.all.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }

  async listen(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.all.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => {
      this.all.push(`exception: ${error.error().message}`);
    });
    context.on('dialog', (dialog) => {
      this.all.push(`dialog: ${dialog.type()} ${dialog.message()}`);
      void dialog.dismiss();
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy of contents: ${event.violatedDirective} refused ${event.blockedURI}`);
      });
    });
  }
}

import type { Page } from '@playwright/test';

/** Where the letters of absence codes lie on a Russian keyboard. */
const russian: Readonly<Record<string, readonly [code: string, virtualKey: number]>> = {
  н: ['KeyY', 89],
  о: ['KeyJ', 74],
  п: ['KeyG', 71],
  у: ['KeyE', 69],
  б: ['Comma', 188],
};

export type Typist = {
  /** Presses and releases keys one after the other. */
  press: (...keys: string[]) => Promise<void>;
  /** Presses so far. */
  presses: () => number;
};

/** A person at the keyboard with the Russian layout on, who counts what is pressed. */
export async function typist(page: Page): Promise<Typist> {
  const devtools = await page.context().newCDPSession(page);
  let presses = 0;
  const one = async (key: string) => {
    presses += 1;
    const place = russian[key];
    if (!place) return page.keyboard.press(key);
    const [code, windowsVirtualKeyCode] = place;
    const event = { key, code, windowsVirtualKeyCode };
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...event });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  return {
    press: async (...keys) => {
      for (const key of keys) await one(key);
    },
    presses: () => presses,
  };
}

import type { JournalState } from '../journal-state';
import { type KeyPress, pressKey } from '../keyboard';

const codes: Readonly<Record<string, string>> = {
  н: 'KeyY',
  п: 'KeyG',
  у: 'KeyE',
  о: 'KeyJ',
  б: 'Comma',
  '+': 'Equal',
  '-': 'Minus',
};

/** A key by its name; `Ctrl+…` and `Shift+…` before it, `latin:н` for the same physical key in the Latin layout. */
export function keyPress(name: string): KeyPress {
  const parts = name.split('+').filter(Boolean);
  const last = name.endsWith('+') ? '+' : (parts.at(-1) ?? name);
  const latin = last.startsWith('latin:');
  const bare = latin ? last.slice('latin:'.length) : last;
  const code = codes[bare] ?? (/^[A-Z]$/.test(bare) ? `Key${bare}` : bare);
  const key = latin ? code.replace('Key', '').toLowerCase() : bare;
  return {
    key: latin && code === 'Comma' ? ',' : key,
    code,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: false,
    metaKey: false,
  };
}

/** Presses keys one after another; a key that the grid leaves alone is an error of the test. */
export function typed(state: JournalState, ...keys: string[]): JournalState {
  return keys.reduce((before, key) => {
    const after = pressKey(before, keyPress(key));
    if (!after) throw new Error(`the grid does not know ${key}`);
    return after;
  }, state);
}

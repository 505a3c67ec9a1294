/** What a key does in a table of inputs. `go`: to another cell; `carry`: the line goes along. */
export type GridMove =
  | { kind: 'go'; rows: number; columns: number }
  | { kind: 'carry'; rows: number }
  | { kind: 'save' | 'insert' | 'remove' };

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
type Caret = { value: string; selectionStart: number | null; selectionEnd: number | null };

const go = (rows: number, columns: number): GridMove => ({ kind: 'go', rows, columns });

/** Null where the key belongs to the input itself: a letter, an arrow inside of its text. */
export function moveOf(pressed: Key, input: Caret): GridMove | null {
  const { key, code, altKey, shiftKey } = pressed;
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  if (ctrl && code === 'KeyS') return { kind: 'save' };
  if (ctrl && key === 'Enter') return { kind: 'insert' };
  if (ctrl && shiftKey && (key === 'Delete' || key === 'Backspace')) return { kind: 'remove' };
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return { kind: 'carry', rows: key === 'ArrowUp' ? -1 : 1 };
  if (ctrl || altKey) return null;
  return plainMove(key, shiftKey, input);
}

function plainMove(key: string, shift: boolean, { value, selectionStart, selectionEnd }: Caret): GridMove | null {
  const whole = selectionStart === 0 && selectionEnd === value.length;
  switch (key) {
    case 'Enter':
      return go(shift ? -1 : 1, 0);
    case 'ArrowUp':
      return go(-1, 0);
    case 'ArrowDown':
      return go(1, 0);
    case 'PageUp':
      return go(-10, 0);
    case 'PageDown':
      return go(10, 0);
    case 'ArrowLeft':
      return !shift && (whole || selectionEnd === 0) ? go(0, -1) : null;
    case 'ArrowRight':
      return !shift && (whole || selectionStart === value.length) ? go(0, 1) : null;
    default:
      return null;
  }
}

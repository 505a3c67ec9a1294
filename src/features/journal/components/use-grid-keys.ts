import { type RefObject, useLayoutEffect } from 'react';
import { pressKey } from '../client/keyboard';
import { useJournal } from './journal-context';
import { isIdle } from './use-cursor';

/** Keys pressed in the table, or while nothing particular has the focus, are the grid's. */
export function useGridKeys(table: RefObject<HTMLTableElement | null>): void {
  const { store, focusGrid } = useJournal();
  // with the focus, which a layout effect gives: the first key must not fall between the two
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const inside = event.target instanceof Node && table.current?.contains(event.target);
      if (!inside && !isIdle(table.current)) return;
      const next = pressKey(store.get(), event);
      if (!next) return;
      event.preventDefault();
      if (!inside) focusGrid();
      store.set(() => next);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [table, store, focusGrid]);
}

'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import type { PaletteProps } from './palette';

/** The way to the search, by a press or by Ctrl K whatever layout is on. Its window is loaded when first wanted. */
export function SearchButton() {
  const [palette, setPalette] = useState<{ Component: ComponentType<PaletteProps> }>();
  const [open, setOpen] = useState(false);
  const show = useCallback(async () => {
    setOpen(true);
    const loaded = await import('./palette').catch(() => null);
    if (loaded) setPalette({ Component: loaded.Palette });
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void show();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [show]);
  return (
    <>
      <button type="button" className="strip-out strip-find" aria-keyshortcuts="Control+K" onClick={() => void show()}>
        Найти <kbd>Ctrl K</kbd>
      </button>
      {palette && <palette.Component open={open} onClose={() => setOpen(false)} />}
    </>
  );
}

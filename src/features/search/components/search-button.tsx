'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '@/ui/dialog';
import type { SearchBoxProps } from './search-box';

/**
 * The way to the search, by a press or by Ctrl K whatever layout is on. The window opens at once, so that what is typed next
 * goes nowhere else; what stands in it is loaded when first wanted.
 */
export function SearchButton() {
  const [box, setBox] = useState<{ Component: ComponentType<SearchBoxProps> }>();
  const [wanted, setWanted] = useState(false);
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(false);
  const show = useCallback(async () => {
    setWanted(true);
    setOpen(true);
    const loaded = await import('./search-box').catch(() => null);
    setFailed(loaded === null);
    if (loaded) setBox({ Component: loaded.SearchBox });
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
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="strip-out strip-find" aria-keyshortcuts="Control+K" onClick={() => void show()}>
        Найти <kbd>Ctrl K</kbd>
      </button>
      {wanted &&
        createPortal(
          <Dialog open={open} title="Поиск" onClose={close}>
            {open && box ? (
              <box.Component onClose={close} />
            ) : (
              <p>{failed ? 'Нет связи: поиск откроется, когда она вернётся.' : 'Открывается…'}</p>
            )}
          </Dialog>,
          document.body,
        )}
    </>
  );
}

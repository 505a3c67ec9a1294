'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { refused } from '../client/notices';
import { useJournal, useJournalState } from './journal-context';
import type { MoreDialogs } from './more-dialogs';

/** The one dialog that is open; afterwards the focus is back in the cursor's cell. */
export function Dialogs() {
  const { store, focusGrid } = useJournal();
  const dialog = useJournalState((state) => state.dialog);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && dialog === null && document.activeElement === document.body) focusGrid();
    was.current = dialog !== null;
  }, [dialog, focusGrid]);
  const More = useMoreDialogs(dialog !== null);
  const close = () => store.set((state) => (state.dialog === dialog ? { ...state, dialog: null } : state));
  return dialog && More && <More dialog={dialog} onClose={close} />;
}

type More = ComponentType<Parameters<typeof MoreDialogs>[0]>;

/** Loaded when first wanted: the page opens sooner. Without the net the journal stays as it is and says so. */
function useMoreDialogs(wanted: boolean): More | null {
  const { store } = useJournal();
  const [more, setMore] = useState<{ component: More } | null>(null);
  useEffect(() => {
    if (!wanted || more) return;
    import('./more-dialogs').then(
      ({ MoreDialogs: component }) => setMore({ component }),
      () =>
        store.set((state) => refused({ ...state, dialog: null }, 'Нет связи: это окно откроется, когда она вернётся.')),
    );
  }, [wanted, more, store]);
  return more?.component ?? null;
}

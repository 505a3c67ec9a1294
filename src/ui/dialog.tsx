'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';

type DialogProps = {
  open: boolean;
  title: string;
  /** Called for Escape, the cross and a click on the backdrop alike. */
  onClose: () => void;
  urgent?: boolean;
  children: ReactNode;
  /** Buttons; the filled one first. */
  footer?: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside and gives it back when closed. */
export function Dialog({ open, title, onClose, urgent, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the click is the backdrop's.
    <dialog
      ref={dialog}
      className={urgent ? 'dialog dialog-urgent' : 'dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <Button size="small" onClick={onClose}>
          Закрыть
        </Button>
      </div>
      <div className="dialog-body">{children}</div>
      {footer && <div className="dialog-foot">{footer}</div>}
    </dialog>
  );
}

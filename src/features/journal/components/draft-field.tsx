'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

type DraftFieldProps = {
  label: string;
  /** The written value; shown whenever nothing unsaved stands in the field. */
  value: string;
  onCommit: (value: string) => void;
  rows?: number;
  placeholder?: string | undefined;
  field?: RefObject<HTMLTextAreaElement | null>;
  maxLength?: number;
};

const pauseMs = 1200;

/** A text that is written when the typing pauses or the field is left, so that undo goes by thoughts and not by letters. */
export function DraftField({
  label,
  value,
  onCommit,
  rows = 2,
  placeholder,
  field,
  maxLength = 2000,
}: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const commit = (text: string) => {
    clearTimeout(timer.current);
    setDraft(null);
    if (text.trim() !== value) onCommit(text.trim());
  };
  const latest = useRef({ draft, commit });
  useEffect(() => {
    latest.current = { draft, commit };
  });
  useEffect(
    () => () => {
      const { draft: left, commit: write } = latest.current;
      if (left !== null) write(left);
    },
    [],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      commit(event.currentTarget.value);
    }
  };
  return (
    <textarea
      ref={field}
      className="input"
      aria-label={label}
      rows={rows}
      maxLength={maxLength}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          if (text.trim() !== value) onCommit(text.trim());
        }, pauseMs);
      }}
      onBlur={(event) => draft !== null && commit(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

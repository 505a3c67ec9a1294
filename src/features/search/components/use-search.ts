'use client';

import { useEffect, useState } from 'react';
import type { SearchHit } from '../search-view';

/** `hits` is null before anything was asked and while the first answer is on its way. */
export type SearchState = { hits: readonly SearchHit[] | null; failed: boolean };

const pauseMs = 150;
const nothing: SearchState = { hits: null, failed: false };

/** Asks when the typing pauses; an answer that came too late is dropped, the former one stands until the next. */
export function useSearch(text: string): SearchState {
  const [state, setState] = useState(nothing);
  const wanted = text.trim();
  useEffect(() => {
    const control = new AbortController();
    const ask = async () => {
      if (wanted.length < 2) return setState(nothing);
      const hits = await askFor(wanted, control.signal);
      if (!control.signal.aborted) setState({ hits, failed: hits === null });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [wanted]);
  return state;
}

async function askFor(text: string, signal: AbortSignal): Promise<SearchHit[] | null> {
  try {
    const answer = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal });
    return answer.ok ? ((await answer.json()) as { hits: SearchHit[] }).hits : null;
  } catch {
    return null;
  }
}

'use client';

import { useEffect, useState } from 'react';
import type { SearchHit } from '../search-view';

/** `hits` is null before anything was asked and while the first answer is on its way; `failed` is why there are none. */
export type SearchState = { hits: readonly SearchHit[] | null; failed: string | null };

const pauseMs = 150;
const nothing: SearchState = { hits: null, failed: null };
const noAnswer: SearchState = {
  hits: null,
  failed: 'Поиск не ответил. Проверьте связь и допишите или сотрите букву.',
};

/** Asks when the typing pauses; an answer that came too late is dropped, the former one stands until the next. */
export function useSearch(text: string): SearchState {
  const [state, setState] = useState(nothing);
  const wanted = text.trim();
  useEffect(() => {
    const control = new AbortController();
    const ask = async () => {
      if (wanted.length < 2) return setState(nothing);
      const answered = await askFor(wanted, control.signal);
      if (!control.signal.aborted) setState(answered);
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [wanted]);
  return state;
}

async function askFor(text: string, signal: AbortSignal): Promise<SearchState> {
  try {
    const answer = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal });
    const body = (await answer.json()) as { hits?: SearchHit[]; error?: { message: string } };
    if (answer.ok && body.hits) return { hits: body.hits, failed: null };
    return { hits: null, failed: body.error?.message ?? noAnswer.failed };
  } catch {
    return noAnswer;
  }
}

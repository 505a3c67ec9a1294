'use client';

import { startSchemeAction } from '../actions';
import { Begin } from './begin-button';

type Props = { sectionId: number; from: number | null; label: string; look?: 'plain' | 'main' };

/** Begins the КТП of a journal, empty or as a copy. */
export function StartButton({ sectionId, from, label, look }: Props) {
  return <Begin label={label} {...(look ? { look } : {})} begin={() => startSchemeAction({ sectionId, from })} />;
}

'use client';

import { useMemo } from 'react';
import type { Regulation } from '@/domain/regulation/regulation';
import type { JournalView } from '../journal-view';
import { JournalGrid, type JournalGridProps } from './journal-grid';

type Packed = Omit<JournalGridProps, 'view' | 'regulation'> & {
  /** `{view, regulation}` as JSON: one string crosses to the browser much faster than thousands of values. */
  data: string;
};

export function PackedJournal({ data, ...rest }: Packed) {
  const { view, regulation } = useMemo(() => JSON.parse(data) as { view: JournalView; regulation: Regulation }, [data]);
  return <JournalGrid view={view} regulation={regulation} {...rest} />;
}

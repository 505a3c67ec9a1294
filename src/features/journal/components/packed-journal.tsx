'use client';

import { useMemo } from 'react';
import { unpackJournal } from '../packed-journal';
import { JournalGrid, type JournalGridProps } from './journal-grid';

type Packed = Omit<JournalGridProps, 'view' | 'regulation'> & {
  /** See packed-journal.ts. */
  data: string;
};

export function PackedJournal({ data, ...rest }: Packed) {
  const journal = useMemo(() => unpackJournal(data), [data]);
  return <JournalGrid {...journal} {...rest} />;
}

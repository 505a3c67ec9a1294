'use client';

import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react';
import { loadFiles } from '@/features/files/client/load-files';
import type { LessonFileView } from '@/features/files/file-view';
import type { LessonState } from '../client/journal-state';
import type { FileListProps } from './file-list';
import { useJournal, useJournalState } from './journal-context';

/** How long somebody stays at a lesson before its files are asked for: who walks through the grid asks nothing. */
const stay = 400;

/** Files of the lesson: asked for when the card is seen, and their script only where there are some or one is added. */
export function CardFiles({ lesson }: { lesson: LessonState }) {
  const { timeZone } = useJournal();
  const sectionId = useJournalState((state) => state.view.section.id);
  const panel = useJournalState((state) => state.panel);
  const place = useRef<HTMLDivElement>(null);
  const [files, setFiles] = useState<readonly LessonFileView[]>();
  const [list, setList] = useState<{ Component: ComponentType<FileListProps> }>();
  const open = useCallback(async () => {
    const loaded = await import('./file-list').catch(() => null);
    if (loaded) setList({ Component: loaded.FileList });
  }, []);
  useEffect(() => {
    const timer = setTimeout(async () => {
      if (panel === 'closed' || !place.current?.checkVisibility()) return;
      const loaded = await loadFiles({ sectionId, lessonId: lesson.id });
      if (!loaded) return;
      setFiles(loaded);
      if (loaded.length > 0) await open();
    }, stay);
    return () => clearTimeout(timer);
  }, [panel, sectionId, lesson.id, open]);
  return (
    <div ref={place}>
      {list ? (
        <list.Component
          place={{ sectionId, lessonId: lesson.id }}
          {...{ files, timeZone }}
          editable={lesson.editable}
        />
      ) : (
        lesson.editable && (
          <p className="bd s">
            <button type="button" className="jg-link" onClick={() => void open()}>
              приложить файл
            </button>
          </p>
        )
      )}
    </div>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { AverageDialog } from './average-dialog';
import { ConflictDialog } from './conflict-dialog';
import { GradeReasonDialog } from './grade-reason-dialog';
import { HelpDialog } from './help-dialog';
import { HistoryDialog } from './history-dialog';
import { useJournal, useJournalState } from './journal-context';
import { PublishDialog } from './publish-dialog';
import { RemoveDialog } from './remove-dialog';

/** The one dialog that is open; afterwards the focus is back in the cursor's cell. */
export function Dialogs() {
  const { store, focusGrid } = useJournal();
  const dialog = useJournalState((state) => state.dialog);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && dialog === null && document.activeElement === document.body) focusGrid();
    was.current = dialog !== null;
  }, [dialog, focusGrid]);
  const close = () => store.set((state) => (state.dialog === dialog ? { ...state, dialog: null } : state));
  switch (dialog?.kind) {
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'history':
      return <HistoryDialog lessonId={dialog.lessonId} studentId={dialog.studentId} onClose={close} />;
    case 'average':
      return <AverageDialog row={dialog.row} onClose={close} />;
    case 'conflict':
      return <ConflictDialog key={dialog.key} conflictKey={dialog.key} onClose={close} />;
    case 'gradeReason':
      return <GradeReasonDialog row={dialog.row} value={dialog.value} onClose={close} />;
    case 'removeAssignment':
      return <RemoveDialog lessonId={dialog.lessonId} assignmentId={dialog.assignmentId} onClose={close} />;
    case 'publish':
      return <PublishDialog onClose={close} />;
    case undefined:
      return null;
  }
}

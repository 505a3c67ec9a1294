'use client';

import type { Dialog } from '../client/journal-state';
import { AverageDialog } from './average-dialog';
import { ConflictDialog } from './conflict-dialog';
import { GradeReasonDialog } from './grade-reason-dialog';
import { HelpDialog } from './help-dialog';
import { HistoryDialog } from './history-dialog';
import { PublishDialog } from './publish-dialog';
import { RemoveDialog } from './remove-dialog';

/** The dialogs: a lesson's filling does without them. */
export function MoreDialogs({ dialog, onClose }: { dialog: Dialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'history':
      return <HistoryDialog lessonId={dialog.lessonId} studentId={dialog.studentId} onClose={onClose} />;
    case 'gradeReason':
      return <GradeReasonDialog row={dialog.row} value={dialog.value} onClose={onClose} />;
    case 'average':
      return <AverageDialog row={dialog.row} onClose={onClose} />;
    case 'conflict':
      return <ConflictDialog key={dialog.key} conflictKey={dialog.key} onClose={onClose} />;
    case 'removeAssignment':
      return <RemoveDialog lessonId={dialog.lessonId} assignmentId={dialog.assignmentId} onClose={onClose} />;
    case 'publish':
      return <PublishDialog onClose={onClose} />;
  }
}

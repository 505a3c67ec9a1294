'use client';

import { shortDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { countOf, hasMarks, removeAssignment } from '../client/remove-assignment';
import { useJournal, useJournalState } from './journal-context';

type RemoveDialogProps = { lessonId: number; assignmentId: number; onClose: () => void };

/** Asks before an assignment goes with its dots; says what to do first where it has marks. */
export function RemoveDialog({ lessonId, assignmentId, onClose }: RemoveDialogProps) {
  const { store } = useJournal();
  const state = useJournalState((one) => one);
  const lesson = state.lessons.find((one) => one.id === lessonId);
  const assignment = lesson?.assignments.find((one) => one.id === assignmentId);
  if (!lesson || !assignment) return null;
  const { marks, dots } = countOf(state, lessonId, assignmentId);
  const remove = () => store.set((old) => ({ ...removeAssignment(old, lessonId, assignmentId), dialog: null }));
  return (
    <Dialog
      open
      urgent
      title={`Удалить задание · ${shortDate(lesson.date)}`}
      onClose={onClose}
      footer={
        marks > 0 ? (
          <Button look="main" onClick={onClose}>
            Понятно
          </Button>
        ) : (
          <>
            <Button look="danger" onClick={remove}>
              Удалить
            </Button>
            <Button onClick={onClose}>Не удалять</Button>
          </>
        )
      }
    >
      {marks > 0 ? (
        <p>{hasMarks(assignment.title, marks)}</p>
      ) : (
        <>
          <p>
            «{assignment.title}» уйдёт из занятия{dots > 0 ? ` вместе с точками: ${dots}` : ''}.
          </p>
          <p className="s t2">Вернуть его клавишами нельзя; что было, останется в истории занятия.</p>
        </>
      )}
    </Dialog>
  );
}

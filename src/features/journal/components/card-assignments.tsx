'use client';

import { useState } from 'react';
import { markIn } from '../client/facts';
import type { AssignmentFields, JournalState, LessonState } from '../client/journal-state';
import { activeIndex } from '../client/permissions';
import { writeStep } from '../client/write-facts';
import { addAssignment, dotForAll } from '../client/write-mark';
import { emptyCell } from '../packed-cells';
import { AssignmentRow } from './assignment-row';
import { useJournal, useJournalState } from './journal-context';
import { NewAssignment } from './new-assignment';

/** Assignments of the lesson: a mark stands for one of them. */
export function CardAssignments({ lesson, column }: { lesson: LessonState; column: number }) {
  const { store, focusGrid } = useJournal();
  const active = useJournalState((state) => activeIndex(state, column));
  const rows = useJournalState((state) => state.rows);
  const regulation = useJournalState((state) => state.regulation);
  const removing = useJournalState((state) => state.removing);
  const [adding, setAdding] = useState(false);
  const change = (id: number, fields: AssignmentFields) =>
    store.set((state) =>
      writeStep(state, [{ target: { kind: 'assignment', lessonId: lesson.id, assignmentId: id }, after: fields }]),
    );
  const choose = (index: number) =>
    store.set((state) => ({ ...state, active: { ...state.active, [lesson.id]: index } }));
  const add = (fields: AssignmentFields) => {
    store.set((state) => addAssignment(state, lesson.id, fields));
    setAdding(false);
    focusGrid();
  };
  const askToRemove = (assignmentId: number) =>
    store.set((state) => ({ ...state, dialog: { kind: 'removeAssignment', lessonId: lesson.id, assignmentId } }));
  const current = lesson.assignments[active];
  return (
    <>
      <h3>
        Задания <span>отметка ставится за задание</span>
      </h3>
      <div className="bd">
        {lesson.assignments.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">вид</th>
                <th scope="col">название</th>
                <th scope="col">обязат.</th>
                <th scope="col" className="r">
                  отметок
                </th>
              </tr>
            </thead>
            <tbody>
              {lesson.assignments.map((assignment, index) => (
                <AssignmentRow
                  key={assignment.id}
                  assignment={assignment}
                  short={regulation.taskTypes.find((one) => one.id === assignment.type)?.short ?? ''}
                  marks={rows.filter((row) => markIn(row.cells[column] ?? emptyCell, index).value !== null).length}
                  active={index === active}
                  editable={lesson.editable}
                  onChoose={() => choose(index)}
                  removing={removing.has(assignment.id)}
                  onChange={(fields) => change(assignment.id, fields)}
                  onRemove={() => askToRemove(assignment.id)}
                />
              ))}
            </tbody>
          </table>
        )}
        {lesson.editable && (
          <p data-focus="newAssignment">
            <button type="button" className="jg-link" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              Добавить задание
            </button>
            {current && (
              <>
                {' · '}
                <button
                  type="button"
                  className="jg-link"
                  onClick={() => store.set((state: JournalState) => dotForAll(state, lesson.id, current.id))}
                >
                  «точка» всем
                </button>
              </>
            )}
          </p>
        )}
        {adding && <NewAssignment taskTypes={regulation.taskTypes} onAdd={add} onCancel={() => setAdding(false)} />}
      </div>
    </>
  );
}

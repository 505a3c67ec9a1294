'use client';

import { ActDialog } from '@/ui/act-dialog';
import { State } from '@/ui/sign';
import { undoChangeAction, withdrawSubstitutionAction } from '../actions';
import type { DoneLine } from '../substitutions-view';

/** What has been decided for the day; what nobody has filled yet can be taken back. */
export function DoneTable({ lines }: { lines: readonly DoneLine[] }) {
  return (
    <table className="tb tb-cards">
      <caption className="sr-only">Изменения дня</caption>
      <thead>
        <tr>
          <th scope="col">Пара</th>
          <th scope="col">Группа</th>
          <th scope="col">По расписанию</th>
          <th scope="col">Решение</th>
          <th scope="col">Причина</th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <td className="pair-no">{line.classPeriod}</td>
            <th scope="row">{line.group}</th>
            <td>{line.course}</td>
            <td>
              {line.what}
              {line.alert && <State kind="overdue">{line.alert}</State>}
            </td>
            <td data-head="причина">{[line.reason, line.order].filter(Boolean).join(', ')}</td>
            <td className="act">{line.undo && <Undo line={line} undo={line.undo} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Undo({ line, undo }: { line: DoneLine; undo: NonNullable<DoneLine['undo']> }) {
  return (
    <ActDialog
      small
      label="Вернуть…"
      confirm="Вернуть по расписанию"
      title={`Вернуть: ${line.classPeriod}-я пара, ${line.group}`}
      act={(_, key) =>
        undo.kind === 'substitution'
          ? withdrawSubstitutionAction({ lessonId: undo.lessonId }, key)
          : undoChangeAction({ id: undo.id }, key)
      }
    >
      <p>
        {line.course}: {line.what}. Занятие вернётся на место, группа получит объявление.
      </p>
    </ActDialog>
  );
}

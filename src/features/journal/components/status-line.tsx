'use client';

import { time } from '@/texts/format';
import { counted } from '@/texts/plural';
import { waiting } from '../client/cell-flags';
import type { JournalState } from '../client/journal-state';
import { activeIndex, isGradeColumn } from '../client/permissions';
import { spokenPlace } from '../client/spoken-place';
import { useJournal, useJournalState } from './journal-context';

/** Left: what the keys do now, the shortest form. */
export function StatusHints() {
  const state = useJournalState((one) => one);
  if (!state.view.abilities.fill && !state.view.abilities.setReason)
    return <span>Журнал открыт для чтения. {hint('Enter', 'карточка занятия')}</span>;
  const codes = state.regulation.attendance.codes.map((code) => code.symbol).join(' ');
  if (!state.view.abilities.fill)
    return (
      <span className="jg-hints">
        {hint(codes, 'причина отсутствия')}
        {hint('Ctrl Z', 'отменить')}
        {hint('?', 'клавиши и обозначения')}
      </span>
    );
  return (
    <span className="jg-hints">
      {hint(state.scale === 'passFail' ? '2–5 + −' : '2–5', 'отметка и вниз')}
      {hint(codes, 'отсутствие')}
      {hint('.', 'долг')}
      {hint('*', 'тема и задание из плана')}
      {state.panel === 'open' ? hint('Esc', 'закрыть карточку') : hint('Enter', 'карточка')}
      {hint('Ctrl Z', 'отменить', 'jg-wide')}
      {hint('?', 'все клавиши')}
    </span>
  );
}

function hint(keys: string, words: string, className?: string) {
  return (
    <span key={keys} className={className}>
      <b>{keys}</b> {words}
    </span>
  );
}

/** Right: the cursor's cell in words, the active assignment, the connection. */
export function StatusPlace() {
  const { timeZone } = useJournal();
  const state = useJournalState((one) => one);
  return (
    <span className="jg-place">
      <span>
        {spokenPlace(state)}
        {activeWords(state)}
      </span>
      <span className={state.link.kind === 'online' ? undefined : 'amb'}>{linkWords(state, timeZone)}</span>
    </span>
  );
}

function activeWords(state: JournalState): string {
  const { column } = state.cursor;
  const lesson = state.lessons[column];
  if (!lesson || isGradeColumn(state, column) || !state.view.abilities.fill) return '';
  const assignment = lesson.assignments[activeIndex(state, column)];
  if (assignment) {
    const type = state.regulation.taskTypes.find((one) => one.id === assignment.type);
    return ` · задание: ${type?.short ?? ''}, ${assignment.title}`;
  }
  const rule = state.regulation.markWithoutTask;
  const implied = state.regulation.taskTypes.find((one) => rule.mode === 'autoCreate' && one.id === rule.taskType);
  return implied ? ` · задание: ${implied.label.toLowerCase()}` : ' · заданий нет';
}

/** «Сохраняется: 3 записи», «Сохранено в 10:42», «Нет связи с 10:39 · не отправлено: 12 записей». */
export function linkWords(state: JournalState, timeZone: string): string {
  const count = waiting(state).length;
  const records = counted(count, 'запись', 'записи', 'записей');
  if (state.link.kind === 'signedOut') return `Сохранить сейчас нельзя · не отправлено: ${records}`;
  if (state.link.kind === 'offline')
    return `Нет связи с ${time(new Date(state.link.since), timeZone)} · не отправлено: ${records}`;
  if (count > 0) return `Сохраняется: ${records}`;
  return state.savedAt === null ? 'Связь есть' : `Сохранено в ${time(new Date(state.savedAt), timeZone)}`;
}

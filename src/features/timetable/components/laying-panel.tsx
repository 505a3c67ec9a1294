'use client';

import { hours } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { Notice } from '@/ui/notice';
import { relayLessonsAction } from '../actions';
import type { WeekView } from '../week-view';

/** Whether the journal's lessons are as the week has them, and the act that makes them so. */
export function LayingPanel({ view }: { view: WeekView }) {
  const { added, changed, removed, kept, shortHours } = view.laying;
  const place = { groupId: view.group.id, periodId: view.period.id };
  const short = shortHours > 0 ? ` Часов плана без места в неделе: ${hours(shortHours)}.` : '';
  if (added + changed + removed === 0) return <Notice kind="done">Занятия разложены по этой неделе.{short}</Notice>;
  const lessons = (count: number): string => counted(count, 'занятие', 'занятия', 'занятий');
  const parts = [
    added > 0 && `добавится ${lessons(added)}`,
    removed > 0 && `уйдёт ${lessons(removed)} без записей`,
    changed > 0 && `у ${lessons(changed)} сменится аудитория или часы`,
    kept > 0 && `${lessons(kept)} останется как есть`,
  ].filter(Boolean);
  return (
    <div className="laying">
      <Notice kind="warning">
        Неделя изменена, занятия ещё нет: {parts.join(', ')}.{short}
      </Notice>
      {view.mayEnter && (
        <ActDialog
          label="Разложить занятия"
          confirm="Разложить"
          title="Разложить занятия по неделе"
          look="main"
          act={(_, key) => relayLessonsAction(place, key)}
        >
          <p>
            {view.group.label}, {view.period.label}: {parts.join(', ')}.
          </p>
          <p>Заполненные занятия, замены и прошедшие дни не меняются. Группа и преподаватели получат объявление.</p>
        </ActDialog>
      )}
    </div>
  );
}

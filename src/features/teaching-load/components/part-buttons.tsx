'use client';

import { ActDialog } from '@/ui/act-dialog';
import { Field, SelectField } from '@/ui/field';
import { changeTeacherAction, closeJournalsAction } from '../actions';
import type { GroupLoad } from '../load-view';
import type { Part } from '../read-load';
import { OrderInputs, orderOf } from './order-inputs';

/** Gives a journal to another teacher from a day on, by an order. */
export function ChangeTeacher({ part, load, title }: { part: Part; load: GroupLoad; title: string }) {
  const last = part.teachers.at(-1);
  return (
    <ActDialog
      label="Сменить…"
      confirm="Передать журнал"
      title="Сменить преподавателя"
      small
      act={(form, key) =>
        changeTeacherAction(
          {
            ...{ sectionId: part.sectionId, was: last?.teacherId ?? 0, teacherId: Number(form.get('teacher')) },
            ...{ from: String(form.get('from')), order: orderOf(form) },
          },
          key,
        )
      }
    >
      <p>
        {title}: сейчас {last?.name}. Проведённое останется за ним, незаполненные занятия с этого дня перейдут новому
        преподавателю
        {part.stream && `, и так во всех группах потока «${part.stream.name}»`}.
      </p>
      <SelectField id="new-teacher" name="teacher" label="Кому" required defaultValue="">
        <option value="" disabled>
          выберите
        </option>
        {load.teachers
          .filter(({ id }) => id !== last?.teacherId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <Field id="take-over" name="from" type="date" label="С какого числа" defaultValue={load.today} required />
      <OrderInputs today={load.today} about="О передаче учебной нагрузки" />
    </ActDialog>
  );
}

/** Takes out a journal that was opened by mistake. */
export function CloseJournal({ groupId, sectionId, title }: { groupId: number; sectionId: number; title: string }) {
  return (
    <ActDialog
      label="Убрать"
      confirm="Убрать журнал"
      title="Убрать пустой журнал?"
      small
      act={(_, key) => closeJournalsAction({ groupId, sectionIds: [sectionId] }, key)}
    >
      <p>{title}. Занятий в нём нет; строка плана останется, журнал можно открыть снова, целиком или по подгруппам.</p>
    </ActDialog>
  );
}

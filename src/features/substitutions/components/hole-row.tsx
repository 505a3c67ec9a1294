'use client';

import type { ProposalReason } from '@/domain/timetable/propose-substitutes';
import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { changeDayAction } from '../actions';
import { substituteAction } from '../substitute-action';
import type { OpenLesson, SubstitutionsView } from '../substitutions-view';
import { OrderInputs, orderOf } from './order-inputs';

type Props = { lesson: OpenLesson; view: Pick<SubstitutionsView, 'date' | 'sections'> };

const reasons: Readonly<Record<ProposalReason, string>> = {
  course: 'ведёт эту дисциплину',
  group: 'ведёт у этой группы',
  near: 'соседняя пара',
  there: 'в колледже в этот день',
};

/** A lesson with its four ways out: a substitute, another day, another course, none. */
export function HoleRow({ lesson, view }: Props) {
  const { classPeriod, time, group, subgroup, course, room, teacher, attended } = lesson;
  return (
    <tr>
      <td className="pair-no">{classPeriod}</td>
      <th scope="row">
        {group}
        <span className="sub">{[subgroup, time].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="line">
        {course}
        <span className="sub">{room && `ауд. ${room}`}</span>
      </td>
      <td data-head="преподаватель">{teacher}</td>
      <td className="act hole-acts">
        <Substitute lesson={lesson} date={view.date} />
        {attended ? (
          <span className="sub">посещаемость отмечена: час остаётся за дисциплиной</span>
        ) : (
          <>
            <Replace lesson={lesson} view={view} />
            <Move lesson={lesson} date={view.date} />
            <Cancel lesson={lesson} date={view.date} />
          </>
        )}
      </td>
    </tr>
  );
}

const titleOf = ({ classPeriod, group, course }: OpenLesson): string => `${classPeriod}-я пара, ${group}, ${course}`;
type ActProps = { lesson: OpenLesson; date: string };

function Substitute({ lesson, date }: ActProps) {
  const { lessonId, proposals, absence } = lesson;
  return (
    <ActDialog
      small
      look="main"
      label="Заменить…"
      confirm="Заменить"
      title={`Кто заменит: ${titleOf(lesson)}`}
      disabled={proposals.length === 0}
      act={(form, key) =>
        substituteAction(
          { substitutions: [{ lessonId, teacherId: Number(form.get('teacherId')), ...orderOf(form) }] },
          key,
        )
      }
    >
      <FormSelect
        name="teacherId"
        label="Свободны в этот час"
        size={Math.min(8, Math.max(2, proposals.length))}
        defaultValue={proposals[0]?.id}
      >
        {proposals.map(({ id, name, why }) => (
          <option key={id} value={id}>
            {[name, ...why.map((reason) => reasons[reason])].join(' · ')}
          </option>
        ))}
      </FormSelect>
      <OrderInputs known={absence} on={date} />
      <p className="aside-note">Замещающий получит право заполнить только это занятие. Группа получит объявление.</p>
    </ActDialog>
  );
}

function Replace({ lesson, view }: Props) {
  const { lessonId, teacherId, groupId, room, absence } = lesson;
  return (
    <ActDialog
      small
      label="Другая дисциплина…"
      confirm="Поставить"
      title={`Другая дисциплина: ${titleOf(lesson)}`}
      act={(form, key) =>
        changeDayAction(
          {
            ...{ act: 'replace', lessonId, teacherId, sectionId: Number(form.get('sectionId')) },
            ...{ room: String(form.get('room')), ...orderOf(form) },
          },
          key,
        )
      }
    >
      <FormSelect name="sectionId" label="Что будет вместо">
        {(view.sections[groupId] ?? []).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
      <FormField name="room" label="Аудитория" defaultValue={room} maxLength={40} />
      <OrderInputs known={absence} on={view.date} />
    </ActDialog>
  );
}

function Move({ lesson, date }: ActProps) {
  const { lessonId, teacherId, classPeriod, room, absence } = lesson;
  return (
    <ActDialog
      small
      label="Перенести…"
      confirm="Перенести"
      title={`Перенести: ${titleOf(lesson)}`}
      act={(form, key) =>
        changeDayAction(
          {
            ...{ act: 'move', lessonId, teacherId, date: String(form.get('date')) },
            ...{ classPeriod: Number(form.get('classPeriod')), room: String(form.get('room')), ...orderOf(form) },
          },
          key,
        )
      }
    >
      <FormField name="date" label="На какой день" type="date" defaultValue={date} required />
      <FormField name="classPeriod" label="Пара" type="number" min={1} max={12} defaultValue={classPeriod} required />
      <FormField name="room" label="Аудитория" defaultValue={room} maxLength={40} />
      <OrderInputs known={absence} on={date} />
    </ActDialog>
  );
}

function Cancel({ lesson, date }: ActProps) {
  const { lessonId, teacherId, absence } = lesson;
  return (
    <ActDialog
      small
      look="danger"
      label="Отменить…"
      confirm="Отменить занятие"
      title={`Отменить: ${titleOf(lesson)}`}
      act={(form, key) => changeDayAction({ act: 'cancel', lessonId, teacherId, ...orderOf(form) }, key)}
    >
      <p>Занятие войдёт в журнал пропущенных, его часы можно дать позже.</p>
      <OrderInputs known={absence} on={date} />
    </ActDialog>
  );
}

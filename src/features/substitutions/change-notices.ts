import type { LocalDate } from '@/domain/types';
import type { NoticeDraft } from '@/features/notices/publish-notices';
import { shortDate, weekday } from '@/texts/format';
import { dayNotice } from './day-notices';
import type { Given } from './give-instead';
import type { LockedLesson } from './lock-lesson';

const place = (room: string): string => (room === '' ? '' : `, ауд. ${room}`);

export function cancelledNotice(lesson: LockedLesson): NoticeDraft {
  const text = `«${lesson.course}»: занятия не будет.`;
  return dayNotice(lesson, { what: 'занятие отменено', text, until: lesson.date, personIds: [lesson.teacherId] });
}

export function movedNotice(
  lesson: LockedLesson,
  to: { date: LocalDate; classPeriod: number; room: string },
): NoticeDraft {
  const when = `${shortDate(to.date)}, ${weekday(to.date)}, ${to.classPeriod}-я пара${place(to.room)}`;
  const until = [lesson.date, to.date].sort()[1] ?? to.date;
  return dayNotice(lesson, {
    ...{ what: 'занятие перенесено', text: `«${lesson.course}»: ${when}.` },
    ...{ until, personIds: [lesson.teacherId] },
  });
}

export function replacedNotice(lesson: LockedLesson, given: Given): NoticeDraft {
  return dayNotice(lesson, {
    what: 'другая дисциплина',
    text: `Вместо «${lesson.course}» — «${given.course}», ${given.teacher}${place(given.room)}.`,
    until: lesson.date,
    personIds: [lesson.teacherId, given.teacherId],
  });
}

/** The change is taken back: as the timetable has it. */
export function undoneNotice(lesson: LockedLesson): NoticeDraft {
  const text = `«${lesson.course}» по расписанию${place(lesson.room)}.`;
  return dayNotice(lesson, { what: 'изменение отменено', text, until: lesson.date, personIds: [lesson.teacherId] });
}

import type { SpanKind } from '@/domain/calendar/study-weeks';

export const dayKinds = {
  holiday: 'выходные, праздник, каникулы',
  workday: 'рабочие вместо другого дня',
  shortened: 'сокращённые',
  usual: 'обычные (снять отметку)',
} as const;

export const dayKindShort = { holiday: 'выходной', workday: 'перенос', shortened: 'сокращённый' } as const;

export const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;

/** By whose timetable a moved day is worked: «по расписанию понедельника». */
export const weekdaysOf = [
  ...(['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'] as const),
] as const;

/** A span of the graph: its letter in the row, its name, and what it does to the week. */
export const spanWords: Readonly<Record<SpanKind, { letter: string; name: string }>> = {
  vacation: { letter: 'К', name: 'каникулы' },
  session: { letter: 'Э', name: 'сессия' },
  practice: { letter: 'П', name: 'практика' },
  finalAttestation: { letter: 'Г', name: 'государственная итоговая аттестация' },
};

import type { Permission, Role } from '@/access/permissions';
import type { CheckId } from './readiness-view';

type Check = { title: string; lacks: string; role: Role; href: string; needs: readonly Permission[] };

/**
 * The yearly check list (R-023; S3 4.1, 4.2): what must be there, whose work it is, where it is mended. The order is that of the work.
 */
export const checks: Readonly<Record<CheckId, Check>> = {
  periods: {
    ...{ title: 'Учебные периоды', lacks: 'нет периода', role: 'studyOffice' },
    ...{ href: '/study/calendar', needs: ['study.view'] },
  },
  days: {
    ...{ title: 'Праздники и каникулы', lacks: 'не отмечены', role: 'studyOffice' },
    ...{ href: '/study/calendar', needs: ['study.view'] },
  },
  bells: {
    ...{ title: 'Расписание звонков', lacks: 'нет звонков', role: 'timetableDispatcher' },
    ...{ href: '/study/calendar/bells', needs: ['study.view'] },
  },
  duties: {
    ...{ title: 'Ответственные лица по приказу', lacks: 'не назначен', role: 'director' },
    ...{ href: '/study/structure/responsible', needs: ['study.view'] },
  },
  staffAccounts: {
    ...{ title: 'Учётные записи сотрудников', lacks: 'нет учётной записи', role: 'admin' },
    ...{ href: '/admin/accounts?kind=staff&state=none', needs: ['accounts.manage'] },
  },
  training: {
    ...{ title: 'Обучение преподавателей и кураторов', lacks: 'не обучен', role: 'admin' },
    ...{ href: '/study/structure/training', needs: ['study.view'] },
  },
  rooms: {
    ...{ title: 'Кабинеты', lacks: 'нет в списке', role: 'timetableDispatcher' },
    ...{ href: '/study/structure/rooms', needs: ['study.view'] },
  },
  students: {
    ...{ title: 'Списки групп', lacks: 'нет студентов', role: 'secretary' },
    ...{ href: '/study/structure/groups', needs: ['study.view'] },
  },
  curators: {
    ...{ title: 'Кураторы', lacks: 'нет куратора', role: 'studyOffice' },
    ...{ href: '/study/structure/groups', needs: ['study.view'] },
  },
  groupPeriods: {
    ...{ title: 'Периоды групп', lacks: 'не выбран период', role: 'studyOffice' },
    ...{ href: '/study/calendar/graph', needs: ['study.view'] },
  },
  plans: {
    ...{ title: 'Учебные планы утверждены', lacks: 'не утверждён', role: 'deputyDirector' },
    ...{ href: '/study/curricula', needs: ['study.view', 'curriculum.enter'] },
  },
  load: {
    ...{ title: 'Дисциплины планов стоят в нагрузке', lacks: 'нет журнала', role: 'deputyDirector' },
    ...{ href: '/study/load', needs: ['study.view', 'load.enter'] },
  },
  teachers: {
    ...{ title: 'Преподаватели назначены', lacks: 'нет преподавателя', role: 'deputyDirector' },
    ...{ href: '/study/load', needs: ['study.view', 'load.enter'] },
  },
  schemes: {
    ...{ title: 'КТП утверждены', lacks: 'нет утверждённого КТП', role: 'teacher' },
    ...{ href: '/study/schemes', needs: ['scheme.approve', 'journal.viewAll'] },
  },
  timetable: {
    ...{ title: 'Расписание недели', lacks: 'нет в расписании', role: 'timetableDispatcher' },
    ...{ href: '/timetable', needs: ['timetable.view', 'timetable.enter'] },
  },
  lessons: {
    ...{ title: 'Занятия разложены по дням', lacks: 'нет занятий', role: 'timetableDispatcher' },
    ...{ href: '/timetable', needs: ['timetable.view', 'timetable.enter'] },
  },
};

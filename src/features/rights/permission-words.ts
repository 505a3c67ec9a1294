import type { Permission } from '@/access/permissions';

/** Functions as an administrator reads them, by area. */
export const permissionAreas: readonly (readonly [area: string, functions: Partial<Record<Permission, string>>])[] = [
  [
    'Журнал',
    {
      'journal.viewOwn': 'видеть свои журналы',
      'journal.viewCurated': 'видеть журналы своей группы',
      'journal.viewDepartment': 'видеть журналы отделения',
      'journal.viewAll': 'видеть все журналы',
      'journal.fill': 'вести занятия',
      'journal.setReason': 'указывать причины отсутствия',
      'grade.give': 'выставлять итоговые',
      'journal.import': 'переносить записи из другой системы',
    },
  ],
  [
    'Дневник',
    {
      'diary.viewOwn': 'видеть свой дневник',
      'diary.viewChild': 'видеть дневник ребёнка',
      'diary.viewCurated': 'видеть дневники своей группы',
      'absence.report': 'сообщать об отсутствии ребёнка',
      'people.request': 'просить об изменении своих и детских данных',
    },
  ],
  ['Отчёты', { 'report.preview': 'смотреть отчёты', 'report.print': 'печатать ведомости' }],
  [
    'Учебный процесс',
    {
      'study.view': 'видеть данные учебной части',
      'calendar.enter': 'вести календарь и звонки',
      'structure.enter': 'вести отделения, программы, группы, кабинеты',
      'scheme.enter': 'вести КТП',
      'scheme.approve': 'утверждать КТП',
      'curriculum.enter': 'вводить учебные планы',
      'curriculum.approve': 'утверждать учебные планы',
      'load.enter': 'вводить нагрузку',
      'timetable.view': 'видеть расписание',
      'timetable.enter': 'вводить расписание',
      'substitution.enter': 'вводить замещения',
      'orders.enter': 'вводить приказы',
      'people.viewCurated': 'видеть карточки студентов своей группы',
      'people.viewDepartment': 'видеть карточки студентов отделения',
      'people.viewAll': 'видеть карточки всех студентов',
      'people.viewSnils': 'видеть СНИЛС',
      'people.enterCurated': 'вести карточки своей группы',
      'people.enter': 'вводить людей',
      'year.manage': 'открывать и закрывать год',
      'period.lock': 'закрывать периоды',
      'period.reopen': 'открывать закрытые периоды',
    },
  ],
  [
    'Управление',
    {
      'institution.view': 'видеть учреждение и положение',
      'institution.setUp': 'настраивать учреждение',
      'regulation.edit': 'менять положение',
      'accounts.manage': 'вести учётные записи',
      'credentials.issue': 'выдавать пароли по положению',
      'rights.edit': 'менять права',
      'audit.view': 'читать аудит',
      'jobs.manage': 'вести фоновые задания',
      'backup.manage': 'делать резервные копии',
    },
  ],
];

import type { Role } from '@/access/permissions';
import { type GuideName, guidesOf } from './guides';
import { slug } from './slug';

/**
 * Which section of which guide belongs to a page: route pattern → heading. A page that has no line takes that of the nearest
 * page above it («/reports/register» that of «/reports»); «/» is above none.
 */
export const helpPlaces: Readonly<Record<GuideName, Readonly<Record<string, string>>>> = {
  teacher: {
    '/': 'Начать день',
    '/journal': 'Заполнить занятие',
    '/journal/[sectionId]': 'Заполнить занятие',
    '/timetable': 'Посмотреть расписание',
    '/notices': 'Посмотреть расписание',
    '/study/schemes': 'Составить и сдать КТП',
  },
  curator: {
    '/': 'Начать утро',
    '/attendance/[groupId]': 'Указать причины отсутствия',
    '/groups/[groupId]': 'Посмотреть успеваемость группы',
    '/groups/[groupId]/parents': 'Напомнить родителям',
    '/journal': 'Посмотреть успеваемость группы',
    '/diary': 'Посмотреть успеваемость группы',
    '/reports': 'Составить отчёт для собрания',
    '/reports/credential-slips': 'Выдать доступ студентам и родителям',
    '/study/groups': 'Вести карточки группы',
    '/study/people': 'Вести карточки группы',
    '/study/requests': 'Вести карточки группы',
  },
  'parent-and-student': {
    '/diary': 'Посмотреть день и неделю',
    '/diary/[studentId]': 'Посмотреть день и неделю',
    '/diary/[studentId]/subjects': 'Понять отметки и средний',
    '/diary/[studentId]/absences': 'Увидеть пропуски',
    '/diary/[studentId]/timetable': 'Узнать расписание',
    '/notices': 'Узнать расписание',
    '/diary/[studentId]/data': 'Сообщить об изменении данных',
    '/security': 'Проверить свой вход',
  },
  deputy: {
    '/': 'Увидеть, где отстают',
    '/attendance/[groupId]': 'Увидеть, где отстают',
    '/groups/[groupId]': 'Увидеть, где отстают',
    '/journal': 'Посмотреть журнал и историю записи',
    '/reports': 'Напечатать ведомость группы',
    '/reports/college': 'Напечатать весь колледж',
    '/reports/credential-slips': 'Выдать доступ',
    '/study/curricula': 'Утвердить учебный план и нагрузку',
    '/study/load': 'Утвердить учебный план и нагрузку',
    '/study/schemes': 'Проверить КТП',
    '/year': 'Закрыть период',
  },
  methodist: {
    '/journal': 'Посмотреть журналы по видам',
    '/reports': 'Проследить за выполнением программ',
    '/study/curricula': 'Прочитать учебный план и нагрузку',
    '/study/load': 'Прочитать учебный план и нагрузку',
    '/study/schemes': 'Проверить КТП',
  },
  dispatcher: {
    '/timetable': 'Посмотреть и напечатать расписание',
    '/timetable/week': 'Составить неделю группы',
    '/timetable/laying': 'Разложить занятия по журналам',
    '/timetable/substitutions': 'Поставить замену',
    '/notices': 'Написать объявление',
    '/study/calendar/bells': 'Подготовить звонки и кабинеты',
  },
  'study-office': {
    '/study': 'Подготовить год',
    '/study/readiness': 'Проверить готовность к году',
    '/study/structure': 'Ввести отделения, группы, людей и кабинеты',
    '/study/calendar': 'Составить календарь',
    '/study/curricula': 'Составить учебный план',
    '/study/load': 'Распределить нагрузку',
    '/study/load/[groupId]/subgroups': 'Разделить группу на подгруппы',
    '/study/import': 'Загрузить из Excel',
    '/study/orders': 'Ввести приказ по контингенту',
    '/study/groups': 'Посмотреть список группы на любой день',
    '/study/people': 'Вести личные карточки',
    '/study/requests': 'Ответить на заявки и расхождения',
  },
  administrator: {
    '/': 'Проверить, всё ли в порядке',
    '/admin': 'Проверить, всё ли в порядке',
    '/admin/accounts': 'Открыть учётную запись',
    '/admin/accounts/[personId]': 'Сменить пароль или закрыть доступ',
    '/admin/rights': 'Назначить на должность',
    '/admin/regulation': 'Изменить положение о журнале',
    '/admin/audit': 'Прочитать аудит',
    '/admin/backup': 'Сделать копию и вернуться к ней',
    '/admin/jobs': 'Следить за фоновыми заданиями',
    '/reports/credential-slips': 'Открыть учётную запись',
    '/year': 'Закрыть учебный год',
  },
};

/** Where help opens for somebody who was on `path`: the nearest page of the reader's own guides, or the first of them. */
export function helpFor(roles: readonly Role[], path: string): string {
  const own = guidesOf(roles);
  const parts = path.split('/').filter(Boolean);
  for (let length = parts.length; length > 0 || path === '/'; length--) {
    const above = `/${parts.slice(0, length).join('/')}`;
    for (const guide of own) {
      const [, heading] = Object.entries(helpPlaces[guide]).find(([pattern]) => fits(pattern, above)) ?? [];
      if (heading) return `/help/${guide}#${encodeURIComponent(slug(heading))}`;
    }
    if (length <= 0) break;
  }
  return `/help/${own[0] ?? 'parent-and-student'}`;
}

/** `/journal/[sectionId]` fits `/journal/12`. */
function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, at) => part === given[at] || isId(part, given[at]));
}

const isId = (part: string, given = '') => part.startsWith('[') && /^\d+$/.test(given);

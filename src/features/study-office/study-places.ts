import { type Actor, canAny } from '@/access/actor';
import type { Permission } from '@/access/permissions';

/** A page of the study office: whoever holds one of `needs` may open it. */
export type StudyPlace = { href: string; label: string; about: string; needs: readonly Permission[] };

/** The pages that exist, in the order of a year's work. */
export const studyPlaces: readonly StudyPlace[] = [
  {
    href: '/study/readiness',
    label: 'Готовность к учебному году',
    about: 'чего не хватает к 5 сентября, кто отвечает и где это исправить',
    needs: ['study.view'],
  },
  {
    href: '/study/structure',
    label: 'Структура колледжа',
    about: 'отделения, программы, группы и кураторы, сотрудники, кабинеты, ответственные, обучение',
    needs: ['study.view', 'structure.enter'],
  },
  {
    href: '/study/calendar',
    label: 'Учебный календарь',
    about: 'периоды, праздники и переносы, график по группам, звонки',
    needs: ['study.view', 'calendar.enter', 'timetable.enter'],
  },
  {
    href: '/study/curricula',
    label: 'Учебные планы',
    about: 'дисциплины, часы и формы контроля по семестрам, проверка, утверждение, набор за набором',
    needs: ['study.view', 'curriculum.enter', 'curriculum.approve'],
  },
  {
    href: '/study/load',
    label: 'Учебная нагрузка',
    about: 'кто что ведёт, чего никто не ведёт, подгруппы, потоки, приказы и их сроки',
    needs: ['study.view', 'load.enter'],
  },
  {
    href: '/study/groups',
    label: 'Списки групп',
    about: 'кто числится в группе на любой день, движение, расхождения',
    needs: ['people.viewAll', 'people.viewCurated', 'people.viewDepartment', 'orders.enter', 'journal.viewAll'],
  },
  {
    href: '/study/orders',
    label: 'Приказы по контингенту',
    about: 'зачислить, перевести, отправить в отпуск, отчислить; реестр и отмена',
    needs: ['orders.enter', 'people.viewAll'],
  },
  {
    href: '/study/people',
    label: 'Студенты',
    about: 'личные карточки, родители, сверка данных раз в полугодие',
    needs: ['people.viewAll', 'people.viewCurated', 'people.viewDepartment'],
  },
  {
    href: '/study/requests',
    label: 'Заявки и расхождения',
    about: 'родители просят изменить данные, кураторы сообщают об ошибках в списках',
    needs: ['people.enter', 'people.enterCurated', 'orders.enter'],
  },
  {
    href: '/study/schemes',
    label: 'КТП',
    about: 'что сдано и что просрочено, проверка, библиотека, рабочие программы',
    needs: ['scheme.approve', 'journal.viewAll'],
  },
  {
    href: '/study/import',
    label: 'Загрузка и выгрузка таблиц',
    about: 'сотрудники, кабинеты, группы, студенты, планы, нагрузка, расписание из Excel и обратно',
    needs: ['people.enter', 'structure.enter', 'curriculum.enter', 'load.enter', 'timetable.enter'],
  },
  {
    href: '/notices',
    label: 'Объявления',
    about: 'написать всем, сотрудникам или группам; изменения расписания',
    needs: ['notice.publish'],
  },
  {
    href: '/year',
    label: 'Закрытие периодов и года',
    about: 'чего не хватает в журналах, что закрыто и что открыто снова',
    needs: ['year.manage', 'period.lock', 'period.reopen'],
  },
];

/** Those of them that the actor may open. */
export function studyPlacesOf(actor: Actor): StudyPlace[] {
  return studyPlaces.filter(({ needs }) => canAny(actor, needs));
}

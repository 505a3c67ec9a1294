import type { Role } from '@/access/permissions';

/** The guides under docs/guides, by file name, and what they are called in the list. */
export const guideTitles = {
  teacher: 'Преподавателю',
  curator: 'Куратору',
  'parent-and-student': 'Студентам и родителям',
  deputy: 'Заместителю директора и учебной части',
  methodist: 'Методисту: КТП и программы',
  dispatcher: 'Диспетчеру: расписание и замены',
  'study-office': 'Учебной части: подготовка года',
  administrator: 'Администратору',
} as const;

export type GuideName = keyof typeof guideTitles;

export const guideNames = Object.keys(guideTitles) as GuideName[];

export function isGuide(name: string): name is GuideName {
  return Object.hasOwn(guideTitles, name);
}

const guidesOfRole: Readonly<Record<Role, readonly GuideName[]>> = {
  teacher: ['teacher'],
  curator: ['curator'],
  deputyDirector: ['deputy', 'dispatcher', 'study-office'],
  director: ['deputy', 'dispatcher', 'study-office'],
  departmentHead: ['deputy', 'dispatcher', 'study-office'],
  studyOffice: ['deputy', 'dispatcher', 'study-office'],
  secretary: ['study-office'],
  timetableDispatcher: ['dispatcher', 'study-office'],
  methodist: ['methodist', 'deputy', 'dispatcher', 'study-office'],
  admin: ['administrator', 'dispatcher', 'study-office'],
  student: ['parent-and-student'],
  parent: ['parent-and-student'],
  observer: ['parent-and-student'],
};

/** The reader's guides in the order of the list; the first is opened where a page belongs to none of them. */
export function guidesOf(roles: readonly Role[]): GuideName[] {
  const own = new Set(roles.flatMap((role) => guidesOfRole[role]));
  return guideNames.filter((name) => own.has(name));
}

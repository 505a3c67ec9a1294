/** The password of everybody in the invented college; it opens nothing anywhere else. */
export const demoPassword = 'demo-2026';

/** As whom one can sign in to the invented college, by login. */
export const demoLogins: Readonly<Record<string, string>> = {
  teacher: 'преподаватель',
  curator: 'куратор и преподаватель',
  student: 'студент',
  parent: 'родитель двоих детей',
  deputy: 'заместитель директора',
  director: 'директор',
  depthead: 'заведующий отделением',
  studyoffice: 'учебная часть',
  methodist: 'методист',
  admin: 'администратор',
  secretary: 'секретарь',
  dispatcher: 'диспетчер расписания',
  observer: 'наблюдатель',
};

/** The printed form's own words. `\n` breaks a head; `{…}` is filled by the engine. */
export type LedgerLabels = {
  contents: string;
  groupList: string;
  no: string;
  course: string;
  group: string;
  yearOfStudy: string;
  programme: string;
  academicYear: string;
  interval: string;
  teacher: string;
  lessons: string;
  /** Dates of a spread: {from}, {to}. */
  lessonsRange: string;
  /** Plan numbers of a spread: {from}, {to}. */
  lessonNumbers: string;
  noLessons: string;
  continuation: string;
  studentName: string;
  contentsCourse: string;
  contentsTeacher: string;
  contentsPages: string;
  listName: string;
  listBirthDate: string;
  listEnrolment: string;
  listMovement: string;
  missed: string;
  average: string;
  lessonDate: string;
  lessonHours: string;
  lessonType: string;
  lessonTopic: string;
  lessonHomework: string;
  lessonEntered: string;
  /** Raised at the date of a substituted lesson. */
  substituteSign: string;
  /** Before the name of the substitute. */
  substitutePrefix: string;
  signature: string;
  signatureName: string;
  signatureDate: string;
  stamp: string;
  draft: string;
  /** Where a page stands: {from}, {to}, {total}; `sheet` where it stands alone. */
  sheets: string;
  sheet: string;
  /** Foot of a draft: {sheets}, {printedAt}. */
  draftFoot: string;
  draftWarning: string;
  check: string;
  /** Foot of a printed page: {number}, {date}, {sheets}, {printedAt}. */
  foot: string;
  hash: string;
  blankPage: string;
};

/** College words; a profile replaces the ones that differ («класс», «учитель»). */
export const collegeLabels: LedgerLabels = {
  contents: 'Содержание',
  groupList: 'Список группы',
  no: '№',
  course: 'Наименование дисциплины',
  group: 'Группа',
  yearOfStudy: 'курс',
  programme: 'специальность',
  academicYear: 'учебный год',
  interval: 'период',
  teacher: 'Преподаватель',
  lessons: 'Занятия',
  lessonsRange: 'с {from} по {to}',
  lessonNumbers: '№ {from}–{to}',
  noLessons: 'Занятий в этом периоде не было',
  continuation: '(продолжение)',
  studentName: 'Фамилия, инициалы',
  contentsCourse: 'Наименование дисциплины',
  contentsTeacher: 'Преподаватель',
  contentsPages: 'Страницы',
  listName: 'Фамилия, имя, отчество',
  listBirthDate: 'Дата рождения',
  listEnrolment: 'Приказ о зачислении',
  listMovement: 'Движение',
  missed: 'проп.\nчасов',
  average: 'сред-\nний',
  lessonDate: 'Дата\nпрове-\nдения',
  lessonHours: 'Кол-во\nчасов',
  lessonType: 'Тип',
  lessonTopic: 'Содержание (тема) занятия',
  lessonHomework: 'Домашнее задание',
  lessonEntered: 'Подпись:\nкто и когда\nвнёс',
  substituteSign: 'з',
  substitutePrefix: 'зам.',
  signature: 'подпись',
  signatureName: 'расшифровка',
  signatureDate: '«___» ____________ 20___ г.',
  stamp: 'М. П.',
  draft: 'ПРОЕКТ',
  sheets: 'листы {from}–{to} из {total}',
  sheet: 'лист {from} из {total}',
  draftFoot: 'Предварительный просмотр, {sheets}, {printedAt}',
  draftWarning: 'Проект для просмотра: без номера и кода проверки, не для подшивки',
  check: 'Проверка:',
  foot: 'Ведомость № {number} от {date}, {sheets}, {printedAt}',
  hash: 'SHA-256',
  blankPage: 'Страница оставлена пустой',
};

/** Puts values in place of `{name}`; an unknown name stays as it is. */
export function fillLabel(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Subject fields of the teachers: who may be given which course. */
export type Chair =
  | 'economics'
  | 'engineering'
  | 'farm'
  | 'chemistry'
  | 'cookery'
  | 'history'
  | 'informatics'
  | 'language'
  | 'law'
  | 'mathematics'
  | 'pedagogy'
  | 'physics'
  | 'practice'
  | 'programming'
  | 'russian'
  | 'safety'
  | 'sport'
  | 'vehicles';

const byName: readonly [RegExp, Chair][] = [
  [/^Физическая культура|двигательных умений/, 'sport'],
  [/^Иностранный язык/, 'language'],
  [/^Русский язык|^Литература|^Детская литература|^Индивидуальный проект/, 'russian'],
  [/^История|^Обществознание|^География/, 'history'],
  [/жизнедеятельности|защиты Родины|^Охрана труда|бережливого|дорожного движения/, 'safety'],
  [/[Пп]равов|предпринимательской|^Менеджмент|коллективом|^Психология общения|^Карьерное|Документационное/, 'law'],
  [/^Математика|высшей математики|вероятностей|^Дискретная|^Численные|^Математическое/, 'mathematics'],
  [/^Информатика|^Информационные технологии в|^Автоматизированные системы бух/, 'informatics'],
  [/^Физика|^Электротехника/, 'physics'],
  [/^Химия|^Биология|микробиологии|анатомия|^Экологи|^Медико/, 'chemistry'],
  [/^Экономика|финансовой грамотности|калькуляции|экономики, менеджмента/, 'economics'],
  [/^Инженерная графика|^Техническая механика|^Материаловедение|^Метрология|гидравлики/, 'engineering'],
];

const byProgramme: Record<string, Chair> = {
  ИСП: 'programming',
  БУХ: 'economics',
  ЭСХ: 'farm',
  ТОР: 'vehicles',
  ПКД: 'cookery',
  ДО: 'pedagogy',
};

/** The field of a course: by its name where every programme has it, else by the programme. */
export function chairOf(programmeKey: string, index: string, name: string): Chair {
  if (index.startsWith('УП')) return 'practice';
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? byProgramme[programmeKey] ?? 'law';
}

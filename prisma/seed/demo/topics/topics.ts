import type { ControlForm } from '../programmes/programme-table';
import { accountingBasics } from './accounting';
import { databaseDesign } from './databases';
import { generatedDrafts } from './generated';
import { historyOfRussia, schoolHistory } from './history';
import { schoolInformatics, schoolPhysics } from './informatics-physics';
import { professionalLanguage, schoolLanguage } from './language';
import { schoolMathematics } from './mathematics';
import { type Draft, draftsOf, numbered, type Topic } from './parse';
import { programmingBasics } from './programming';
import { schoolLiterature, schoolRussian } from './russian';
import { lifeSafety, physicalCulture } from './sport-safety';

const written: readonly (readonly [name: string, index: RegExp, table: string])[] = [
  ['Основы алгоритмизации и программирования', /^ОП/, programmingBasics],
  ['Основы проектирования баз данных', /^ОП/, databaseDesign],
  ['Основы бухгалтерского учёта', /^ОП/, accountingBasics],
  ['История России', /^СГ/, historyOfRussia],
  ['История', /^ООД/, schoolHistory],
  ['Иностранный язык', /^ООД/, schoolLanguage],
  ['Иностранный язык в профессиональной деятельности', /^СГ/, professionalLanguage],
  ['Математика', /^ООД/, schoolMathematics],
  ['Русский язык', /^ООД/, schoolRussian],
  ['Литература', /^ООД/, schoolLiterature],
  ['Физическая культура', /./, physicalCulture],
  ['Безопасность жизнедеятельности', /^СГ/, lifeSafety],
  ['Информатика', /^ООД/, schoolInformatics],
  ['Физика', /^ООД/, schoolPhysics],
];

/** How many lessons of a course the semesters have, in their order, and how each ends. */
export interface TermLessons {
  lessons: number;
  control: ControlForm;
}

/** Cuts a list to `count` evenly, or repeats practice in it until it is long enough. */
function fitted(drafts: readonly Draft[], count: number): Draft[] {
  if (drafts.length >= count) {
    return Array.from({ length: count }, (_, place) => drafts[Math.floor((place * drafts.length) / count)]).filter(
      (draft) => draft !== undefined,
    );
  }
  const missing = count - drafts.length;
  const every = drafts.length / missing;
  const longer: Draft[] = [];
  let added = 0;
  drafts.forEach((draft, place) => {
    longer.push(draft);
    while (added < missing && (place + 1) / every >= added + 1) {
      const title =
        draft.letter === 'К'
          ? `Работа над ошибками: ${lowerFirst(draft.title)}`
          : `Закрепление: ${lowerFirst(draft.title)}`;
      longer.push({ ...draft, letter: 'П', title, homework: '' });
      added++;
    }
  });
  return longer;
}

function lowerFirst(text: string): string {
  return /^[А-ЯЁ][а-яё]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const closings: Record<ControlForm, { title: string; homework: string } | null> = {
  gradedCredit: { title: 'Дифференцированный зачёт', homework: 'Не предусмотрено' },
  credit: { title: 'Зачёт', homework: 'Не предусмотрено' },
  exam: { title: 'Подготовка к экзамену: разбор билетов', homework: 'Экзаменационные билеты' },
  coursework: { title: 'Защита курсовых проектов', homework: 'Не предусмотрено' },
  none: null,
};

/** КТП of one academic year: the topics of its semesters in one numbered list. */
export function topicsOf(index: string, name: string, technical: boolean, terms: readonly TermLessons[]): Topic[] {
  const count = terms.reduce((sum, term) => sum + term.lessons, 0);
  const own = written.find(([title, pattern]) => title === name && pattern.test(index));
  const drafts = own ? fitted(draftsOf(own[2]), count) : generatedDrafts(index, name, technical, count);
  const topics = numbered(drafts);
  let end = 0;
  for (const term of terms) {
    end += term.lessons;
    const closing = closings[term.control];
    const last = topics[end - 1];
    if (!closing || !last) continue;
    const credit = term.control === 'gradedCredit' || term.control === 'credit';
    topics[end - 1] = {
      ...last,
      ...closing,
      lessonType: term.control === 'exam' ? 'lesson' : 'control',
      taskType: credit ? 'control' : null,
      taskTitle: credit ? closing.title : null,
    };
  }
  return topics;
}

import { rowsOf } from '../tables';

/** A topic of the plan. Ids of kinds are those of the regulation's dictionaries. */
export interface Topic {
  part: string;
  title: string;
  lessonType: string;
  hours: number;
  homework: string;
  taskType: string | null;
  taskTitle: string | null;
}

export type Letter = 'Л' | 'У' | 'П' | 'Р' | 'К' | 'С' | 'Н' | 'Т';

/** What a letter of the text tables stands for. `name` of a numbered kind goes before the title: «ПЗ № 5. …». */
export const kinds: Record<Letter, { lessonType: string; taskType: string | null; name: string | null }> = {
  Л: { lessonType: 'lecture', taskType: null, name: null },
  У: { lessonType: 'lesson', taskType: null, name: null },
  П: { lessonType: 'practicalClass', taskType: 'practical', name: 'ПЗ' },
  Р: { lessonType: 'labClass', taskType: 'lab', name: 'ЛР' },
  К: { lessonType: 'control', taskType: 'control', name: 'Контрольная работа' },
  С: { lessonType: 'seminar', taskType: 'report', name: null },
  Н: { lessonType: 'sports', taskType: 'sports', name: null },
  Т: { lessonType: 'practice', taskType: 'practical', name: null },
};

/** A topic before it has its number: what the tables and the generator give. */
export interface Draft {
  part: string;
  letter: Letter;
  title: string;
  homework: string;
}

/** Reads a table of topics in the notation of programming.ts. */
export function draftsOf(table: string): Draft[] {
  let part = '';
  const drafts: Draft[] = [];
  for (const [first = '', homework = ''] of rowsOf(table)) {
    if (first.startsWith('#')) {
      part = first.slice(1).trim();
      continue;
    }
    const letter = first.charAt(0);
    if (!isLetter(letter)) throw new Error(`not a kind of lesson: ${first}`);
    drafts.push({ part, letter, title: first.slice(2), homework });
  }
  return drafts;
}

function isLetter(text: string): text is Letter {
  return text in kinds;
}

const homeworkByKind: Record<Letter, (number: number) => string> = {
  Л: () => 'Конспект лекции, контрольные вопросы',
  У: () => 'Параграф учебника, вопросы в конце',
  П: (number) => `Закончить отчёт по ПЗ № ${number}`,
  Р: (number) => `Отчёт по ЛР № ${number}`,
  К: () => 'Повторить темы раздела',
  С: () => 'Сообщение на 3–4 минуты',
  Н: () => 'Комплекс упражнений № 4',
  Т: () => 'Дневник практики: заполнить за день',
};

/** Numbers practical, laboratory and test papers from 1 and words what the table left out. */
export function numbered(drafts: readonly Draft[]): Topic[] {
  const counts = new Map<Letter, number>();
  return drafts.map(({ part, letter, title, homework }) => {
    const { lessonType, taskType, name } = kinds[letter];
    const number = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, number);
    const full =
      name === null ? title : letter === 'К' ? `${name} № ${number} «${title}»` : `${name} № ${number}. ${title}`;
    return {
      part,
      title: full,
      lessonType,
      hours: 2,
      homework: homework || homeworkByKind[letter](number),
      taskType,
      taskTitle: taskTitle(letter, number, title),
    };
  });
}

function taskTitle(letter: Letter, number: number, title: string): string | null {
  switch (letter) {
    case 'П':
      return `Отчёт по ПЗ № ${number}`;
    case 'Р':
      return `Отчёт по ЛР № ${number}`;
    case 'К':
      return `Контрольная работа № ${number}`;
    case 'С':
    case 'Н':
    case 'Т':
      return title;
    case 'Л':
    case 'У':
      return null;
  }
}

import { rowsOf } from '../tables';
import type { Draft, Letter } from './parse';
import { generalParts } from './parts-general';
import { professionalParts } from './parts-professional';

const parts: readonly (readonly [pattern: string, names: string[]])[] = [
  ...rowsOf(generalParts),
  ...rowsOf(professionalParts),
].map(([pattern = '', names = '']) => [pattern, names.split(';').map((name) => name.trim())]);

const fallback = ['Общие сведения', 'Основные понятия', 'Методы и средства', 'Организация работ', 'Контроль качества'];

type Line = readonly [letter: Letter, title: (part: string) => string];

const theory: readonly Line[] = [
  ['Л', (part) => `${part}: основные понятия`],
  ['Л', (part) => `${part}: содержание и особенности`],
  ['П', (part) => `${part}: разбор типовых заданий`],
  ['Л', (part) => `${part}: требования и нормативные документы`],
  ['П', (part) => `${part}: решение профессиональных задач`],
  ['С', (part) => `${part}: обсуждение сообщений`],
  ['Л', (part) => `${part}: передовой опыт`],
  ['П', (part) => `${part}: обобщение и самоконтроль`],
];

const workshop: readonly Line[] = [
  ['Л', (part) => `${part}: назначение и устройство`],
  ['Л', (part) => `${part}: порядок выполнения работ`],
  ['П', (part) => `${part}: подготовка и организация рабочего места`],
  ['Р', (part) => `${part}: выполнение задания по карте`],
  ['Л', (part) => `${part}: контроль качества и типичные ошибки`],
  ['П', (part) => `${part}: расчёт и оформление документов`],
  ['Р', (part) => `${part}: поиск и устранение неисправностей`],
  ['С', (part) => `${part}: защита отчётов`],
];

const school: readonly Line[] = [
  ['У', (part) => `${part}: введение в тему`],
  ['У', (part) => `${part}: основные понятия`],
  ['П', (part) => `${part}: работа с источниками`],
  ['У', (part) => `${part}: закономерности и примеры`],
  ['П', (part) => `${part}: решение задач`],
  ['У', (part) => `${part}: связь с профессией`],
  ['С', (part) => `${part}: защита сообщений`],
];

const practice: readonly Line[] = [
  ['Т', (part) => `${part}: инструктаж и показ приёмов`],
  ['Т', (part) => `${part}: выполнение под руководством мастера`],
  ['Т', (part) => `${part}: самостоятельное выполнение`],
  ['Т', (part) => `${part}: проверка и исправление`],
];
const practiceParts = ['Охрана труда', 'Рабочее место', 'Простые работы', 'Комплексные работы', 'Проверочная работа'];

function linesFor(index: string, technical: boolean): readonly Line[] {
  if (index.startsWith('ООД')) return school;
  if (index.startsWith('УП')) return practice;
  return technical ? workshop : theory;
}

function partsOf(index: string, name: string): string[] {
  if (index.startsWith('УП')) return practiceParts;
  const label = `${index} ${name}`;
  return parts.find(([pattern]) => label.includes(pattern))?.[1] ?? fallback;
}

const pages = (number: number): string => `§ ${number}, с. ${number * 7 + 3}–${number * 7 + 9}`;

/** Makes `count` topics out of the course's sections, each section closed by a test paper when it is long enough. */
export function generatedDrafts(index: string, name: string, technical: boolean, count: number): Draft[] {
  const names = partsOf(index, name);
  const lines = linesFor(index, technical);
  const drafts: Draft[] = [];
  names.forEach((part, place) => {
    const until = Math.round(((place + 1) * count) / names.length);
    const room = until - drafts.length;
    const section = `Раздел ${place + 1}. ${part}`;
    for (let step = 0; step < room; step++) {
      const closing = lines !== practice && step === room - 1 && room >= 4;
      const [letter, title] = lines[step % lines.length] ?? lines[0] ?? (['Л', (text: string) => text] as const);
      const round = Math.floor(step / lines.length);
      drafts.push({
        part: section,
        letter: closing ? 'К' : letter,
        title: closing ? part : round === 0 ? title(part) : `${title(part)} (часть ${round + 1})`,
        homework: letter === 'Л' || letter === 'У' ? pages(drafts.length + 1) : '',
      });
    }
  });
  return drafts;
}

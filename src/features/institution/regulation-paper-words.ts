import type { Regulation } from '@/domain/regulation/regulation';
import { vocabularyTerms } from './regulation-choices';
import { type Rules, term } from './regulation-terms';

/** Kinds of work (R-061, C-04): «ПР, отметка в течение 5 дней после занятия, вес 2». */
export function workRules({ taskTypes, periodMark }: Regulation): Rules {
  return taskTypes.map(({ label, short, markWithinDays, weight }) => {
    const terms = markWithinDays === null ? [] : [`отметка ${term(markWithinDays, '')}`];
    const weights = periodMark.algorithm === 'weighted' || weight !== 1 ? [`вес ${weight}`] : [];
    return [label, [short, ...terms, ...weights].join(', ')] as const;
  });
}

const orders = { alphabetical: 'по алфавиту', curriculum: 'в порядке учебного плана' } as const;
const parts = {
  contents: 'содержание',
  groupList: 'список группы',
  substitutions: 'замены',
  certification: 'заверительная надпись',
} as const;

/** The hard copy (C-13, C-14, C-17, C-18). */
export function printRules({ print }: Regulation): Rules {
  const side = print.mirrored ? 'у сгиба, печать с двух сторон' : 'слева на каждой странице';
  const place = print.pageNumber === 'topRight' ? 'справа вверху' : 'вверху посередине';
  const kept = Object.entries(parts).flatMap(([part, words]) =>
    print.parts.some((one) => one === part) ? [words] : [],
  );
  const signed = (where: 'course' | 'set') =>
    print.signatories
      .filter((signatory) => signatory.place === where)
      .map(({ title, seal }) => (seal ? `${title} (печать)` : title))
      .join(', ') || 'никто';
  return [
    ['Ведомость за период называется', `«${print.reportTitles.periodLedger}»`],
    ['Сводная ведомость называется', `«${print.reportTitles.summaryLedger}»`],
    ['Поле для подшивки', `${print.bindingMarginMm} мм ${side}`],
    ['Номер страницы', `${place}, начиная с ${print.firstNumberedPage}-й`],
    ['Дисциплины стоят', orders[print.courseOrder]],
    ['Занятий на развороте', String(print.lessonsPerPage)],
    ['Кроме страниц дисциплин печатается', kept.join(', ') || 'только титул'],
    ['Под дисциплиной подписывает', signed('course')],
    ['В конце дела подписывает', signed('set')],
  ];
}

/** What the institution calls things (C-19). */
export function wordRules({ vocabulary }: Regulation): Rules {
  return vocabularyTerms.map(
    ({ id, term: name }) => [name, `${vocabulary[id].one}, мн. ${vocabulary[id].many}`] as const,
  );
}

import type { Regulation } from '@/domain/regulation/regulation';
import { average } from '@/texts/format';
import { enrollmentStatusLabels, periodKindLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { printRules, wordRules, workRules } from './regulation-paper-words';
import { type Rules, term } from './regulation-terms';

/** A heading of the regulation with its rules: what is ruled, and how, in Russian. */
export type RegulationPart = { id: string; title: string; rules: Rules };

/** The settings in which institutions differ (C-01…C-26), as sentences an administrator can compare with the document. */
export function regulationInWords(regulation: Regulation): RegulationPart[] {
  return [
    { id: 'attendance', title: 'Посещаемость', rules: attendanceRules(regulation) },
    { id: 'deadlines', title: 'Сроки', rules: deadlineRules(regulation) },
    { id: 'marks', title: 'Отметки', rules: markRules(regulation) },
    { id: 'lessons', title: 'Занятия и периоды', rules: lessonRules(regulation) },
    { id: 'schemes', title: 'КТП', rules: schemeRules(regulation) },
    { id: 'diary', title: 'Дневник', rules: diaryRules(regulation) },
    { id: 'access', title: 'Доступ', rules: accessRules(regulation) },
    { id: 'year', title: 'Закрытие года', rules: yearRules(regulation) },
    { id: 'works', title: 'Виды работ', rules: workRules(regulation) },
    { id: 'print', title: 'Твёрдая копия', rules: printRules(regulation) },
    { id: 'words', title: 'Слова', rules: wordRules(regulation) },
  ];
}

const authors = { teacher: 'преподаватель', curator: 'куратор', both: 'преподаватель и куратор' } as const;
const prevailing = {
  teacher: 'запись преподавателя',
  curator: 'запись куратора',
  last: 'запись, внесённая последней',
} as const;

function attendanceRules({ attendance }: Regulation): Rules {
  return [
    ['Отсутствие отмечает', authors[attendance.presenceBy]],
    ['Причину указывает', authors[attendance.reasonBy]],
    ['При расхождении остаётся', prevailing[attendance.prevails]],
    ['Причину можно указать', term(attendance.reasonDays, 'до закрытия периода')],
    ...attendance.codes.map(({ symbol, label, countsHours }) => {
      return [`«${symbol}»`, countsHours ? label : `${label}, пропущенных часов нет`] as const;
    }),
  ];
}

function deadlineRules({ deadlines, accessWindow }: Regulation): Rules {
  return [
    ['Занятие заполняется', fillWords(deadlines.fill)],
    ['Исправить занятие можно', term(deadlines.correctionDays, 'до закрытия периода')],
    ['Отметка за долг ставится', term(deadlines.debtMarkDays, 'до закрытия периода')],
    ['Итоговые отметки', term(deadlines.periodMarksDays, 'без срока', 'после конца периода')],
    ['Итоговые публикуются в дневнике', term(deadlines.publishResultsDays, 'без срока', 'после выставления')],
    ['Вход в журнал', accessWindow ? `с ${accessWindow.from} до ${accessWindow.to}` : 'круглосуточно'],
  ];
}

function fillWords(fill: Regulation['deadlines']['fill']): string {
  switch (fill.kind) {
    case 'endOfDay':
      return 'до конца дня занятия';
    case 'timeOfDay':
      return `до ${fill.time} дня занятия`;
    case 'days':
      return `в течение ${counted(fill.days, 'дня', 'дней', 'дней')} после занятия`;
  }
}

const algorithms = {
  none: 'не предлагается, средний балл показывается для сведения',
  mean: 'среднее арифметическое',
  weighted: 'среднее с весами видов работ',
} as const;

function markRules({ periodMark, markWithoutTask, marklessYears, notAttested }: Regulation): Rules {
  const { thresholds, algorithm, overrideNeedsReason, formerSectionMarks } = periodMark;
  const table = thresholds.kind === 'table' ? thresholds.from : { 5: 450, 4: 350, 3: 250 };
  const bounds = ([5, 4, 3] as const).map((mark) => `«${mark}» от ${average(table[mark])}`).join(', ');
  const free = 'допускается, задание создаётся само';
  return [
    ['Отметка без задания', markWithoutTask.mode === 'strict' ? 'не допускается' : free],
    ['Итоговая отметка', algorithms[algorithm]],
    ...(algorithm === 'none' ? [] : [['Границы среднего', bounds] as const]),
    ['Иная итоговая', overrideNeedsReason ? 'с обоснованием' : 'без обоснования'],
    ['Отметки прежней группы', formerSectionMarks === 'count' ? 'учитываются в среднем' : 'в среднем не учитываются'],
    ['Нет итоговой', `${notAttested.symbol} — ${notAttested.label}`],
    ['Без отметок', marklessYears.length > 0 ? `${marklessYears.join(', ')} год обучения` : 'таких лет обучения нет'],
  ];
}

function lessonRules({ lessonRequires, lessonHours, periodKinds, closedStatuses }: Regulation): Rules {
  const parts = [
    lessonRequires.topic && 'тема',
    lessonRequires.attendance && 'посещаемость',
    lessonRequires.homework && 'домашнее задание',
  ];
  return [
    ['Занятие заполнено, когда есть', parts.filter(Boolean).join(', ')],
    ['Часов в занятии', `обычно ${lessonHours.usual}, не больше ${lessonHours.max}`],
    ['Учебные периоды', periodKinds.map((kind) => periodKindLabels[kind]).join(', ')],
    ['Строка закрыта', closedStatuses.map((status) => enrollmentStatusLabels[status]).join(', ')],
  ];
}

const blockNames: Record<Regulation['diary']['student'][number], string> = {
  marks: 'отметки',
  attendance: 'посещаемость',
  timetable: 'расписание',
  topics: 'темы',
  homework: 'домашние задания',
  attestation: 'итоги аттестации',
  programmeProgress: 'прохождение программы',
  messages: 'сообщения',
};

function diaryRules({ diary }: Regulation): Rules {
  if (!diary.open) return [['Кабинеты студентов и родителей', 'закрыты']];
  const named = (blocks: Regulation['diary']['student']) => blocks.map((block) => blockNames[block]).join(', ');
  return [
    ['Студент видит', named(diary.student)],
    ['Родитель видит', named(diary.parent)],
  ];
}

const issuers = {
  admin: 'администратор',
  curator: 'куратор своей группы',
  studyOffice: 'учебная часть',
  deputyDirector: 'заместитель директора',
} as const;

function accessRules({ credentials, sessions }: Regulation): Rules {
  const named = (list: Regulation['credentials']['staff']) => list.map((issuer) => issuers[issuer]).join(', ');
  const { staffIdleMinutes, familyIdleDays } = sessions;
  return [
    ['Пароли сотрудникам выдаёт', named(credentials.staff)],
    ['Пароли студентам и родителям выдаёт', named(credentials.families)],
    ['Вход сотрудника без работы', `кончается через ${counted(staffIdleMinutes, 'минуту', 'минуты', 'минут')}`],
    ['Вход студента и родителя', `кончается через ${counted(familyIdleDays, 'день', 'дня', 'дней')} без работы`],
  ];
}

/** */
function schemeRules({ schemes: { dueDays, homework } }: Regulation): Rules {
  return [
    ['КТП сдаётся', term(dueDays, 'без срока', 'после утверждения рабочей программы')],
    ['Домашнее задание из КТП', homework === 'withTopic' ? 'вписывается вместе с темой' : 'преподаватель пишет сам'],
  ];
}

function yearRules({ yearEnd }: Regulation): Rules {
  const { unfinished, debtors, conditionalDebts, reopenDays } = yearEnd;
  const most = conditionalDebts === null ? '' : `, если долгов не больше ${conditionalDebts}`;
  return [
    ['Незаполненный журнал', unfinished === 'refuse' ? 'не даёт закрыть год' : 'год закрывается с указанием причины'],
    ['Студенты с долгами', debtors === 'retain' ? 'остаются на курсе' : `переводятся условно${most}`],
    ['Закрытый период открывают снова', `не дольше чем на ${counted(reopenDays, 'день', 'дня', 'дней')}, с причиной`],
  ];
}

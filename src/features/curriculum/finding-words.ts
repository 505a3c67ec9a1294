import { planLimits } from '@/domain/curriculum/check-plan';
import { type Finding, severityOf } from '@/domain/curriculum/findings';
import type { Cycle } from '@/domain/curriculum/plan-index';
import { counted } from '@/texts/plural';

export const cycleWords: Readonly<Record<Cycle | 'unknown', string>> = {
  general: 'Общеобразовательный цикл',
  humanities: 'Общий гуманитарный и социально-экономический цикл',
  social: 'Социально-гуманитарный цикл',
  science: 'Математический и общий естественнонаучный цикл',
  profession: 'Общепрофессиональный цикл',
  modules: 'Профессиональный цикл',
  final: 'Государственная итоговая аттестация',
  optional: 'Факультативы',
  unknown: 'Вне циклов',
};

const hoursWords = (hours: number): string => counted(hours, 'час', 'часа', 'часов');

/** What a rule found, without the line's own name: «часы по видам дают 70, с преподавателем стоит 72, 3 семестр». */
export function findingWords(finding: Finding, indexOf: (line: number) => string): string {
  switch (finding.rule) {
    case 'indexDoubled':
      return `индекс уже стоит в строке ${finding.other + 1}`;
    case 'courseDoubled':
      return `такое название уже есть у ${indexOf(finding.other)}`;
    case 'indexUnknown':
      return 'индекс не называет цикл: обычно это ООД, СГ, ОГСЭ, ЕН, ОП, ПМ, МДК, УП, ПП, ГИА';
    case 'noTerms':
      return 'нет часов ни в одном семестре';
    case 'noControl':
      return 'в последнем семестре нет формы контроля';
    case 'moduleWithoutExam':
      return 'у модуля нет экзамена по модулю (Эк)';
    case 'moduleEmpty':
      return 'в модуле нет ни одного МДК';
    case 'moduleMissing':
      return `нет строки модуля ПМ.${finding.module}`;
    case 'kindsDiffer':
      return `${finding.semester} семестр: по видам ${hoursWords(finding.sum)}, а с преподавателем стоит ${finding.hours}`;
    case 'controlWithoutHours':
      return `${finding.semester} семестр: контроль есть, часов нет`;
    case 'complexAlone':
      return `${finding.semester} семестр: комплексная форма № ${finding.complex} стоит у одной дисциплины, а нужна хотя бы у двух`;
    case 'weeksMissing':
      return `${finding.semester} семестр: не указано число учебных недель, норма ${planLimits.weekHours} ч не проверена`;
    case 'weekOver':
      return `${finding.semester} семестр: ${hoursWords(finding.hours)} за ${counted(finding.weeks, 'неделю', 'недели', 'недель')}, а по ${planLimits.weekHours} ч в неделю можно ${finding.most}`;
    case 'examsOver':
      return `${finding.year} курс: ${counted(finding.count, 'экзамен', 'экзамена', 'экзаменов')}, а можно не больше ${planLimits.exams}`;
    case 'creditsOver':
      return `${finding.year} курс: ${counted(finding.count, 'зачёт', 'зачёта', 'зачётов')}, а можно не больше ${planLimits.credits}`;
  }
}

/** Mistakes first, then what goes beyond the norm, then what is worth a look. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  const order = ['error', 'limit', 'warning'];
  return [...findings].sort((one, other) => order.indexOf(severityOf(one)) - order.indexOf(severityOf(other)));
}

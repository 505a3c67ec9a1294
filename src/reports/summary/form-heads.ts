import type { controlFormLabels } from '@/texts/labels';

/** Heads of the columns by control form, in the order of the summary sheet (domain.md B.2). */
export const controlFormHeads: Readonly<Record<keyof typeof controlFormLabels, { long: string; short: string }>> = {
  exam: { long: 'Экзамены', short: 'экз.' },
  complexExam: { long: 'Комплексные экзамены', short: 'к. экз.' },
  moduleExam: { long: 'Экзамены по модулю', short: 'экз. м.' },
  gradedCredit: { long: 'Дифференцированные зачёты', short: 'д/з' },
  complexGradedCredit: { long: 'Комплексные дифференцированные зачёты', short: 'к. д/з' },
  credit: { long: 'Зачёты', short: 'зач.' },
  demoExam: { long: 'Демонстрационные экзамены', short: 'д. экз.' },
  coursework: { long: 'Курсовые работы', short: 'к/р' },
  none: { long: 'Без аттестации', short: 'без атт.' },
};

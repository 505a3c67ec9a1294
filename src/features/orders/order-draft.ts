import type { LocalDate } from '@/domain/types';
import type { OrderAct, OrderToEnter } from './order-input';

export const orderActs = [
  'enrollment',
  'reinstatement',
  'transfer',
  'promotion',
  'academicLeave',
  'returnFromLeave',
  'studyForm',
  'expulsion',
  'graduation',
] as const satisfies readonly OrderAct['kind'][];

export type OrderActKind = (typeof orderActs)[number];
export type StudyFormChoice = 'homeStudy' | 'familyForm' | 'usual';

/** One typed person; an empty row is nobody. */
export type NewcomerDraft = {
  key: number;
  lastName: string;
  firstName: string;
  middleName: string;
  sex: 'male' | 'female';
  birthDate: string;
};

/** What stands in the form of an order. */
export type OrderDraft = {
  kind: OrderActKind;
  number: string;
  date: LocalDate;
  subject: string;
  effectiveOn: LocalDate;
  /** The group that is joined. */
  target: number | null;
  endsOn: string;
  form: StudyFormChoice;
  students: ReadonlyMap<number, string>;
  newcomers: readonly NewcomerDraft[];
};

/** How colleges title such orders. */
export const usualSubjects: Readonly<Record<OrderActKind, string>> = {
  enrollment: 'О зачислении',
  reinstatement: 'О восстановлении',
  transfer: 'О переводе в другую группу',
  promotion: 'О переводе на следующий курс',
  academicLeave: 'О предоставлении академического отпуска',
  returnFromLeave: 'О выходе из академического отпуска',
  studyForm: 'О форме обучения',
  expulsion: 'Об отчислении',
  graduation: 'О выпуске',
};

export const joinsGroup = (kind: OrderActKind): boolean =>
  kind === 'enrollment' || kind === 'reinstatement' || kind === 'transfer' || kind === 'promotion';

export function emptyDraft(kind: OrderActKind, today: LocalDate): OrderDraft {
  return {
    ...{ kind, number: '', date: today, subject: usualSubjects[kind], effectiveOn: today },
    ...{ target: null, endsOn: '', form: 'homeStudy', students: new Map(), newcomers: [] },
  };
}

/** Another kind of order: a subject that nobody has touched follows it, newcomers stay with enrolment alone. */
export function withKind(draft: OrderDraft, kind: OrderActKind): OrderDraft {
  const untouched = draft.subject === usualSubjects[draft.kind];
  return { ...draft, kind, subject: untouched ? usualSubjects[kind] : draft.subject };
}

export const isBlank = ({ lastName, firstName, middleName, birthDate }: NewcomerDraft): boolean =>
  [lastName, firstName, middleName, birthDate].every((value) => value.trim() === '');

/** What is missing before the server is asked, in words; null when nothing is. */
export function missingOf(draft: OrderDraft): string | null {
  const typed = draft.newcomers.filter((row) => !isBlank(row));
  if (draft.number.trim() === '') return 'Напишите номер приказа.';
  if (draft.subject.trim() === '') return 'Напишите, о чём приказ.';
  if (draft.date === '' || draft.effectiveOn === '') return 'Укажите обе даты.';
  if (joinsGroup(draft.kind) && draft.target === null) return 'Выберите группу, в которую приказ зачисляет.';
  const unfinished =
    draft.kind === 'enrollment' && typed.find((row) => !row.lastName || !row.firstName || !row.birthDate);
  if (unfinished) return `${unfinished.lastName || 'Новый студент'}: нужны фамилия, имя и дата рождения.`;
  if (draft.students.size + (draft.kind === 'enrollment' ? typed.length : 0) === 0) {
    return 'Отметьте студентов, которых называет приказ.';
  }
  return null;
}

/** The draft as the command takes it. */
export function orderOf(draft: OrderDraft): OrderToEnter {
  const { number, date, subject, effectiveOn, students } = draft;
  return { number, date, subject, effectiveOn, act: actOf(draft), studentIds: [...students.keys()] };
}

function actOf({ kind, target, endsOn, form, newcomers }: OrderDraft): OrderAct {
  const groupId = target ?? 0;
  switch (kind) {
    case 'enrollment': {
      const people = newcomers.filter((row) => !isBlank(row));
      return {
        ...{ kind, groupId },
        newcomers: people.map(({ key: _, middleName, ...row }) => ({ ...row, middleName: middleName.trim() || null })),
      };
    }
    case 'reinstatement':
    case 'transfer':
    case 'promotion':
      return { kind, groupId };
    case 'returnFromLeave':
      return { kind, groupId: target };
    case 'academicLeave':
      return { kind, endsOn: endsOn || null };
    case 'studyForm':
      return { kind, form, endsOn: form === 'usual' ? null : endsOn || null };
    case 'expulsion':
    case 'graduation':
      return { kind };
  }
}

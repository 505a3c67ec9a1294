import { codeOf } from '@/domain/attendance/codes';
import { markSign } from '@/domain/grading/scale';
import type { Regulation } from '@/domain/regulation/regulation';
import type { MarkValue } from '@/domain/types';
import { fullDate } from '@/texts/format';

/** A step as the audit keeps it. */
export type HistoryStep = {
  entity: string;
  field: string;
  before: string | null;
  after: string | null;
  assignment: string | null;
};

type Words = { regulation: Regulation; topicNo: ReadonlyMap<string, number>; names: ReadonlyMap<string, string> };

const fieldWords: Readonly<Record<string, string>> = {
  'mark value': 'отметка',
  'mark required': 'обязательная работа',
  'mark comment': 'комментарий к отметке',
  'attendance presence': 'посещение',
  'attendance reason': 'причина отсутствия',
  'attendance reason_note': 'пояснение к причине',
  'lesson topic': 'тема',
  'lesson planned_topic_id': 'тема плана',
  'lesson lesson_type': 'вид занятия',
  'lesson hours': 'часы',
  'lesson homework': 'домашнее задание',
  'lesson homework_due_on': 'срок домашнего задания',
  'lesson attendance_taken': 'посещение отмечено',
  'lesson teacher_id': 'ведёт занятие',
  'assignment title': 'название задания',
  'assignment task_type': 'вид работы',
  'assignment required': 'обязательная работа',
  'assignment due_on': 'срок работы',
  'homework text': 'индивидуальное задание',
  'grade value': 'итоговая отметка',
  'grade reason': 'обоснование итоговой',
  'grade published': 'итоговая в дневнике',
  'lessonFile homework': 'файл к заданию',
  'lessonFile material': 'файл к занятию',
};

/** «отметка, ПЗ № 1»; null for steps that are no value of a cell. */
export function fieldInWords({ entity, field, assignment }: HistoryStep): string | null {
  const words = fieldWords[`${entity} ${field}`];
  if (words === undefined) return null;
  return entity !== 'lesson' && entity !== 'attendance' && assignment ? `${words}, ${assignment}` : words;
}

/** A stored text as people read it; null stays null. */
export function valueInWords({ entity, field }: HistoryStep, value: string | null, words: Words): string | null {
  if (value === null || value === '') return null;
  const { codes } = words.regulation.attendance;
  const label = (list: readonly { id: string; label: string }[]) => list.find(({ id }) => id === value)?.label ?? value;
  switch (`${entity} ${field}`) {
    case 'mark value':
      return markSign(value as MarkValue);
    case 'grade value':
      return value === 'notAttested' ? words.regulation.notAttested.symbol : markSign(value as MarkValue);
    case 'grade published':
      return 'опубликована';
    case 'attendance presence':
      return codeOf({ presence: value === 'late' ? 'late' : 'absent', reason: null }, codes)?.symbol ?? value;
    case 'attendance reason':
      return label(codes);
    case 'lesson lesson_type':
      return label(words.regulation.lessonTypes);
    case 'assignment task_type':
      return label(words.regulation.taskTypes);
    case 'lesson planned_topic_id':
      return `№ ${words.topicNo.get(value) ?? value}`;
    case 'lesson homework_due_on':
    case 'assignment due_on':
      return fullDate(value);
    case 'lesson teacher_id':
      return value.replace(/^\d+/, (id) => words.names.get(id) ?? id);
    default:
      return value === 'true' ? 'да' : value === 'false' ? 'нет' : value;
  }
}

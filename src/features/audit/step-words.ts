import type { Regulation } from '@/domain/regulation/regulation';
import { fieldInWords, valueInWords } from '@/features/journal/history-words';
import { permissionAreas } from '@/features/rights/permission-words';
import { roleLabels } from '@/texts/labels';
import { objectWords } from './object-words';

type Step = { entity: string; field: string; before: string | null; after: string | null };

const fields: Readonly<Record<string, string>> = {
  blocked: 'закрыта',
  closedAt: 'закрыт',
  closingReason: 'причина закрытия',
  credentials: 'листок с доступом',
  deleted: 'удалено',
  withdrawn: 'снято',
  ended: 'завершён',
  cancelledAt: 'отменены',
  undone: 'отменено приказом',
  relation: 'кем приходится',
  reply: 'ответ',
  checkedOn: 'сверено',
  lastName: 'фамилия',
  firstName: 'имя',
  middleName: 'отчество',
  sex: 'пол',
  birthDate: 'дата рождения',
  phone: 'телефон',
  email: 'электронная почта',
  recordNumber: 'зачётная книжка',
  registeredAddress: 'адрес регистрации',
  livingAddress: 'адрес проживания',
  socialStatuses: 'социальный статус',
  startsAt: 'начало',
  endsAt: 'конец',
  note: 'пояснение',
  endsOn: 'последний день',
  ends_on: 'последний день',
  left_on: 'уволен',
  hired: 'принят',
  removed: 'удалено',
  name: 'название',
  title: 'название',
  url: 'адрес',
  startsOn: 'первый день',
  period: 'учится по нему',
  purpose: 'назначение',
  seats: 'мест',
  closedOn: 'закрыт с',
  duty: 'за что отвечает',
  orderNumber: 'номер приказа',
  orderedOn: 'дата приказа',
  qualification: 'квалификация',
  termMonths: 'срок, месяцев',
  departmentId: 'отделение',
  curriculumId: 'учебный план',
  classPeriods: 'пары',
  isDefault: 'обычные',
  shortened: 'для сокращённых дней',
  firstEmpty: 'первое незаполненное',
  hash: 'контрольная сумма',
  number: 'номер',
  code: 'код проверки',
  pages: 'листов',
  place1: 'носитель 1',
  place2: 'носитель 2',
  drilledAt: 'восстановлена на пробу',
  removedAt: 'удалена',
  restoredFrom: 'восстановлена из',
  madeAt: 'на момент',
  kind: 'вид',
  laid: 'место в расписании',
  place: 'место недели',
  lockedAt: 'закрыт',
  login: 'логин',
  openUntil: 'открыт до',
  openedAfter: 'открыт после',
  parentAccess: 'доступ родителей',
  password: 'пароль',
  published: 'опубликовано',
  reason: 'причина',
  state: 'состояние',
  text: 'текст',
  undoReason: 'причина отмены',
  yearOutcome: 'итог года',
};

const rights = new Map(permissionAreas.flatMap(([, functions]) => Object.entries(functions)));

/** «отметка», «учётная запись: логин», «закрывать периоды: методист». */
export function stepInWords({ entity, field, ...step }: Step): string {
  if (entity === 'regulation' && field !== 'created') return field;
  if (entity === 'rolePermission') return rightInWords(field);
  const ofJournal = fieldInWords({ entity, field, ...step, assignment: null });
  if (ofJournal !== null) return ofJournal;
  const what = objectWords[entity] ?? entity;
  return field === 'created' ? what : `${what}: ${fields[field] ?? field}`;
}

function rightInWords(field: string): string {
  const [role = '', permission = ''] = field.split(' ');
  const right = rights.get(permission) ?? permission;
  return `${right}: ${(roleLabels as Readonly<Record<string, string>>)[role] ?? role}`;
}

/** A stored value as people read it; a new record's values stand without the names of its columns. */
export function stepValue({ entity, field }: Step, value: string | null, regulation: Regulation): string {
  if (value === null) return '–';
  if (entity === 'rolePermission') return 'да';
  if (field === 'created' || field === 'removed') return recordValues(value);
  const words = { regulation, topicNo: new Map<string, number>(), names: new Map<string, string>() };
  return valueInWords({ entity, field, before: null, after: null, assignment: null }, value, words) ?? '–';
}

function recordValues(text: string): string {
  if (!text.startsWith('{')) return text;
  const values = Object.values(JSON.parse(text) as Record<string, unknown>);
  return values.map((value) => (value === true ? 'да' : value === false ? 'нет' : String(value))).join(', ');
}

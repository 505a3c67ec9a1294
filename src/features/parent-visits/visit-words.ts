import type { VisitState } from './load-visits';

export const visitStateWords: Readonly<Record<VisitState, string>> = {
  visits: 'заходит',
  silent: 'давно не заходил',
  never: 'не заходил ни разу',
  noAccount: 'нет доступа: логин не выдан',
  blocked: 'доступ заблокирован',
  closed: 'студент взрослый, дневник закрыт',
  noParent: 'родители не внесены',
};

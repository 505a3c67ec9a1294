import { type ActorName, always, each, everybody, page, row, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const [seen, hidden] = [always('ok'), always('hidden')];
const ownOnly = row('ok', 'hidden', 'hidden');
const everyRecord = row('ok', 'ok', 'hidden');

const curators = ['curator', 'teacherCurator'] as const;
const office = ['studyOffice', 'secretary'] as const;
const heads = ['deputyDirector', 'director'] as const;
const families = ['student', 'parent', 'deniedParent', 'ownParentTeacher'] as const;
const others = ['teacher', 'expiredSubstitute', 'timetableDispatcher', 'observer'] as const;

/** Lists of students: whoever has some list or card to read, be it none today. */
const lists = page({
  ...each([...curators, ...office, ...heads, 'departmentHead', 'methodist', 'formerCurator'], seen),
  ...each([...families, ...others, 'admin'], hidden),
});
const cards = { ...lists, methodist: hidden };
const register = page({
  ...each([...office, ...heads], seen),
  ...each([...curators, ...families, ...others, 'departmentHead', 'methodist', 'formerCurator', 'admin'], hidden),
});
const list: Case['expect'] = page({
  ...each([...curators, 'departmentHead'], ownOnly),
  ...each([...office, ...heads, 'methodist'], everyRecord),
  ...each([...families, ...others, 'formerCurator', 'admin'], hidden),
});

/** These get as far as their empty input, for everybody else nothing is there. */
const enteredBy = (...names: readonly ActorName[]): Case => ({
  targeted: false,
  example: () => ({ args: [{}] }),
  expect: {
    ...everybody(hidden),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    ...each(names, always('invalid')),
  },
});
const keepers = [...office, 'admin', ...curators, 'formerCurator'] as const;
const untargeted = (expect: Case['expect']): Case => ({ targeted: false, example: () => ({}), expect });
const nobody = [...families, ...others, ...heads, 'departmentHead', 'methodist', 'mustChange'] as const;

/** Orders, lists of groups, personal cards, what parents and curators ask to mend. */
export const contingentEntries: Entries = {
  'page /study/groups': untargeted(lists),
  'page /study/groups/[groupId]': {
    targeted: true,
    example: ({ groupId }) => ({ params: { groupId } }),
    expect: list,
  },
  'page /study/orders': untargeted(register),
  'page /study/orders/new': untargeted({ ...register, ...each(heads, hidden) }),
  'page /study/orders/[orderId]': {
    targeted: true,
    example: ({ orderId }) => ({ params: { orderId } }),
    expect: { ...register, ...each([...office, ...heads], everyRecord) },
  },
  'page /study/people': untargeted(cards),
  'page /study/people/[studentId]': {
    targeted: true,
    example: ({ studentId }) => ({ params: { studentId } }),
    expect: { ...list, methodist: hidden },
  },
  'page /study/requests': untargeted(
    page({
      ...each(keepers, seen),
      ...each([...families, ...others, ...heads, 'departmentHead', 'methodist'], hidden),
    }),
  ),
  'page /diary/[studentId]/data': {
    targeted: true,
    example: ({ studentId }) => ({ params: { studentId } }),
    expect: page({
      ...each(['parent', 'ownParentTeacher'], ownOnly),
      ...each([...keepers, ...others, ...heads, 'departmentHead', 'methodist', 'student', 'deniedParent'], hidden),
    }),
  },
  'action enterOrderAction': enteredBy(...office),
  'action previewOrderAction': enteredBy(...office),
  'action undoOrderAction': enteredBy(...office),
  'action previewUndoingAction': enteredBy(...office),
  'action settleMismatchAction': enteredBy(...office, 'admin'),
  'action saveCardAction': enteredBy(...keepers),
  'action saveGuardianAction': enteredBy(...keepers),
  'action endGuardianshipAction': enteredBy(...keepers),
  'action decideRequestAction': enteredBy(...keepers),
  'action checkCardAction': {
    targeted: true,
    example: ({ studentId }) => ({ args: [{ studentId, version: 1 }] }),
    expect: write({
      ...each(curators, { ...ownOnly, malformed: 'invalid' }),
      ...each(office, { ...everyRecord, malformed: 'invalid' }),
      ...each(['admin', 'formerCurator'], { ...hidden, malformed: 'invalid' }),
      ...each(nobody, hidden),
    }),
  },
  'action reportMismatchAction': {
    targeted: true,
    example: ({ groupId }) => ({ args: [{ groupId, kind: 'notListed', studentId: null, text: 'Ходит новенький' }] }),
    expect: write({
      ...each(curators, { ...ownOnly, malformed: 'invalid' }),
      formerCurator: { ...hidden, malformed: 'invalid' },
      ...each([...nobody, ...office, 'admin'], hidden),
    }),
  },
  'action requestChangeAction': {
    targeted: true,
    example: ({ studentId }) => ({ args: [{ studentId, about: 'student', changes: {}, text: 'Новый телефон' }] }),
    expect: write({
      ...each(nobody, hidden),
      ...each(keepers, hidden),
      ...each(['parent', 'ownParentTeacher'], { ...ownOnly, malformed: 'invalid' }),
      deniedParent: { ...hidden, malformed: 'invalid' },
    }),
  },
  'action withdrawRequestAction': {
    targeted: false,
    example: () => ({ args: [{ requestId: 999_999 }] }),
    expect: write({ ...each(nobody, hidden), ...each(keepers, hidden) }),
  },
};

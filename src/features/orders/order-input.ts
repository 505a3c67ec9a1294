import { z } from 'zod';
import type { RollOrder } from '@/domain/contingent/roll';
import type { LocalDate } from '@/domain/types';
import { orderFields } from '@/features/groups/orders';
import { dateField, idField, nameField } from '@/features/institution/inputs';

/** A person whom an order of enrolment brings to the college. */
const newcomer = z.strictObject({
  lastName: nameField(80),
  firstName: nameField(80),
  middleName: nameField(80).nullable(),
  sex: z.enum(['male', 'female']),
  birthDate: dateField,
});

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enrollment'), groupId: idField, newcomers: z.array(newcomer).max(60) }),
  z.strictObject({ kind: z.literal('reinstatement'), groupId: idField }),
  z.strictObject({ kind: z.literal('transfer'), groupId: idField }),
  z.strictObject({ kind: z.literal('promotion'), groupId: idField }),
  z.strictObject({ kind: z.literal('academicLeave'), endsOn: dateField.nullable() }),
  z.strictObject({ kind: z.literal('returnFromLeave'), groupId: idField.nullable() }),
  z.strictObject({
    kind: z.literal('studyForm'),
    form: z.enum(['homeStudy', 'familyForm', 'usual']),
    endsOn: dateField.nullable(),
  }),
  z.strictObject({ kind: z.literal('expulsion') }),
  z.strictObject({ kind: z.literal('graduation') }),
]);

/** One order with all the students whom it names. */
export const orderInput = z.strictObject({
  ...orderFields,
  effectiveOn: dateField,
  act,
  studentIds: z.array(idField).max(200),
});

export type OrderToEnter = z.output<typeof orderInput>;
export type OrderAct = OrderToEnter['act'];

/** What the order says of each of its students. */
export function rollOrderOf({ act: given, effectiveOn, date: orderedOn }: OrderToEnter): RollOrder {
  const base = { effectiveOn, orderedOn };
  if (given.kind === 'enrollment') return { ...base, kind: given.kind, groupId: given.groupId };
  if (given.kind === 'studyForm') {
    const { kind, form, endsOn } = given;
    return form === 'usual' ? { ...base, kind, form } : { ...base, kind, form, endsOn };
  }
  return { ...base, ...given };
}

/** Dates that are slips of the pen: an order of tomorrow, or one that acts years away. Names of the fields with what is wrong. */
export function wrongDates(
  { date, effectiveOn, act: given }: OrderToEnter,
  today: LocalDate,
): { fields: string[]; detail: string } | null {
  if (date > today) return { fields: ['дата приказа'], detail: 'Приказ датирован будущим числом' };
  const year = (day: LocalDate) => Number(day.slice(0, 4));
  const far = Math.abs(year(effectiveOn) - year(date)) > 1;
  if (far) return { fields: ['действует с'], detail: 'Приказ действует не дальше года от своей даты' };
  const endsOn = 'endsOn' in given ? given.endsOn : null;
  if (endsOn !== null && endsOn < effectiveOn) {
    return { fields: ['по какой день'], detail: 'Последний день раньше первого' };
  }
  return null;
}

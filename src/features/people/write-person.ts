import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

type Value = string | null;

export type PersonChanges = {
  lastName?: string | undefined;
  firstName?: string | undefined;
  middleName?: Value | undefined;
  sex?: 'male' | 'female' | undefined;
  birthDate?: Value | undefined;
  phone?: Value | undefined;
  email?: Value | undefined;
};
export type StudentChanges = {
  recordNumber?: Value | undefined;
  registeredAddress?: Value | undefined;
  livingAddress?: Value | undefined;
  socialStatuses?: string[] | undefined;
};

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

type Before = { person: Record<string, Value>; student: Record<string, Value>; version: number };

/** Holds the card until the commit. @throws Refusal NOT_FOUND */
async function lockPerson(tx: Db, id: number): Promise<Before> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${id} FOR UPDATE`;
  const found = await tx.person.findUnique({
    where: { id },
    select: {
      ...{ lastName: true, firstName: true, middleName: true, sex: true, birthDate: true, phone: true, email: true },
      version: true,
      student: {
        select: { recordNumber: true, registeredAddress: true, livingAddress: true, socialStatuses: true },
      },
    },
  });
  if (!found) throw new Refusal('NOT_FOUND');
  const { lastName, firstName, middleName, sex, birthDate, phone, email, version, student } = found;
  return {
    version,
    person: { lastName, firstName, middleName, sex, birthDate: day(birthDate), phone, email },
    student: student
      ? {
          ...{ recordNumber: student.recordNumber, registeredAddress: student.registeredAddress },
          ...{ livingAddress: student.livingAddress, socialStatuses: student.socialStatuses.join(' ') },
        }
      : {},
  };
}

export type PersonWrite = {
  id: number;
  /** The version that was looked at; null: whatever stands there now. */
  version: number | null;
  person: PersonChanges;
  student?: StudentChanges;
};

/**
 * Changes a card and leaves what was different to the history, enciphered (T-074). Its version moves on only when something
 * has changed. @throws Refusal NOT_FOUND, CONFLICT when somebody else has saved it meanwhile
 */
export async function writePerson(tx: Db, { id, version, person, student = {} }: PersonWrite): Promise<AuditStep[]> {
  const before = await lockPerson(tx, id);
  if (version !== null && before.version !== version) {
    throw new Refusal('CONFLICT', { detail: 'Карточку тем временем изменили: обновите страницу и внесите своё снова' });
  }
  const { socialStatuses, ...plain } = student;
  const given = { ...person, ...plain, ...(socialStatuses ? { socialStatuses: socialStatuses.join(' ') } : {}) };
  const stood: Record<string, Value> = { ...before.person, ...before.student };
  const steps = Object.entries(given).flatMap(([field, after]): AuditStep[] =>
    after === undefined || after === stood[field]
      ? []
      : [{ entity: 'person', field, recordId: id, personal: id, before: stood[field] ?? null, after }],
  );
  if (steps.length === 0) return [];
  const { birthDate, ...rest } = person;
  await tx.person.update({
    where: { id },
    data: {
      ...defined(rest),
      ...(birthDate === undefined ? {} : { birthDate: birthDate === null ? null : new Date(birthDate) }),
      version: { increment: 1 },
    },
    select: { id: true },
  });
  if (Object.keys(defined(student)).length > 0) {
    await tx.student.update({ where: { id }, data: defined(student), select: { id: true } });
  }
  return steps;
}

function defined<Given extends object>(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given;
}

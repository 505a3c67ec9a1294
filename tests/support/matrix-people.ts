import type { World } from './world';

const staff = {
  zulfiya: ['Ахметова', 'Зульфия'],
  rinat: ['Валеев', 'Ринат'],
  yulia: ['Голубева', 'Юлия'],
  marat: ['Закиров', 'Марат'],
  lena: ['Ершова', 'Елена'],
  azat: ['Нуриев', 'Азат'],
} as const;
const students = { damir: ['Юсупов', 'Дамир'], emil: ['Шакиров', 'Эмиль'] } as const;

export type ExtraPerson = keyof typeof staff | keyof typeof students;

/**
 * Zulfiya curates a group of her own. Rinat teaches and is blocked, Yulia has to change her password, Marat's substitution
 * is over, Lena was a curator, Azat teaches his own son Timur. Damir and Emil study with Zulfiya.
 */
export async function addPeople({ owner, people }: World): Promise<Record<ExtraPerson, number>> {
  const ids: Partial<Record<ExtraPerson, number>> = {};
  const since = new Date('2020-08-01');
  const add = async (key: ExtraPerson, [lastName, firstName]: readonly [string, string]) => {
    const account = {
      login: key,
      passwordHash: '$argon2id$none',
      mustChange: key === 'yulia',
      blockedAt: key === 'rinat' ? new Date('2026-10-01') : null,
      createdAt: since,
      passwordChangedAt: since,
    };
    const { id } = await owner.person.create({
      data: {
        ...{ lastName, firstName, sex: 'female', account: { create: account } },
        ...{ phone: `CNRY-${key}-phone`, email: `CNRY-${key}-email@example.org` },
      },
    });
    ids[key] = id;
    return id;
  };
  for (const key of Object.keys(staff) as (keyof typeof staff)[]) {
    const id = await add(key, staff[key]);
    const role = key === 'lena' ? 'curator' : 'teacher';
    const positions =
      key === 'zulfiya' ? {} : { positions: { create: { role, title: role, startsOn: since } as const } };
    await owner.staffMember.create({ data: { id, hiredOn: since, ...positions } });
  }
  for (const key of Object.keys(students) as (keyof typeof students)[]) {
    const id = await add(key, students[key]);
    await owner.student.create({ data: { id } });
  }
  // Parents of another surname than their children's: a name on a page then tells whose it is.
  await owner.person.update({ where: { id: people.renata }, data: { lastName: 'Тагирова' } });
  await owner.person.update({ where: { id: people.viktor }, data: { lastName: 'Соколов' } });
  const all = ids as Record<ExtraPerson, number>;
  await owner.guardianship.create({
    data: { guardianId: all.azat, studentId: people.timur, relation: 'отец', startsOn: new Date('2025-09-01') },
  });
  return all;
}

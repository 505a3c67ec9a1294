import type { Role } from '@/access/permissions';
import type { PrismaClient } from '@/server/prisma/client';

const staffRoles = {
  gulnara: ['Хабибуллина', 'Гульнара', 'Рафаэлевна', 'teacher'],
  rustem: ['Мухаметшин', 'Рустем', 'Ильдарович', 'teacher'],
  liliya: ['Ганеева', 'Лилия', 'Робертовна', 'teacher'],
  nadezhda: ['Полякова', 'Надежда', 'Викторовна', 'deputyDirector'],
  sergey: ['Орлов', 'Сергей', 'Николаевич', 'director'],
  tatyana: ['Белова', 'Татьяна', 'Юрьевна', 'departmentHead'],
  venera: ['Сафина', 'Венера', 'Маратовна', 'studyOffice'],
  olga: ['Кудрина', 'Ольга', 'Петровна', 'secretary'],
  anton: ['Лебедев', 'Антон', 'Игоревич', 'timetableDispatcher'],
  irina: ['Зотова', 'Ирина', 'Олеговна', 'methodist'],
  denis: ['Громов', 'Денис', 'Андреевич', 'admin'],
  observer: ['Фролов', 'Павел', 'Ильич', 'observer'],
} as const satisfies Record<string, readonly [string, string, string, Role]>;

/** alina … artem study in ИСП-25-1, arslan and mira in ПКД-26-1; igor moved from the second group to the first on 01.10. */
const studentNames = {
  alina: ['Давлетшина', 'Алина', 'Рустамовна', '2009-05-02'],
  timur: ['Абдуллин', 'Тимур', 'Маратович', '2009-03-11'],
  artem: ['Иванов', 'Артём', 'Викторович', '2008-02-20'],
  pavel: ['Горшков', 'Павел', 'Олегович', '2009-07-07'],
  kirill: ['Петров', 'Кирилл', 'Андреевич', '2009-09-09'],
  igor: ['Сафин', 'Игорь', 'Эдуардович', '2009-01-15'],
  arslan: ['Давлетшин', 'Арслан', 'Рустамович', '2010-08-30'],
  mira: ['Чернова', 'Мира', 'Константиновна', '2010-04-04'],
} as const;

type StaffName = keyof typeof staffRoles;
type StudentName = keyof typeof studentNames;
export type People = Record<StaffName | StudentName | 'renata' | 'viktor', number>;

/** A hash that no password has; tests of sign-in set their own. */
const noPassword = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export async function buildPeople(owner: PrismaClient): Promise<People> {
  const ids: Partial<People> = {};
  const add = async (key: keyof People, [lastName, firstName, middleName]: readonly string[], birthDate?: string) => {
    const created = await owner.person.create({
      data: {
        lastName: lastName ?? '',
        firstName: firstName ?? '',
        middleName: middleName ?? null,
        sex: lastName?.endsWith('а') ? 'female' : 'male',
        birthDate: birthDate ? new Date(birthDate) : null,
        phone: `CNRY-${key}-phone`,
        email: `CNRY-${key}-email@example.org`,
        account: {
          create: {
            login: key,
            passwordHash: noPassword,
            createdAt: new Date('2025-08-01'),
            passwordChangedAt: new Date('2025-08-01'),
          },
        },
      },
    });
    ids[key] = created.id;
    return created.id;
  };
  const since = new Date('2020-08-01');
  for (const [key, [lastName, firstName, middleName, role]] of Object.entries(staffRoles)) {
    const id = await add(key as StaffName, [lastName, firstName, middleName]);
    await owner.staffMember.create({
      data: { id, hiredOn: since, positions: { create: { role, title: role, startsOn: since } } },
    });
  }
  for (const [key, [lastName, firstName, middleName, born]] of Object.entries(studentNames)) {
    const id = await add(key as StudentName, [lastName, firstName, middleName], born);
    await owner.student.create({ data: { id } });
  }
  const renata = await add('renata', ['Давлетшина', 'Рената', 'Фаридовна']);
  const viktor = await add('viktor', ['Иванов', 'Виктор', 'Степанович']);
  const people = ids as People;
  const startsOn = new Date('2025-09-01');
  await owner.guardianship.createMany({
    data: [
      { guardianId: renata, studentId: people.alina, relation: 'мать', startsOn },
      { guardianId: renata, studentId: people.arslan, relation: 'мать', startsOn },
      { guardianId: viktor, studentId: people.artem, relation: 'отец', startsOn },
    ],
  });
  return people;
}

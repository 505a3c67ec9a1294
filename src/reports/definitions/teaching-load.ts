import { z } from 'zod';
import { loadTeachers } from '@/features/teaching-load/load-teachers';
import { db } from '@/server/db';
import { defineReport } from '../define';
import { buildLoad } from '../plans/build-load';

const params = z.strictObject({
  year: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
});

/** Тарификация of a year (S0 П1.А2, S2 4.2.2.2; R-025). */
export const teachingLoad = defineReport({
  id: 'teaching-load',
  title: 'Тарификация',
  purpose: 'Нагрузка преподавателей за год: журналы, часы по полугодиям, ставки и приказы',
  permission: 'study.view',
  college: true,
  params,
  fields: async (_, { year = '' }) => {
    const years = await db().academicYear.findMany({ orderBy: { startsOn: 'desc' }, select: { id: true, name: true } });
    const options = years.map(({ id, name }) => ({ value: String(id), label: name }));
    return [{ name: 'year', label: 'Учебный год', options, value: year || (options[0]?.value ?? '') }];
  },
  load: async (actor, { year }) => {
    const load = await loadTeachers(actor, year);
    const institution = await db().institution.findFirst({ select: { name: true } });
    return load && { load, institution: institution?.name ?? '' };
  },
  build: buildLoad,
});

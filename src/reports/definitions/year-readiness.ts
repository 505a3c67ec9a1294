import { z } from 'zod';
import { loadReadiness } from '@/features/readiness/load-readiness';
import { db } from '@/server/db';
import { defineReport } from '../define';
import { buildReadiness } from '../readiness/build-readiness';

const params = z.strictObject({
  year: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
});

/** The check list of a year, due on 5 September (S3 4.1, 4.2; R-023). */
export const yearReadiness = defineReport({
  id: 'year-readiness',
  title: 'Готовность к учебному году',
  purpose: 'Что подготовлено к 5 сентября, чего не хватает и кто за это отвечает',
  permission: 'study.view',
  college: true,
  params,
  fields: async (_, { year = '' }) => {
    const years = await db().academicYear.findMany({ orderBy: { startsOn: 'desc' }, select: { id: true, name: true } });
    const options = years.map(({ id, name }) => ({ value: String(id), label: name }));
    return [{ name: 'year', label: 'Учебный год', options, value: year || (options[0]?.value ?? '') }];
  },
  load: async (actor, { year }) => {
    const view = await loadReadiness(actor, year);
    const institution = await db().institution.findFirst({ select: { name: true } });
    return view && { view, institution: institution?.name ?? '' };
  },
  build: buildReadiness,
});

import type { Regulation } from '@/domain/regulation/regulation';

/** «5 4 3 2 – отметки; н – отсутствует, причина не указана; …»: what stands in the cells, in the profile's words. */
export function legendOf(regulation: Regulation): string {
  const codes = regulation.attendance.codes.map(({ printed, label }) => `${printed} — ${label}`);
  return [
    '5 4 3 2 — отметки',
    ...codes,
    '• — обязательная работа не выполнена',
    'з — замена',
    'чёрный уголок — внесено позже срока',
  ].join('; ');
}

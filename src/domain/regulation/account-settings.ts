import { z } from 'zod';

const issuer = z.enum(['admin', 'curator', 'studyOffice', 'deputyDirector']);
const issuers = z.array(issuer).min(1, 'Кто-то должен выдавать пароли.');

/** Who hands out logins and one-time passwords (C-11, R-005, R-006); a curator only those of the own group. */
export const credentialsSchema = z
  .strictObject({ staff: issuers, families: issuers })
  .default({ staff: ['admin'], families: ['admin', 'curator'] });

/** After how long without work a sign-in ends (T-007); a foreign computer always after 15 minutes. */
export const sessionsSchema = z
  .strictObject({
    staffIdleMinutes: z.int().min(5, 'Не меньше 5 минут.').max(60, 'Не больше 60 минут.'),
    familyIdleDays: z.int().min(1, 'Не меньше дня.').max(7, 'Не больше 7 дней.'),
  })
  .default({ staffIdleMinutes: 60, familyIdleDays: 7 });

import { z } from 'zod';
import { longestPassword } from '@/domain/accounts/password-policy';

/** What the form sends. `shared` is a check box: «чужой компьютер». */
export const credentialsSchema = z.object({
  login: z
    .string()
    .max(200)
    .transform((login) => login.normalize('NFC').trim().toLowerCase())
    .pipe(z.string().regex(/^[^\p{C}]+$/u)),
  password: z
    .string()
    .min(1)
    .refine((password) => [...password].length <= 2 * longestPassword),
  shared: z
    .enum(['on', 'true'])
    .optional()
    .transform((value) => value !== undefined),
});

export type Credentials = z.output<typeof credentialsSchema>;

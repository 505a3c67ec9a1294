import type { Readable } from 'node:stream';
import { onPaper } from '@/domain/accounts/one-time-password';
import { localDateOf } from '@/domain/deadlines/zone';
import { fullName } from '@/domain/people/name';
import type { Holder } from '@/features/accounts/holders';
import type { IssuedSlips } from '@/features/accounts/issue-credentials';
import { renderSlips } from '@/pdf/slips';
import { env } from '@/server/env';
import { fullDate, fullDateTime } from '@/texts/format';

type Issuer = { name: string; institution: string; timeZone: string };

/** `credential-slips`: the slips of one issue as a PDF, which is the only place where the passwords stand (R-004…R-006, T-012). */
export function slipsPdf(issued: IssuedSlips, { name, institution, timeZone }: Issuer, signal?: AbortSignal): Readable {
  const { batch, issuedAt, validUntil, slips } = issued;
  const groups = [...new Set(slips.flatMap(({ holder }) => holder.groups))];
  const of = groups.length === 1 ? ` · ${groups[0]}` : '';
  const sheet = {
    title: 'Листки с доступом',
    author: institution,
    headLeft: `Листки с доступом${of} · ведомость выдачи № ${batch}`,
    headRight: `напечатано ${fullDateTime(issuedAt, timeZone)}, ${name}`,
    organisation: institution,
    address: new URL(env().publicUrl).host,
    signInUrl: `${env().publicUrl}/login`,
    terms: [
      `Пароль временный, до ${fullDate(localDateOf(validUntil, timeZone))}; при первом входе придумайте свой.`,
      'Не показывайте листок другим.',
    ],
    createdAt: issuedAt,
    slips: slips.map(({ holder, login, password }) => ({
      name: fullName(holder),
      note: noteOf(holder),
      login,
      password: onPaper(password),
    })),
  };
  return renderSlips(sheet, signal);
}

/** «студент группы ИСП-25-1», «родитель: Абдуллин Тимур», «преподаватель». */
function noteOf({ staff, title, student, groups, children }: Holder): string {
  if (staff) return title ?? 'сотрудник';
  if (student) return groups.length > 0 ? `студент группы ${groups.join(', ')}` : 'студент';
  return children.length > 0 ? `родитель: ${children.join(', ')}` : '';
}

import { type PasswordHolder, passwordProblem } from '@/domain/accounts/password-policy';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { passwordProblemWords } from '@/texts/password-words';

export type PasswordOwner = {
  login: string;
  person: { lastName: string; firstName: string; middleName: string | null; staff: { id: number } | null };
};

/** The policy of passwords, over everybody at once (T-002). @throws Refusal WEAK_PASSWORD with the reason */
export async function assertGoodPasswords(
  reader: Db,
  wanted: readonly { owner: PasswordOwner; password: string }[],
): Promise<void> {
  const institution = await reader.institution.findFirst({ select: { name: true, shortName: true } });
  for (const { owner, password } of wanted) {
    const { lastName, firstName, middleName, staff } = owner.person;
    const holder: PasswordHolder = staff ? 'staff' : 'reader';
    const problem = passwordProblem(password, holder, {
      login: owner.login,
      names: [lastName, firstName, middleName ?? ''],
      institution: [institution?.name ?? '', institution?.shortName ?? ''],
    });
    if (problem) throw new Refusal('WEAK_PASSWORD', { detail: passwordProblemWords(problem, holder) });
  }
}

import type { PasswordHolder, PasswordProblem } from '@/domain/accounts/password-policy';

/** What is wrong with a chosen password, as a phrase. */
export function passwordProblemWords(problem: PasswordProblem, holder: PasswordHolder): string {
  switch (problem) {
    case 'tooShort':
      return `нужно не меньше ${holder === 'staff' ? 15 : 10} знаков`;
    case 'tooLong':
      return 'не больше 128 знаков';
    case 'common':
      return 'этот пароль есть в списке самых частых';
    case 'guessable':
      return 'в нём только имя, логин, название колледжа, год или соседние клавиши';
  }
}

/** What is asked of a password, before it is chosen. */
export function passwordRules(holder: PasswordHolder): string {
  const least = holder === 'staff' ? 15 : 10;
  return `Не короче ${least} знаков; подойдёт фраза из нескольких слов, пробелы разрешены. Нельзя: имя, логин, название колледжа, «журнал», год.`;
}

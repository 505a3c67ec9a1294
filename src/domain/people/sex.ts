/** What a patronymic tells of its bearer; null when it tells nothing (or there is none). */
export function sexOfPatronymic(patronymic: string): 'male' | 'female' | null {
  const word = patronymic.trim().toLowerCase();
  if (/(вна|чна|шна|кызы|гызы)$/.test(word)) return 'female';
  if (/(ич|ыч|оглы|улы|уулу)$/.test(word)) return 'male';
  return null;
}

import { type Parsed, tidy } from './parsed';

/** «112-233-445 95» from eleven digits however they are divided; a number of Excel has lost its first zeros. */
export function parseSnils(text: string): Parsed<string> {
  const bare = tidy(text);
  const digits = bare.replaceAll(/[\s–-]/g, '');
  if (!/^\d{8,11}$/.test(digits)) return { wrong: `«${bare}» не СНИЛС: в нём одиннадцать цифр` };
  const whole = digits.padStart(11, '0');
  if (!isRight(whole)) return { wrong: `В СНИЛС «${bare}» ошибка: контрольное число не сходится` };
  return { value: `${whole.slice(0, 3)}-${whole.slice(3, 6)}-${whole.slice(6, 9)} ${whole.slice(9)}` };
}

/** Numbers up to 001-001-998 have no check. */
function isRight(digits: string): boolean {
  if (Number(digits.slice(0, 9)) <= 1_001_998) return true;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (9 - place), 0);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

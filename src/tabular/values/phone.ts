import { type Parsed, tidy } from './parsed';

const rounded = /^\d+([.,]\d+)?E\+?\d+$/i;

/** «+79171234567» from «8 (917) 123-45-67», «9171234567», a number of Excel, or a foreign one with its plus. */
export function parsePhone(text: string): Parsed<string> {
  const bare = tidy(text);
  if (rounded.test(bare))
    return {
      wrong: `Excel показал номер как «${bare}» и потерял его цифры; сделайте столбец текстовым и введите номер снова`,
    };
  const digits = bare.replaceAll(/[^\d+]/g, '');
  if (!/^[\d+()\s.–-]+$/.test(bare.replace(/(тел|моб)\.?:?/gi, ''))) return { wrong: `«${bare}» не номер телефона` };
  if (/^(8|7|\+7)\d{10}$/.test(digits)) return { value: `+7${digits.slice(-10)}` };
  if (/^[3489]\d{9}$/.test(digits)) return { value: `+7${digits}` };
  if (/^\+[1-9]\d{7,14}$/.test(digits) && !digits.startsWith('+7')) return { value: digits };
  return { wrong: `В номере «${bare}» ${digits.replace('+', '').length} цифр; нужно десять после +7` };
}

/** As people write it: «8 (917) 123-45-67»; begins with no sign that a spreadsheet takes for a formula. */
export function phoneText(phone: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  return parts ? `8 (${parts[1]}) ${parts[2]}-${parts[3]}-${parts[4]}` : phone;
}

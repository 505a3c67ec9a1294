import { parseDay } from '@/tabular/values/day';
import { type Parsed, tidy } from '@/tabular/values/parsed';
import { parsePhone } from '@/tabular/values/phone';
import { parseSnils } from '@/tabular/values/snils';
import type { Column } from '../kind';

const namePart = /^\p{Lu}[\p{L}'’. -]*$/u;

/** Surname, name or patronymic; written in capitals alone it is put right. @returns e.g. «Салтыкова-Щедрина» */
function parseNamePart(text: string): Parsed<string> {
  const bare = tidy(text).replaceAll(/\s*-\s*/g, '-');
  const value = bare === bare.toUpperCase() && bare.length > 2 ? bare.replaceAll(/\p{L}+/gu, capital) : bare;
  if (/[A-Za-z]/.test(value) && /[А-Яа-яЁё]/.test(value))
    return { wrong: `В «${bare}» русские буквы смешаны с латинскими` };
  if (value.length > 80 || !namePart.test(value)) return { wrong: `«${bare}» не похоже на имя человека` };
  return { value };
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();

type Sex = 'male' | 'female';
export type FullName = { lastName: string; firstName: string; middleName: string | null };

function parseSex(text: string): Parsed<Sex> {
  const bare = tidy(text).toLowerCase().replace('.', '');
  if (/^(м|муж|мужской|m|male)$/.test(bare)) return { value: 'male' };
  if (/^(ж|жен|женский|f|female)$/.test(bare)) return { value: 'female' };
  return { wrong: `«${bare}» не понято: напишите «м» или «ж»` };
}

function parseEmail(text: string): Parsed<string> {
  const value = tidy(text).toLowerCase();
  return /^[^\s@;,]{1,64}@[^\s@;,]+\.[^\s@;,.]{2,}$/.test(value) && value.length <= 200
    ? { value }
    : { wrong: `«${value}» не адрес электронной почты` };
}

/** «Иванова Мария Петровна»; a patronymic may have two words («Али оглы»). */
export function parseFullName(text: string): Parsed<FullName> {
  const [last = '', first = '', ...middle] = tidy(text).split(' ');
  const parts = [last, first, middle.join(' ')].map((part) => (part === '' ? null : parseNamePart(part)));
  if (!parts[0] || !parts[1])
    return { wrong: `В «${tidy(text)}» нет имени: напишите фамилию, имя и отчество через пробел` };
  const wrong = parts.find((part) => part && 'wrong' in part);
  if (wrong && 'wrong' in wrong) return wrong;
  const [lastName, firstName, middleName] = parts.map((part) => (part && 'value' in part ? part.value : null));
  return { value: { lastName: lastName ?? '', firstName: firstName ?? '', middleName: middleName ?? null } };
}

/** By the end of the patronymic; null when it does not tell. */
export function sexOf({ middleName }: FullName): Sex | null {
  if (middleName === null) return null;
  if (/(вич|ич|оглы|улы)$/i.test(middleName)) return 'male';
  return /(вна|чна|ична|кызы|қызы)$/i.test(middleName) ? 'female' : null;
}

/** Columns of any person. */
export const personColumns = {
  lastName: { title: 'Фамилия', needed: true, example: 'Иванова', width: 18, parse: parseNamePart } as Column<string>,
  firstName: { title: 'Имя', needed: true, example: 'Мария', width: 14, parse: parseNamePart } as Column<string>,
  middleName: { title: 'Отчество', example: 'Петровна', width: 18, parse: parseNamePart } as Column<string>,
  sex: { title: 'Пол', example: 'ж', width: 6, parse: parseSex } as Column<Sex>,
  snils: { title: 'СНИЛС', example: '112-233-445 95', width: 16, parse: parseSnils } as Column<string>,
  phone: {
    title: 'Телефон',
    aliases: ['Мобильный телефон', 'Тел.', 'Контактный телефон'],
    example: '8 (917) 123-45-67',
    width: 19,
    parse: parsePhone,
  } as Column<string>,
  email: {
    title: 'Эл. почта',
    aliases: ['E-mail', 'Email', 'Почта', 'Электронная почта'],
    example: 'ivanova@example.ru',
    width: 22,
    parse: parseEmail,
  } as Column<string>,
};

export const birthColumn = (): Column<string> => ({
  title: 'Дата рождения',
  aliases: ['Д.р.', 'Родился'],
  example: '14.05.2010',
  width: 14,
  parse: parseDay,
});

export const emailColumn = (title: string): Column<string> => ({
  ...personColumns.email,
  title,
  aliases: [],
  example: '',
});

export const phoneColumn = (title: string): Column<string> => ({ ...personColumns.phone, title, aliases: [] });

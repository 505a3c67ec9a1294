import type { Readable } from 'node:stream';
import { renderDocument } from '@/pdf/document';
import type { Sheet } from '@/pdf/sheet';
import { wrapText } from '@/pdf/wrap';
import { fullDate } from '@/texts/format';

type Recovery = {
  passphrase: string;
  folders: readonly (string | undefined)[];
  /** Local date of printing. */
  date: string;
  createdAt: Date;
};

const [left, width, bottom, size, lead] = [25, 165, 275, 11, 5.4];

/**
 * The recovery sheet: the phrase without which no copy opens, where the copies lie and what to do, on one page for the safe. The only
 * place where the phrase is printed (T-114).
 */
export function recoverySheet({ passphrase, folders, date, createdAt }: Recovery): Readable {
  const title = 'Памятка о восстановлении';
  const draw = (page: Sheet) => {
    page.text(left, 28, title, 'bold', 18);
    page.text(
      left,
      35,
      `Ведомость · напечатано ${fullDate(date)} · хранить в сейфе, отдельно от сервера и от копий`,
      'regular',
      10,
    );
    page.box(left, 42, width, 22, 0.5);
    page.text(
      left + 4,
      49,
      'Ключевая фраза копий (BACKUP_PASSPHRASE), точно так, с дефисами и пробелами:',
      'regular',
      10,
    );
    page.text(left + 4, 58, passphrase, 'bold', passphrase.length > 50 ? 11 : 15);
    let y = 74;
    for (const { heading, lines } of chapters(folders)) {
      page.text(left, y, heading, 'bold', 12);
      y += lead + 1;
      for (const text of lines) {
        for (const line of wrapText(text, 'regular', size, width * (72 / 25.4))) {
          page.text(left, y, line, 'regular', size);
          y += lead;
        }
        y += 1;
      }
      y += 3;
    }
    page.text(
      left,
      bottom,
      'Принял на хранение: ____________________   Подпись: ____________   Дата: ____________',
      'regular',
      10,
    );
  };
  const words = { title, author: 'Ведомость', subject: title };
  return renderDocument([{ draw }], { ...words, createdAt });
}

function chapters(folders: readonly (string | undefined)[]): { heading: string; lines: string[] }[] {
  const [first, second] = folders.map((folder) => folder ?? 'не задан');
  return [
    {
      heading: 'Что и где хранится',
      lines: [
        '1. Эта памятка – в сейфе директора; второй экземпляр – в другом здании.',
        `2. Копии (файлы vedomost-….vedomost) – на двух носителях. Первый: ${first}. Второй: ${second}.`,
        '3. Без фразы копию не откроет никто, и мы тоже; с фразой её откроет каждый. Не фотографируйте памятку и не храните её рядом с копиями.',
      ],
    },
    {
      heading: 'Если сервер погиб',
      lines: [
        '1. Возьмите любой компьютер, поставьте Node.js 20.19 или новее и программу той же или новее версии; в её папке выполните npm ci.',
        '2. Скопируйте с носителя последний файл копии.',
        '3. Задайте переменную BACKUP_PASSPHRASE (фраза в рамке) и выполните: npm run cli -- backup restore путь-к-файлу. Программа сама проверит файл, развернёт базу и скажет, что отпечаток совпал.',
        '4. Для постоянной работы задайте ещё DATABASE_URL и DATABASE_OWNER_URL нового сервера PostgreSQL: та же команда восстановит копию туда.',
        '5. Все входят заново со своими прежними паролями. Секреты прежней машины не нужны: новая создаёт свои.',
      ],
    },
    {
      heading: 'Раз в полгода',
      lines: [
        'Проверьте копию: npm run cli -- backup verify путь-к-файлу (код завершения 0 – копия цела). Сменили фразу – напечатайте новую памятку: npm run cli -- backup sheet; прежние копии открываются прежней фразой, сохраните и её.',
      ],
    },
  ];
}

import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { localDateOf } from '@/domain/deadlines/zone';
import { passphraseOfCopies } from '@/features/backup/places';
import { recoverySheet } from '@/reports/recovery/recovery-sheet';
import { backupSettings } from '@/server/env';

/** Nothing that looks like something else on paper; 30 of 31 signs are 148 bits. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** `backup sheet [--new] [file.pdf]`: the recovery sheet for the safe; `--new` makes the phrase that it bears, at set-up. */
export async function printSheet(file: string, fresh: boolean): Promise<void> {
  const passphrase = fresh ? newPassphrase() : passphraseOfCopies();
  const now = new Date();
  const date = localDateOf(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const stream = recoverySheet({ passphrase, folders: backupSettings().folders, date, createdAt: now });
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
  console.log(`Памятка: ${file}. Напечатайте её, положите в сейф и удалите файл.`);
  if (fresh) console.log(`Задайте worker и консоли сервера: BACKUP_PASSPHRASE=${passphrase}`);
}

function newPassphrase(): string {
  const sign = () => alphabet[randomInt(alphabet.length)] ?? '';
  const group = () => Array.from({ length: 5 }, sign).join('');
  return Array.from({ length: 6 }, group).join('-');
}

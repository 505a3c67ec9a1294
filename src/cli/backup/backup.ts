import path from 'node:path';
import { parseArgs } from 'node:util';
import { verifyFile } from '@/features/backup/file/verify-file';
import { passphraseOfCopies } from '@/features/backup/places';
import { EnvError } from '@/server/env';
import { Refusal } from '@/server/errors';
import { errorText } from '@/texts/errors';
import { number } from '@/texts/format';
import { UsageError } from '../usage';
import { createBackup } from './create';
import { drill } from './drill';
import { listBackups } from './list';
import { restore } from './restore';
import { printSheet } from './sheet';

const usage = `backup create                                   a new copy on both media
backup list                                     what lies on the media
backup verify <file>                            reads a copy from end to end; exit code 1 names the damaged part
backup restore <file> [--confirm «short name»]  puts a copy in the place of the database, saving what is there first
backup drill <file>                             restores a copy for trial and throws the result away
backup sheet [--new] [file.pdf]                 the recovery sheet, with a new passphrase or the present one
Variables: BACKUP_DIR, BACKUP_DIR_2, BACKUP_PASSPHRASE (or BACKUP_PASSPHRASE_FILE); without DATABASE_URL the embedded
database of DATA_DIR is meant.`;

/** `backup …`: copies of the whole database. @throws UsageError, Error with the refusal's sentence */
export async function runBackup([action, ...words]: readonly string[]): Promise<void> {
  const { file, confirm, fresh } = readOptions(words);
  try {
    switch (action) {
      case 'create':
        return await createBackup();
      case 'list':
        return await listBackups();
      case 'verify':
        return await verify(needed(file));
      case 'restore':
        return await restore(needed(file), confirm);
      case 'drill':
        return await drill(needed(file));
      case 'sheet':
        return await printSheet(file ?? 'vedomost-recovery.pdf', fresh);
    }
  } catch (error) {
    if (error instanceof Refusal) throw new Error(errorText(error.code, error.options));
    if ((error as { code?: string }).code === 'ENOENT' && file)
      throw new Error(`Файла ${file} нет. Ничего не изменено.`);
    throw error instanceof EnvError ? new Error(error.message) : error;
  }
  throw new UsageError(usage);
}

async function verify(file: string): Promise<void> {
  const { contents, rows, digest } = await verifyFile(file, passphraseOfCopies());
  console.log(`Копия цела: ${path.basename(file)}
  на момент ${contents.madeAt}, ${contents.institution.shortName}, Ведомость ${contents.program}
  таблиц ${contents.tables.length}, строк ${number(rows)}, последняя миграция ${contents.migrations.at(-1)?.name}
  отпечаток ${digest}`);
}

function needed(file: string | undefined): string {
  if (file === undefined) throw new UsageError(usage);
  return file;
}

function readOptions(args: readonly string[]) {
  try {
    const options = { confirm: { type: 'string' }, new: { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > 1) throw new UsageError(usage);
    return { file: positionals[0], confirm: values.confirm, fresh: values.new };
  } catch {
    throw new UsageError(usage);
  }
}

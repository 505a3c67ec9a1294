import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { exportTable } from '@/features/import/export-table';
import { tableFile, tableFormats } from '@/features/import/table-file';
import { runAs, systemActorNow } from '@/server/system-actor';
import { kindNamed } from './import-table';
import { consoleError } from './refusal-words';
import { UsageError } from './usage';

/** `export <kind> <file.xlsx|file.csv>`: the file appears under its name only when it is whole. @throws UsageError */
export async function runExport([name, file, ...rest]: readonly string[]): Promise<void> {
  const format = tableFormats.find((one) => file?.toLowerCase().endsWith(`.${one}`));
  if (file === undefined || !format || rest.length > 0) throw new UsageError('export <kind> <file.xlsx|file.csv>');
  const { id: kind } = kindNamed(name);
  const { sheet } = await runAs(await systemActorNow(), exportTable, { kind, format }).catch((error: unknown) => {
    throw consoleError(error);
  });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, await tableFile(sheet, format));
  await rename(draft, file);
  console.log(`Строк: ${sheet.rows.length - 1}`);
}

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readFileHeader } from '@/features/backup/file/read-file';
import { backupPlaces, copiesIn, isThere } from '@/features/backup/places';
import { number } from '@/texts/format';

/** `backup list`: the files themselves, so that it answers also where there is no database any more. */
export async function listBackups(): Promise<void> {
  const places = backupPlaces();
  if (places.length === 0) console.log('Носители не заданы: нужны BACKUP_DIR и BACKUP_DIR_2.');
  for (const place of places) {
    const there = await isThere(place);
    console.log(`Носитель ${place.number}: ${place.folder}${there ? '' : ' – не найден'}`);
    for (const name of await copiesIn(place)) console.log(`  ${await lineOf(path.join(place.folder, name))}`);
  }
}

async function lineOf(file: string): Promise<string> {
  const { size } = await stat(file);
  const header = await readFileHeader(file).catch(() => null);
  const told = header ? `на ${header.madeAt}, Ведомость ${header.program}` : 'заголовок повреждён';
  return `${path.basename(file)}  ${number(Math.max(0.1, Math.round(size / 100_000) / 10))} МБ  ${told}`;
}

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allCommands, type Command } from '@/server/command';
import { readSources } from '../architecture/sources';

/** Every command of the product, found in the source itself: one that nobody names is found too (T-020). */
export async function everyCommand(): Promise<ReadonlyMap<string, Command<never>>> {
  const files = readSources('src').filter(
    ({ file, text }) => /\bdefineCommand\(/.test(text) && !file.endsWith('server/command.ts') && !/\.test\./.test(file),
  );
  for (const { file } of files) await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href);
  return allCommands();
}

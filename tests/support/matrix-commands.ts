import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allCommands, type Command } from '@/server/command';

/** Source files of the product, with `/` on every machine. */
export function productFiles(): { file: string; text: string }[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => path.join('src', file).split(path.sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/server/prisma/') && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/** Imports every module that defines a command; answers the registry and how many definitions the sources hold. */
export async function registerCommands(): Promise<{ registry: ReadonlyMap<string, Command<never>>; defined: number }> {
  const defining = productFiles()
    .filter(({ file }) => file !== 'src/server/command.ts')
    .map(({ file, text }) => ({ file, count: text.match(/\bdefineCommand(?:<[^(]*>)?\(/g)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
  for (const { file } of defining) await importFile(file);
  return { registry: allCommands(), defined: defining.reduce((sum, { count }) => sum + count, 0) };
}

export async function importFile<Module>(file: string): Promise<Module> {
  return (await import(/* @vite-ignore */ pathToFileURL(path.resolve(file)).href)) as Module;
}

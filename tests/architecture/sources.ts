import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Source = { file: string; text: string };

/** Hand-written TypeScript under `folders`, paths with `/` from the repository's root. */
export function readSources(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name).split(path.sep).join('/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('src/server/prisma/'))
      .sort()
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
}

/** `file:line` of every match outside the files that `allowed` names. */
export function findings(sources: readonly Source[], pattern: RegExp, allowed: RegExp = /^$/): string[] {
  return sources
    .filter(({ file }) => !allowed.test(file))
    .flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    );
}

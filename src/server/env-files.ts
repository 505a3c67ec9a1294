import { readFileSync } from 'node:fs';

type Source = Record<string, string | undefined>;

/**
 * `source` with every `NAME_FILE` read into `NAME`, as container platforms hand secrets over (T-060); what is set directly wins. A file
 * that cannot be read leaves its variable unset, so that the start is refused by name.
 */
export function withFiles(source: Source): Source {
  const read = Object.entries(source).flatMap(([name, file]) => {
    const [, variable] = /^(.+)_FILE$/.exec(name) ?? [];
    if (!variable || !file || source[variable]) return [];
    const value = contentsOf(file);
    return value === undefined ? [] : [[variable, value] as const];
  });
  return { ...source, ...Object.fromEntries(read) };
}

function contentsOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

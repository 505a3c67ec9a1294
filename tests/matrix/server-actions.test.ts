import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '@/server/command';
import { importFile, productFiles, registerCommands } from '../support/matrix-commands';
import { builtActions } from '../support/matrix-inventory';

type Declared = { file: string; name: string; command: string };

/** Statements of a `'use server'` file that are neither an import nor `export const x = toAction(y)`. */
function readActions(file: string, text: string): { declared: Declared[]; strange: string[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const declared: Declared[] = [];
  const strange: string[] = [];
  for (const statement of source.statements.slice(1)) {
    if (ts.isImportDeclaration(statement)) continue;
    const match = /^export const (\w+) = toAction\((\w+)\);$/.exec(statement.getText());
    if (match) declared.push({ file, name: match[1] ?? '', command: match[2] ?? '' });
    else strange.push(`${file}: ${statement.getText().slice(0, 80)}`);
  }
  return { declared, strange };
}

const isServerFile = (text: string) => /^(\/\*[\s\S]*?\*\/|\/\/.*\n|\s)*['"]use server['"]/.test(text);

/** The file that a relative or `@/` import of `from` means, without its extension. */
function imported(from: string, name: string): string {
  const clause = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`).exec(readFileSync(from, 'utf8'));
  const target = clause?.[1] ?? '';
  return `${target.startsWith('@/') ? target.replace('@/', 'src/') : path.posix.join(path.posix.dirname(from), target)}.ts`;
}

describe('T-025 server actions', () => {
  const files = productFiles();
  const serverFiles = files.filter(({ text }) => isServerFile(text));
  const read = serverFiles.map(({ file, text }) => readActions(file, text));
  const declared = read.flatMap((one) => one.declared);
  let commands: ReadonlySet<Command<never>>;
  beforeAll(async () => {
    commands = new Set((await registerCommands()).registry.values());
  });

  test("T-025 a 'use server' file exports toAction(…) and nothing else", () => {
    expect(read.flatMap(({ strange }) => strange)).toEqual([]);
    expect(declared.length).toBeGreaterThan(0);
  });

  test("T-025 'use server' stands nowhere but at the head of such a file", () => {
    const inline = files.filter(({ file, text }) => {
      const times = text.match(/['"]use server['"]/g)?.length ?? 0;
      return times > (serverFiles.some((one) => one.file === file) ? 1 : 0);
    });
    expect(inline.map(({ file }) => file)).toEqual([]);
  });

  test('T-025 every action of the build is one of them, and of a registered command', async () => {
    const built = builtActions('.next');
    expect(built.filter(({ exportedName }) => exportedName.startsWith('$$RSC'))).toEqual([]);
    expect(built.map(({ filename, exportedName }) => `${filename} ${exportedName}`).sort()).toEqual(
      declared.map(({ file, name }) => `${file} ${name}`).sort(),
    );
    for (const { file, command } of declared) {
      const module = await importFile<Record<string, unknown>>(imported(file, command));
      expect(commands.has(module[command] as Command<never>), `${file} ${command}`).toBe(true);
    }
  });
});

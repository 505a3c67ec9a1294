import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '@/server/errors';
import { frameHeadLength, magic } from './layout';
import { readFileHeader } from './read-file';
import { RowSum } from './row-sum';
import { verifyFile } from './verify-file';
import { FileWriter } from './write-file';

const passphrase = 'ключ от сейфа в кабинете директора';
const canary = 'КАНАРЕЙКА Ильясова Алина';
const contents = {
  ...{ program: '1.0.0', postgres: '18.4', madeAt: '2026-10-14T08:00:00.000Z' },
  institution: { shortName: 'ЗПК', timeZone: 'Europe/Samara', demo: true },
  migrations: [{ name: '0001_init', checksum: 'x' }],
  tables: ['audit', 'mark', 'person'].map((name) => ({ name, columns: ['id', 'value'] })),
};

let folder: string;
let whole: Buffer;
const file = (name: string) => path.join(folder, name);

/** Three tables: nothing, two and a half blocks with rows over their edges, one row with the canary. */
async function write(name: string): Promise<void> {
  const handle = await open(file(name), 'w');
  const writer = await FileWriter.begin(handle, passphrase, contents);
  const tables = [];
  const rows = [[], Array.from({ length: 40_000 }, (_, n) => `${n}\t${'5'.repeat(n % 130)}\n`), [`1\t${canary}\n`]];
  for (const [place, lines] of rows.entries()) {
    const sum = new RowSum();
    await writer.openTable(place);
    for (const line of lines) {
      sum.add(Buffer.from(line));
      await writer.row(Buffer.from(line));
    }
    tables.push({ name: contents.tables[place]?.name ?? '', rows: sum.rows, hash: sum.hash() });
  }
  await writer.end({ tables, sequences: [{ name: 'mark_id_seq', last: '7' }] });
  await handle.close();
}

/** Where each frame begins and ends. */
function frames(bytes: Buffer): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  const header = magic.length + 4 + bytes.readUInt32BE(magic.length) + 32;
  for (let from = header; from < bytes.length; ) {
    const to = from + frameHeadLength + bytes.readUInt32BE(from + 3);
    found.push({ from, to });
    from = to;
  }
  return found;
}

const detailOf = (bytes: Buffer, phrase = passphrase) => {
  writeFileSync(file('broken'), bytes);
  return verifyFile(file('broken'), phrase).then(
    () => 'whole',
    (refusal: Refusal) => refusal.options.detail ?? '',
  );
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vedomost-copy-'));
  await write('whole');
  whole = readFileSync(file('whole'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what was written is read: contents, rows of every table, sequences', async () => {
  const read = await verifyFile(file('whole'), passphrase);
  expect(read.contents).toEqual(contents);
  expect(read.manifest.tables.map(({ rows }) => rows)).toEqual([0, 40_000, 1]);
  expect(read.manifest.sequences).toEqual([{ name: 'mark_id_seq', last: '7' }]);
  expect(frames(whole)).toHaveLength(6); // contents, three blocks, the canary's, manifest
});

test('T-114 nothing of the college stands in the file, its header says when and by which program', async () => {
  for (const word of [canary, 'КАНАРЕЙКА', 'ЗПК', 'person', 'Samara']) expect(whole.includes(word)).toBe(false);
  expect(await readFileHeader(file('whole'))).toMatchObject({ format: 1, madeAt: contents.madeAt });
  await write('again');
  expect(readFileSync(file('again')).equals(whole)).toBe(false); // another salt, another key
});

test('T-114 another passphrase is said to be another one, and not damage', async () => {
  expect(await detailOf(whole, `${passphrase}.`)).toContain('ключевая фраза не подходит');
});

describe('T-111 damage is found and named', () => {
  test('20 bytes anywhere, one at a time', async () => {
    const places = Array.from({ length: 20 }, () => randomBytes(4).readUInt32BE() % whole.length);
    for (const place of places) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8((whole[place] ?? 0) ^ (1 << (place % 8)), place);
      const index = frames(whole).findIndex(({ from, to }) => from <= place && place < to);
      const part = index < 0 ? /заголовок/ : new RegExp(`часть ${index + 1}(?!\\d)`);
      expect(await detailOf(flipped), `byte ${place}`).toMatch(part);
    }
  });

  test('a byte of each part, by its table', async () => {
    const said: string[] = [];
    for (const { to } of frames(whole)) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8((whole[to - 20] ?? 0) ^ 1, to - 20);
      said.push(/повреждён: (.*?)\. /.exec(await detailOf(flipped))?.[1] ?? '');
    }
    const mark = [2, 3, 4].map((part) => `часть ${part}, таблица mark`);
    expect(said).toEqual(['часть 1, описание', ...mark, 'часть 5, таблица person', 'часть 6']);
  });

  test('a cut tail, a missing part, two parts in each other’s place, a part of another file, something behind the end', async () => {
    const list = frames(whole);
    const piece = (index: number) => whole.subarray(list[index]?.from, list[index]?.to);
    const upTo = (index: number) => whole.subarray(0, list[index]?.from);
    const behind = (index: number) => whole.subarray(list[index]?.to);
    expect(await detailOf(whole.subarray(0, whole.length - 1))).toContain('часть 6 обрывается');
    expect(await detailOf(upTo(5))).toContain('обрывается после части 5');
    expect(await detailOf(Buffer.concat([upTo(2), behind(2)]))).toContain('часть 3, таблица mark');
    expect(await detailOf(Buffer.concat([upTo(1), piece(2), piece(1), behind(2)]))).toContain('часть 2, таблица mark');
    expect(await detailOf(Buffer.concat([whole, Buffer.from('x')]))).toContain('после последней части есть лишнее');
    await write('other');
    const other = readFileSync(file('other'));
    const foreign = other.subarray(frames(other)[2]?.from, frames(other)[2]?.to);
    expect(await detailOf(Buffer.concat([upTo(2), foreign, behind(2)]))).toContain('часть 3, таблица mark');
    expect(await detailOf(Buffer.from('not a copy at all, but long enough to have a header'))).toContain('заголовок');
    expect(await detailOf(Buffer.alloc(0))).toContain('заголовок');
  });
});

test('the order of rows plays no part in the hash of a table, every row does', () => {
  const sumOf = (...lines: string[]) => {
    const sum = new RowSum();
    for (const line of lines) sum.add(Buffer.from(line));
    return sum.hash();
  };
  expect(sumOf('a\n', 'b\n', 'c\n')).toBe(sumOf('c\n', 'a\n', 'b\n'));
  expect(new Set([sumOf('a\n'), sumOf('a\n', 'a\n'), sumOf('a\n', 'b\n'), sumOf('ab\n')]).size).toBe(4);
});

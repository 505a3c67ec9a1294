import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { z } from 'zod';
import { type FileKey, openFrame, parseHead } from './cipher';
import { deriveKey } from './key';
import {
  blockLength,
  type Contents,
  contentsSchema,
  damaged,
  frameHeadLength,
  frameKinds,
  type Header,
  headerSchema,
  type Manifest,
  magic,
  manifestSchema,
  tagLength,
  wrongKey,
} from './layout';

const expand = promisify(inflateRaw);
const longestHeader = 4096;

export type Rows = { table: number; bytes: Buffer };

/**
 * Reads a copy from front to back; every frame is proved genuine before anything of it is used. `progress`: bytes read of bytes
 * in all. @throws Refusal BACKUP_REFUSED that names the damaged part, or says that the passphrase is another
 */
export class FileReader {
  private manifest: Manifest | undefined;

  private constructor(
    private readonly file: FileHandle,
    readonly header: Header,
    readonly contents: Contents,
    private readonly key: FileKey,
    private position: number,
    readonly size: number,
  ) {}

  static async open(path: string, passphrase: string): Promise<FileReader> {
    const file = await open(path, 'r');
    try {
      const { header, hash, length } = await readHeader(file);
      const { key, check } = await deriveKey(passphrase, header.kdf);
      if (check !== header.check) throw wrongKey();
      const { size } = await file.stat();
      const fileKey = { key, header: hash };
      const first = await readFrame(file, fileKey, { index: 0, position: length }, () => 'часть 1, описание');
      if (first?.kind !== frameKinds.contents) throw damaged('часть 1, описание');
      const contents = parse(contentsSchema, first.plain, 'часть 1, описание');
      return new FileReader(file, header, contents, fileKey, first.next, size);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The rows of all tables in their order; afterwards `end` is known. */
  async *rows(progress?: (done: number, total: number) => Promise<void>): AsyncGenerator<Rows> {
    for (let index = 1; ; index += 1) {
      const name = (table: number | null) => this.partName(index, table);
      const frame = await readFrame(this.file, this.key, { index, position: this.position }, name);
      if (!frame) throw damaged(`обрывается после части ${index}`);
      this.position = frame.next;
      await progress?.(this.position, this.size);
      if (frame.kind === frameKinds.manifest) {
        this.manifest = parse(manifestSchema, frame.plain, name(null));
        if (this.position !== this.size) throw damaged('после последней части есть лишнее');
        return;
      }
      if (frame.kind !== frameKinds.rows) throw damaged(name(null));
      yield { table: frame.table, bytes: frame.plain };
    }
  }

  /** What the file says that it holds. Only after all rows were read. */
  end(): Manifest {
    if (!this.manifest) throw new Error('the file was not read to its end');
    return this.manifest;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** «часть 17, таблица mark»: parts are counted from one, as people do. */
  private partName(index: number, table: number | null): string {
    const name = table === null ? undefined : this.contents.tables[table]?.name;
    return name === undefined ? `часть ${index + 1}` : `часть ${index + 1}, таблица ${name}`;
  }
}

/** Header alone: when and by which program a file was made, without its passphrase. @throws Refusal BACKUP_REFUSED */
export async function readFileHeader(path: string): Promise<Header> {
  const file = await open(path, 'r');
  try {
    return (await readHeader(file)).header;
  } finally {
    await file.close();
  }
}

async function readHeader(file: FileHandle): Promise<{ header: Header; hash: Buffer; length: number }> {
  const part = 'заголовок';
  const start = await readAt(file, 0, magic.length + 4);
  if (!start?.subarray(0, magic.length).equals(magic)) throw damaged(`${part}, или это не копия Ведомости`);
  const length = start.readUInt32BE(magic.length);
  if (length > longestHeader) throw damaged(part);
  const rest = await readAt(file, start.length, length + 32);
  if (!rest) throw damaged(part);
  const text = rest.subarray(0, length);
  const hash = createHash('sha256').update(start).update(text).digest();
  if (!hash.equals(rest.subarray(length))) throw damaged(part);
  return { header: parse(headerSchema, text, part), hash, length: start.length + rest.length };
}

type Frame = { kind: number; table: number; plain: Buffer; next: number };

/** Undefined at the end of the file. */
async function readFrame(
  file: FileHandle,
  key: FileKey,
  { index, position }: { index: number; position: number },
  name: (table: number | null) => string,
): Promise<Frame | undefined> {
  const head = await readAt(file, position, frameHeadLength);
  if (!head) return undefined;
  const { kind, table, length } = parseHead(head);
  const part = name(kind === frameKinds.rows ? table : null);
  if (length < tagLength || length > 2 * blockLength) throw damaged(part);
  const body = await readAt(file, position + frameHeadLength, length);
  if (!body) throw damaged(`${part} обрывается`);
  const packed = openFrame(key, index, head, body);
  if (!packed) throw damaged(part);
  const plain = await expand(packed, { maxOutputLength: 2 * blockLength });
  return { kind, table, plain, next: position + frameHeadLength + length };
}

/** Exactly these bytes; undefined where the file ends before. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) return undefined;
    done += bytesRead;
  }
  return buffer;
}

function parse<Schema extends z.ZodType>(schema: Schema, text: Buffer, part: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    throw damaged(part);
  }
}

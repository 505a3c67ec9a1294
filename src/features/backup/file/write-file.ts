import { createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { version } from '@/server/version';
import { type FileKey, sealFrame } from './cipher';
import { deriveKey, freshCost } from './key';
import { blockLength, type Contents, frameKinds, type Header, type Manifest, magic } from './layout';

const compress = promisify(deflateRaw);

/** Writes a copy frame by frame; holds one block of rows and the one that is being written. */
export class FileWriter {
  private index = 0;
  private block = Buffer.allocUnsafe(blockLength);
  private filled = 0;
  private table = 0;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly file: FileHandle,
    private readonly key: FileKey,
  ) {}

  /** Begins the file with a header and its contents. */
  static async begin(file: FileHandle, passphrase: string, contents: Contents): Promise<FileWriter> {
    const kdf = { ...freshCost, salt: randomBytes(16).toString('base64') };
    const { key, check } = await deriveKey(passphrase, kdf);
    const header: Header = { format: 1, program: version, madeAt: contents.madeAt, kdf, check };
    const text = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const head = Buffer.concat([magic, length, text]);
    const hash = createHash('sha256').update(head).digest();
    await file.writeFile(Buffer.concat([head, hash]));
    const writer = new FileWriter(file, { key, header: hash });
    await writer.seal(frameKinds.contents, Buffer.from(JSON.stringify(contents)));
    return writer;
  }

  /** The rows that follow are of this table, by its place in the contents. */
  async openTable(table: number): Promise<void> {
    await this.closeTable();
    this.table = table;
  }

  /** Takes a row's bytes; a promise when the file has to catch up first. */
  row(bytes: Buffer): Promise<void> | undefined {
    let wait: Promise<void> | undefined;
    for (let from = 0; from < bytes.length; ) {
      const copied = bytes.copy(this.block, this.filled, from);
      this.filled += copied;
      from += copied;
      if (this.filled === blockLength) wait = this.flush();
    }
    return wait;
  }

  /** Ends the file; it is whole only with this frame. */
  async end(manifest: Manifest): Promise<void> {
    await this.closeTable();
    await this.seal(frameKinds.manifest, Buffer.from(JSON.stringify(manifest)));
    await this.file.sync();
  }

  private async closeTable(): Promise<void> {
    await (this.filled > 0 ? this.flush() : this.writing);
  }

  private flush(): Promise<void> {
    const rows = this.block.subarray(0, this.filled);
    const { table } = this;
    this.block = Buffer.allocUnsafe(blockLength);
    this.filled = 0;
    this.writing = this.writing.then(() => this.seal(frameKinds.rows, rows, table));
    this.writing.catch(() => undefined); // whoever waits for it is told
    return this.writing;
  }

  private async seal(kind: number, plain: Buffer, table = 0): Promise<void> {
    const body = await compress(plain, { level: 3 });
    const frame = sealFrame(this.key, this.index, { kind, table }, body);
    this.index += 1;
    await this.file.writeFile(frame); // from where the last one ended, and to its last byte
  }
}

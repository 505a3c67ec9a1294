import { hash } from 'node:crypto';

/**
 * Hash of a table as a set of rows: the SHA-256 of each row's text, added up in eight words. The order of rows plays no part,
 * because a restored table may give them in another one.
 */
export class RowSum {
  rows = 0;
  private readonly words = new Uint32Array(8);

  /** @param row one line of `COPY`, with its line feed */
  add(row: Uint8Array): void {
    const digest = hash('sha256', row, 'buffer');
    for (let word = 0; word < 8; word += 1) {
      this.words[word] = (this.words[word] ?? 0) + digest.readUInt32LE(word * 4);
    }
    this.rows += 1;
  }

  hash(): string {
    return Buffer.from(this.words.buffer).toString('hex');
  }
}

/** Cuts a stream of bytes into lines; what is left of the last one waits for the next bytes. */
export class Lines {
  private rest: Buffer[] = [];

  constructor(private readonly take: (line: Buffer) => void) {}

  push(bytes: Buffer): void {
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      const line = bytes.subarray(from, end + 1);
      this.take(this.rest.length > 0 ? Buffer.concat([...this.rest, line]) : line);
      this.rest = [];
      from = end + 1;
    }
    if (from < bytes.length) this.rest.push(bytes.subarray(from));
  }

  /** Whether the last line was whole. */
  get isWhole(): boolean {
    return this.rest.length === 0;
  }
}

import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What pg's own connection offers to a query that copies; its types leave this part out. */
type CopyConnection = {
  stream: Duplex;
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (message: string) => void;
};

/** Told each row as the server's text line; the bytes are valid during the call only. A promise makes the server wait. */
type TakeRow = (row: Buffer) => Promise<void> | undefined;

/** Reads a `COPY … TO STDOUT` row by row in flat memory. @throws what the server or `take` throws */
export function copyOut(client: pg.ClientBase, sql: string, take: TakeRow): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyOut(sql, take, { resolve, reject }));
  });
}

/** Feeds a `COPY … FROM STDIN`; the parts need not end with a row. @throws what the server or `parts` throws */
export function copyIn(client: pg.ClientBase, sql: string, parts: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, parts, { resolve, reject }));
  });
}

type Settle = { resolve: () => void; reject: (reason: unknown) => void };

/** The part of pg's query interface that both ways share. */
class Copy {
  protected failure: { reason: unknown } | undefined;

  constructor(
    private readonly sql: string,
    private readonly settle: Settle,
  ) {}

  submit(connection: object): void {
    (connection as CopyConnection).query(this.sql);
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.failure ??= { reason: error };
    this.settle.reject(this.failure.reason);
  }

  handleReadyForQuery(): void {
    if (this.failure) this.settle.reject(this.failure.reason);
    else this.settle.resolve();
  }
}

class CopyOut extends Copy {
  private waits = 0;

  constructor(
    sql: string,
    private readonly take: TakeRow,
    settle: Settle,
  ) {
    super(sql, settle);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, { stream }: CopyConnection): void {
    if (this.failure) return;
    const wait = this.take(chunk);
    if (!wait) return;
    this.waits += 1;
    stream.pause();
    wait.then(
      () => {
        this.waits -= 1;
        if (this.waits === 0) stream.resume();
      },
      (reason: unknown) => {
        this.handleError(reason);
        stream.destroy(); // nobody wants the rest of the table
      },
    );
  }
}

class CopyIn extends Copy {
  private readonly ended = new AbortController();

  constructor(
    sql: string,
    private readonly parts: AsyncIterable<Buffer>,
    settle: Settle,
  ) {
    super(sql, settle);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.feed(connection).then(
      () => connection.endCopyFrom(),
      (reason: unknown) => {
        this.failure ??= { reason };
        connection.sendCopyFail('the source failed');
      },
    );
  }

  override handleError(error: unknown): void {
    super.handleError(error);
    this.ended.abort();
  }

  private async feed(connection: CopyConnection): Promise<void> {
    for await (const part of this.parts) {
      if (this.failure) return;
      connection.sendCopyFromChunk(part);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain', { signal: this.ended.signal });
    }
  }
}

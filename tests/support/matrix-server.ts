import type { ActorName, Target } from './matrix-actors';
import { openMatrixDatabase } from './matrix-database';
import { type Answer, requestOf, type Sent, send } from './matrix-http';
import { builtActions } from './matrix-inventory';
import type { Cell } from './matrix-run';
import { startServer } from './server';

export type MatrixServer = Awaited<ReturnType<typeof openMatrixServer>>;

/** The production build, or one like it in `folder`, on a database of the matrix, behind one trusted proxy that tells addresses. */
export async function openMatrixServer(folder?: string) {
  const opened = await openMatrixDatabase();
  const { database, world } = opened;
  const at = folder === undefined ? {} : { folder };
  const server = await startServer({ databaseUrl: database.runtimeUrl, env: { TRUSTED_PROXY_HOPS: '1' }, ...at });
  const actions = builtActions('.next');
  const cookies = new Map<ActorName, string | undefined>();
  for (const actor of Object.keys({ anonymous: 0, ...world.persons }) as ActorName[]) {
    cookies.set(actor, await world.cookie(actor));
  }
  /** Every request comes from an address of its own: nobody is slowed down for the crowd (T-033). */
  let visitor = 0;
  const requestFor = ({ name, entry, actor, target }: Pick<Cell, 'name' | 'entry' | 'actor' | 'target'>): Sent => {
    const sent = requestOf({ server, actions }, name, entry.example(world.place(actor, target)), cookies.get(actor));
    visitor += 1;
    const address = `10.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`;
    return { ...sent, headers: { ...sent.headers, 'x-forwarded-for': address } };
  };
  return {
    ...{ world, database, server, actions, requestFor },
    cookie: (actor: ActorName) => cookies.get(actor),
    ask: (cell: Cell): Promise<Answer> => send(server, requestFor(cell)),
    close: async () => {
      await server.stop();
      await opened.close();
    },
  };
}

/** What a place of the matrix is called in an answer, to be masked there. */
export function idsOf(opened: MatrixServer, actor: ActorName, target: Target): string[] {
  return Object.values(opened.world.place(actor, target)).map(String);
}

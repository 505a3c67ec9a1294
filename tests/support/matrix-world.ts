import type { Client } from 'pg';
import { printLedger } from '@/reports/ledger/print-ledger';
import { withClient } from '@/server/postgres/roles';
import type { ActorName, Target } from './matrix-actors';
import { addPeople, type ExtraPerson } from './matrix-people';
import { addPlaces, type Place, type Places } from './matrix-places';
import { buildWorld, openSession, type World } from './world';

/** The small world with the people and records that the matrix asks for. */
export type MatrixWorld = World & {
  /** Person ids by actor; nobody for the anonymous one. */
  persons: Record<Exclude<ActorName, 'anonymous'>, number>;
  /** What the actor means by «own», «foreign» … */
  place: (actor: ActorName, target: Target) => Place;
  /** A fresh cookie value, undefined for the anonymous one; the blocked person's session stands from before. */
  cookie: (actor: ActorName) => Promise<string | undefined>;
  /** Every token given out, with the hashes that the database keeps: no answer may carry one (T-026). */
  tokens: readonly string[];
};

type Database = Parameters<typeof buildWorld>[0];

/** Builds it in an empty database. The product's own client must be signed in to the same one: three ledgers are printed. */
export async function buildMatrixWorld(database: Database): Promise<MatrixWorld> {
  await withClient(database.ownerUrl, countFromHigh);
  const world = await buildWorld(database);
  const extra = await addPeople(world);
  const places = await addPlaces(world, extra);
  const deputy = await world.actor('nadezhda');
  for (const place of [places.isp, places.bd, places.foreign]) {
    const meta = { address: 'test', device: 'test' };
    const input = { group: Number(place.groupId), period: Number(place.periodId) };
    place.printCode = (await printLedger.execute(deputy, input, meta)).code;
  }
  for (const place of [places.locked, places.closedYear]) place.printCode = places.isp.printCode;
  for (const place of [places.bdLocked, places.bdClosed]) place.printCode = places.bd.printCode;
  await hideSecrets(world);
  const persons = personsOf(world, extra);
  const tokens: string[] = [];
  return {
    ...world,
    persons,
    tokens,
    place: (actor, target) => placeOf(places, actor, target),
    cookie: async (actor) => {
      if (actor === 'anonymous') return undefined;
      const token = await openSession(world.owner, persons[actor]);
      tokens.push(token);
      return token;
    },
  };
}

/** Six digits, of every table its own: an id in an answer is then no other number, and as long as a missing one (T-022). */
async function countFromHigh(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  );
  for (const [place, { name }] of rows.entries()) {
    await client.query(`ALTER SEQUENCE ${client.escapeIdentifier(name)} RESTART ${100_001 + 10_000 * place}`);
  }
}

function personsOf({ people }: World, extra: Record<ExtraPerson, number>): MatrixWorld['persons'] {
  return {
    teacher: people.gulnara,
    curator: extra.zulfiya,
    deputyDirector: people.nadezhda,
    director: people.sergey,
    departmentHead: people.tatyana,
    studyOffice: people.venera,
    secretary: people.olga,
    timetableDispatcher: people.anton,
    methodist: people.irina,
    admin: people.denis,
    student: people.alina,
    parent: people.renata,
    observer: people.observer,
    blocked: extra.rinat,
    mustChange: extra.yulia,
    expiredSubstitute: extra.marat,
    formerCurator: extra.lena,
    deniedParent: people.viktor,
    teacherCurator: people.liliya,
    ownParentTeacher: extra.azat,
  };
}

/** The curator's own records are those of her group; foreign and missing ones are the same for everybody. */
function placeOf(places: Places, actor: ActorName, target: Target): Place {
  if (target === 'foreign' || target === 'nonexistent' || target === 'malformed') return places[target];
  if (actor === 'curator') return places[target === 'own' ? 'bd' : target === 'locked' ? 'bdLocked' : 'bdClosed'];
  if (target === 'own') return { ...places.isp, ...places.ofActor[actor] };
  const { studentId = places[target].studentId } = places.ofActor[actor] ?? {};
  return { ...places[target], studentId };
}

/** Logins and hashes are canaries too; both stay within the forms that the database asks for. */
async function hideSecrets({ owner }: World): Promise<void> {
  await owner.$executeRaw`UPDATE account SET password_hash = '$argon2id$CNRY-' || login || '-hash',
    login = 'cnry-' || login || '-login'`;
}

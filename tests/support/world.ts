import { randomBytes } from 'node:crypto';
import type { Actor } from '@/access/actor';
import { defaultPermissions, type Role, roles } from '@/access/permissions';
import { profiles } from '@/domain/regulation/profiles';
import { connect } from '@/server/db';
import { loadActor } from '@/server/load-actor';
import type { PrismaClient } from '@/server/prisma/client';
import { hashToken } from '@/server/session-token';
import { buildCollege, type College } from './world-college';
import { buildPeople, type People } from './world-people';

/** Wednesday 14.10.2026, 12:00 in Samara: the moment at which every test of the small world begins. */
export const worldNow = '2026-10-14T08:00:00.000Z';

/** A small college with named people: two groups, a closed year and an open one. Built as the schema's owner. */
export type World = {
  owner: PrismaClient;
  people: People;
  college: College;
  /** The actor as a request of this person would load it, with a session of its own. */
  actor: (person: keyof People) => Promise<Actor>;
  /** A cookie value of a fresh session. */
  token: (person: keyof People) => Promise<string>;
  close: () => Promise<void>;
};

type Database = { ownerUrl: string; setClock: (iso: string | null) => Promise<void> };
type ProfileName = keyof typeof profiles;

export async function buildWorld(database: Database, profile: ProfileName = 'demo'): Promise<World> {
  const owner = connect(database.ownerUrl, 4);
  await database.setClock(worldNow);
  await owner.institution.create({
    data: {
      name: 'ГБПОУ «Заречный политехнический колледж»',
      shortName: 'ЗПК',
      founder: 'Министерство образования',
      city: 'Заречный',
      timeZone: 'Europe/Samara',
      demo: true,
    },
  });
  await owner.regulationVersion.create({
    data: { profile, validFrom: new Date('2025-08-01'), data: profiles[profile], createdAt: new Date('2025-08-01') },
  });
  await owner.rolePermission.createMany({
    data: roles.flatMap((role: Role) => defaultPermissions[role].map((permission) => ({ role, permission }))),
  });
  const people = await buildPeople(owner);
  const college = await buildCollege(owner, people);
  const token = (person: keyof People) => openSession(owner, people[person]);
  return {
    owner,
    people,
    college,
    token,
    actor: async (person) => {
      const hash = hashToken(await token(person));
      const actor = hash ? await loadActor(hash) : null;
      if (!actor) throw new Error(`${person} cannot sign in`);
      return actor;
    },
    close: () => owner.$disconnect(),
  };
}

/** A live session of this person; its token is the cookie. */
export async function openSession(owner: PrismaClient, personId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = hashToken(token);
  if (!hash) throw new Error('no token');
  const [clock] = await owner.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`;
  const now = clock?.now ?? new Date();
  const account = await owner.account.findUniqueOrThrow({ where: { personId }, select: { id: true } });
  await owner.session.create({
    data: {
      tokenHash: hash,
      accountId: account.id,
      createdAt: now,
      lastSeenAt: now,
      passwordAt: now,
      idleSeconds: 3600,
      expiresAt: new Date(now.getTime() + 12 * 3_600_000),
      address: 'test',
      device: 'test',
    },
  });
  return token;
}

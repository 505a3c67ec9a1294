import { db } from '@/server/db';
import { requireActor } from '@/server/session';

/** The floor of every measure: the frame of all pages, session, actor, one query, an almost empty body. In the benchmark's build only. */
export default async function FloorPage() {
  const actor = await requireActor();
  const institution = await db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } });
  return (
    <p>
      {institution.name} {actor.name}
    </p>
  );
}

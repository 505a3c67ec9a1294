import { db } from '@/server/db';
import { requireActor } from '@/server/session';

/** The floor of every measure: session, actor, one query and an almost empty body. Exists in the benchmark's build only. */
export default async function FloorPage() {
  const actor = await requireActor();
  const institution = await db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } });
  return (
    <p>
      {institution.name} {actor.name}
    </p>
  );
}

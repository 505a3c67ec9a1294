import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ streamId: idField });

/** Parts a stream into journals of their own again; no lesson of it may lie ahead. @throws Refusal NOT_FOUND, IN_USE */
export const dissolveStream = defineCommand({
  name: 'teaching-load.dissolve-stream',
  permission: 'load.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, input: { streamId } }) => {
    const stream = await tx.teachingStream.findUnique({
      where: { id: streamId },
      select: { name: true, year: { select: { closedAt: true } }, sections: { select: { id: true } } },
    });
    if (!stream || stream.year.closedAt) throw new Refusal('NOT_FOUND');
    const ids = stream.sections.map(({ id }) => id);
    const ahead = {
      sectionId: { in: ids },
      streamId: { not: null },
      state: 'planned' as const,
      date: { gte: new Date(actor.today) },
    };
    if ((await tx.lesson.count({ where: ahead })) > 0) {
      throw new Refusal('IN_USE', {
        detail: 'по расписанию стоят общие занятия потока; сначала разведите их в расписании',
      });
    }
    await tx.courseSection.updateMany({ where: { id: { in: ids } }, data: { streamId: null } });
    await tx.teachingStream.delete({ where: { id: streamId }, select: { id: true } });
    const steps: AuditStep[] = [
      ...ids.map((id) => ({
        entity: 'section',
        field: 'streamId',
        recordId: id,
        before: String(streamId),
        after: null,
      })),
      { entity: 'teachingStream', field: 'removed', recordId: streamId, before: stream.name, after: null },
    ];
    return { result: {}, audit: { object: 'teachingStream', objectId: streamId, steps } };
  },
});

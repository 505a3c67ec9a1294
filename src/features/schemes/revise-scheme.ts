import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { lockScheme } from './lock-scheme';

const input = z.strictObject({ schemeId: idField });

/**
 * A new version of an approved КТП for the journals of open years that follow it; until it is approved they go on by the
 * old one. Answers the version that is being written already. @throws Refusal NOT_FOUND, CONFLICT
 */
export const reviseScheme = defineCommand({
  name: 'schemes.revise',
  permission: 'scheme.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { schemeId } }) => {
    const scheme = await lockScheme({ tx, actor }, schemeId, 'revise');
    const line = scheme.firstId ?? scheme.id;
    const versions = await tx.schemeOfWork.findMany({
      where: { OR: [{ id: line }, { firstId: line }] },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, state: true },
    });
    const latest = versions[0] ?? scheme;
    if (latest.state !== 'approved') return { result: { id: latest.id }, audit: [] };
    const data = { courseId: scheme.courseId, title: scheme.title, firstId: line, version: latest.version + 1 };
    const { id } = await tx.schemeOfWork.create({
      data: { ...data, authorId: actor.personId, state: 'draft', savedById: actor.personId, savedAt: now },
      select: { id: true },
    });
    await tx.$executeRaw`
      INSERT INTO planned_topic (scheme_id, ordinal, part, title, lesson_type, hours, homework, task_type, task_title, content, materials, origin_id)
      SELECT ${id}, ordinal, part, title, lesson_type, hours, homework, task_type, task_title, content, materials, coalesce(origin_id, id)
      FROM planned_topic WHERE scheme_id = ${latest.id}`;
    await tx.$executeRaw`
      INSERT INTO scheme_section (scheme_id, section_id) SELECT ${id}, c.id FROM course_section c JOIN academic_year y ON y.id = c.year_id
      WHERE c.scheme_id = ANY (${versions.map((one) => one.id)}::int[]) AND y.closed_at IS NULL AND y.ends_on >= ${actor.today}::date`;
    const steps = [createdStep('scheme', id, { ...data, authorId: actor.personId })];
    return { result: { id }, audit: { object: 'scheme', objectId: id, steps } };
  },
});

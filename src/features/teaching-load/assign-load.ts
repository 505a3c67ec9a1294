import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const teacher = z.strictObject({ teacherId: idField, startsOn: dateField, endsOn: dateField.nullable().default(null) });
const plan = z.strictObject({
  periodId: idField,
  plannedHours: z.int().min(0).max(1500),
  controlForm: z.enum([
    'none',
    'exam',
    'complexExam',
    'gradedCredit',
    'complexGradedCredit',
    'credit',
    'moduleExam',
    'coursework',
  ]),
});
const input = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        yearId: idField,
        groupId: idField,
        itemId: idField,
        subgroupId: idField.nullable(),
        schemeId: idField.nullable(),
        teachers: z.array(teacher).min(1),
        periods: z.array(plan).min(1),
      }),
    )
    .min(1)
    .max(1000),
});

/** Тарификация: opens journals of courses for groups and subgroups and gives them to teachers. Answers their ids. */
export const assignLoad = defineCommand({
  name: 'teaching-load.assign',
  permission: 'load.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { sections } }) => {
    const rows = await tx.courseSection.createManyAndReturn({
      data: sections.map(({ teachers: _, periods: __, ...section }) => section),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const idAt = (place: number): number => ids[place] ?? 0;
    const teachers = sections.flatMap(({ teachers: own }, place) =>
      own.map((row) => ({ ...row, sectionId: idAt(place) })),
    );
    await tx.teachingAssignment.createMany({
      data: teachers.map((row) => ({ ...row, startsOn: toDay(row.startsOn), endsOn: toDayOrNull(row.endsOn) })),
    });
    const periods = sections.flatMap(({ periods: own }, place) =>
      own.map((row) => ({ ...row, sectionId: idAt(place) })),
    );
    await tx.sectionPeriod.createMany({ data: periods });
    const steps = [
      ...sections.map(({ teachers: _, periods: __, ...row }, place) => createdStep('section', idAt(place), row)),
      ...teachers.map(({ sectionId, ...row }) => createdStep('teachingAssignment', sectionId, row)),
      ...periods.map(({ sectionId, ...row }) => createdStep('sectionPeriod', sectionId, row)),
    ];
    return { result: { ids }, audit: { object: 'section', objectId: null, steps } };
  },
});

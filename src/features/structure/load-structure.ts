import { type Actor, can, canAny } from '@/access/actor';
import { compareTitles, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { StructureView } from './structure-view';

/** Departments and programmes; null without the right to see the study office's data. */
export async function loadStructure(actor: Actor): Promise<StructureView | null> {
  if (!canAny(actor, ['study.view', 'structure.enter'])) return null;
  const today = new Date(actor.today);
  const heads = {
    role: 'departmentHead' as const,
    startsOn: { lte: today },
    OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  };
  const [departments, programmes] = await Promise.all([
    db().department.findMany({
      select: {
        ...{ id: true, version: true, name: true },
        positions: {
          where: heads,
          select: { staff: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } } },
        },
        _count: { select: { groups: true } },
      },
    }),
    db().studyProgram.findMany({
      orderBy: { code: 'asc' },
      select: {
        ...{ id: true, version: true, code: true, name: true, qualification: true, termMonths: true },
        curricula: { select: { entryYear: true }, orderBy: { entryYear: 'desc' } },
      },
    }),
  ]);
  return {
    departments: departments
      .map(({ positions, _count, ...department }) => ({
        ...department,
        heads: positions.map(({ staff }) => nameWithInitials(staff.person)),
        groups: _count.groups,
      }))
      .sort((one, other) => compareTitles(one.name, other.name)),
    programmes: programmes.map(({ curricula, ...programme }) => {
      return { ...programme, plans: [...new Set(curricula.map(({ entryYear }) => entryYear))] };
    }),
    may: {
      structure: can(actor, 'structure.enter'),
      programmes: canAny(actor, ['structure.enter', 'curriculum.enter']),
    },
  };
}

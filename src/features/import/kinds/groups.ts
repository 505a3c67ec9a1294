import type { Db } from '@/server/db';
import { defineKind } from '../kind';
import { groupColumns } from './groups/columns';
import { readGroupRows } from './groups/groups-world';
import { judgeGroups } from './groups/judge-groups';

/** Groups with their department, plan and curator. */
export const groups = defineKind({
  id: 'groups',
  title: 'Группы',
  about:
    'Строка – группа: отделение, учебный план по коду и году набора, куратор. Группу находят по названию. Куратор назначается, где его нет; меняют куратора в структуре колледжа. Периоды группы отмечают в графике.',
  needs: ['structure.enter'],
  columns: groupColumns,
  judge: judgeGroups,
  read: readGroupRows,
  name: async (db: Db, ids) => {
    const rows = await db.studentGroup.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});

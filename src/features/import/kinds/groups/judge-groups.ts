import { fullName } from '@/domain/people/name';
import { createGroups } from '@/features/groups/create-groups';
import { changeCurator } from '@/features/structure/change-curator';
import { editGroup } from '@/features/structure/edit-group';
import { demand, fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import { nameKeyOf } from '../known-people';
import { missing, textKey } from '../text-key';
import type { GroupColumns } from './columns';
import { type GroupsWorld, type KnownGroup, planKey, readGroupsWorld } from './groups-world';

type GroupLine = Line<GroupColumns>;
type Plan = { id: number; entryYear: number };
type Curator = { staffId: number; startsOn: string };
type Planned = {
  line: GroupLine;
  known: KnownGroup | null;
  departmentId: number;
  plan: Plan;
  curator: Curator | null;
};

/** Judges rows of groups; what is blank about a known group stays as it is. */
export async function judgeGroups(setting: Setting, lines: readonly GroupLine[]): Promise<Writing> {
  const world = await readGroupsWorld(setting);
  const firsts = new Map<string, number>();
  const planned: Planned[] = [];
  for (const line of lines) {
    const key = textKey(line.values.name ?? '');
    const first = firsts.get(key);
    if (first !== undefined) fail(line, 'name', `Повтор строки ${first}`);
    firsts.set(key, line.place);
    const known = world.groups.get(key) ?? null;
    line.verdict.recordId = known?.id ?? null;
    const departmentId = departmentOf(line, known, world);
    const plan = planOf(line, known, world);
    const curator = curatorOf(line, known, world, setting.today);
    if (departmentId === null || plan === null || !isSound(line)) continue;
    const moved = known && (known.department.id !== departmentId || known.curriculum.id !== plan.id);
    if (known && !moved && !curator) continue;
    line.verdict.fate = known ? 'changed' : 'new';
    planned.push({ line, known, departmentId, plan, curator });
  }
  return write(planned, lines.length);
}

function departmentOf(line: GroupLine, known: KnownGroup | null, { departments }: GroupsWorld): number | null {
  if (known && line.values.department === null) return known.department.id;
  const name = demand(line, 'department', 'Не заполнено: новой группе нужно отделение');
  if (name === null) return null;
  const found = departments.get(textKey(name));
  const all = [...departments.values()].map((one) => one.name);
  if (!found) fail(line, 'department', `${missing('Отделения', name, all)}; их вводят в структуре колледжа`);
  else if (known && known.department.id !== found.id) line.verdict.notes.push(`было: ${known.department.name}`);
  return found?.id ?? null;
}

/** A row may name the code alone or the year alone of a known group. */
function planOf(line: GroupLine, known: KnownGroup | null, { plans }: GroupsWorld): Plan | null {
  const { program, entryYear } = line.values;
  if (known && program === null && entryYear === null) return known.curriculum;
  const why = 'Не заполнено: новой группе нужен учебный план';
  const code = program ?? known?.curriculum.program.code ?? demand(line, 'program', why);
  const year = entryYear ?? known?.curriculum.entryYear ?? demand(line, 'entryYear', why);
  if (code === null || year === null) return null;
  const plan = plans.get(planKey(code, year));
  if (!plan) {
    fail(line, 'entryYear', `Плана ${code} набора ${year} года нет: сначала учебные планы`);
    return null;
  }
  if (!known || plan.id === known.curriculum.id) return plan;
  if (known.journals > 0) fail(line, 'program', 'По прежнему плану группа уже ведёт журналы');
  line.verdict.notes.push(`был план ${known.curriculum.program.code}, набор ${known.curriculum.entryYear}`);
  return plan;
}

/** The curator that the row gives to a group without one. */
function curatorOf(line: GroupLine, known: KnownGroup | null, { staff }: GroupsWorld, today: string): Curator | null {
  const { curator, curatorFrom } = line.values;
  if (!curator) return null;
  if (known?.curator) {
    if (nameKeyOf(known.curator) !== nameKeyOf(curator))
      fail(line, 'curator', `Куратор группы – ${fullName(known.curator)}: другого назначают в структуре колледжа`);
    return null;
  }
  const found = staff.get(nameKeyOf(curator)) ?? [];
  const [only] = found;
  if (!only) fail(line, 'curator', `Сотрудника ${fullName(curator)} нет; сотрудники загружаются раньше групп`);
  else if (found.length > 1) fail(line, 'curator', `Сотрудников с именем ${fullName(curator)} несколько`);
  const startsOn = curatorFrom ?? today;
  if (only && startsOn < only.hiredOn) fail(line, 'curatorFrom', 'В этот день сотрудник ещё не работает');
  return only ? { staffId: only.id, startsOn } : null;
}

function write(planned: readonly Planned[], count: number): Writing {
  return async (act, tell) => {
    const added = planned.filter(({ known }) => known === null);
    for (const { line, known, departmentId, plan } of planned) {
      if (!known || (known.department.id === departmentId && known.curriculum.id === plan.id)) continue;
      const { id, version, name } = known;
      await act(editGroup, { id, version, name, departmentId, curriculumId: plan.id });
      line.verdict.recordId = id;
    }
    if (added.length > 0) {
      const groups = added.map(({ line, departmentId, plan }) => {
        return { name: line.values.name ?? '', departmentId, curriculumId: plan.id, entryYear: plan.entryYear };
      });
      const { ids } = await act(createGroups, { groups });
      for (const [place, { line }] of added.entries()) line.verdict.recordId = ids[place] ?? null;
    }
    for (const { line, curator } of planned)
      if (curator) await act(changeCurator, { groupId: line.verdict.recordId ?? 0, ...curator });
    await tell(count);
  };
}

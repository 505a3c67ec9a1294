import { roles } from '@/access/permissions';
import { type StaffRole, staffRoles } from '@/features/people/staff-roles';
import { parseDay } from '@/tabular/values/day';
import { type Parsed, tidy } from '@/tabular/values/parsed';
import { parseLine } from '@/tabular/values/text';
import { roleLabels } from '@/texts/labels';
import type { Column } from '../../kind';
import { birthColumn, personColumns } from '../person-columns';

const line = (most: number) => (text: string) => parseLine(text, most);

function parseRole(text: string): Parsed<StaffRole> {
  const bare = tidy(text).toLowerCase();
  const role = staffRoles.find((one) => roleLabels[one] === bare) ?? roleOfTitle(bare);
  if (role) return { value: role };
  return { wrong: `Роли «${bare}» нет; есть ${staffRoles.map((one) => roleLabels[one]).join(', ')}` };
}

/** Words of a position that tell its role; the first that fits. */
const titles: readonly (readonly [RegExp, StaffRole])[] = [
  [/зам(еститель|\.)?\s.*директор|завуч/i, 'deputyDirector'],
  [/^и\.?\s?о\.?\s?директор|^директор/i, 'director'],
  [/зав(едующ\S*|\.)?\s.*отделени/i, 'departmentHead'],
  [/учебн\S* част/i, 'studyOffice'],
  [/диспетчер/i, 'timetableDispatcher'],
  [/методист/i, 'methodist'],
  [/секретар/i, 'secretary'],
  [/преподавател|учител|мастер/i, 'teacher'],
];

export function roleOfTitle(title: string): StaffRole | null {
  return titles.find(([words]) => words.test(title))?.[1] ?? null;
}

export const staffColumns = {
  ...personColumns,
  birthDate: { ...birthColumn(), example: '02.03.1985' },
  title: {
    title: 'Должность',
    needed: true,
    example: 'преподаватель информатики',
    width: 30,
    parse: line(160),
  } as Column<string>,
  role: {
    title: 'Роль',
    aliases: ['Роль в системе'],
    example: roleLabels[roles[0]],
    width: 22,
    parse: parseRole,
  } as Column<StaffRole>,
  department: { title: 'Отделение', example: '', width: 24, parse: line(160) } as Column<string>,
  hiredOn: {
    title: 'Принят с',
    aliases: ['Дата приёма', 'Принята с', 'Дата приема'],
    example: '01.09.2020',
    width: 13,
    parse: parseDay,
  } as Column<string>,
};

export type StaffColumns = typeof staffColumns;

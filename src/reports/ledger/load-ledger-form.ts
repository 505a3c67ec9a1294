import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { compareTitles, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';
import type { LedgerParams } from './ledger-data';
import { groupedCode } from './verification-code';

type Option = { id: number; label: string };
export type RegisterRow = {
  code: string;
  number: string;
  printedAt: string;
  by: string;
  pages: number;
  period: string;
};

/** What the parameters of a ledger may be chosen from, and what the register already holds of the group. */
export type LedgerForm = {
  groups: Option[];
  periods: Option[];
  courses: Option[];
  chosen: { group: number; period: number } | null;
  register: RegisterRow[];
};

/** Choices in the actor's sight. A group or period out of sight is answered by no choice at all. */
export async function loadLedgerForm(actor: Actor, wanted: Partial<LedgerParams>): Promise<LedgerForm> {
  const groups = await db().studentGroup.findMany({ where: groupsVisibleTo(actor), select: { id: true, name: true } });
  groups.sort((one, other) => compareTitles(one.name, other.name));
  const group = groups.find(({ id }) => id === wanted.group);
  const options = groups.map(({ id, name }) => ({ id, label: name }));
  if (!group) return { groups: options, periods: [], courses: [], chosen: null, register: [] };
  const periods = await db().groupPeriod.findMany({
    where: { groupId: group.id, period: { kind: { not: 'year' }, startsOn: { lte: new Date(actor.today) } } },
    orderBy: { period: { startsOn: 'desc' } },
    select: { period: { select: { id: true, name: true, yearId: true, year: { select: { name: true } } } } },
  });
  const chosen = periods.find(({ period }) => period.id === wanted.period) ?? periods[0];
  return {
    groups: options,
    periods: periods.map(({ period }) => ({ id: period.id, label: `${period.name} ${period.year.name}` })),
    courses: chosen ? await coursesOf(group.id, chosen.period.yearId) : [],
    chosen: chosen ? { group: group.id, period: chosen.period.id } : null,
    register: await registerOf(actor, group.id),
  };
}

async function coursesOf(groupId: number, yearId: number): Promise<Option[]> {
  const sections = await db().courseSection.findMany({
    where: { groupId, yearId },
    select: { item: { select: { courseId: true, index: true, course: { select: { name: true } } } } },
  });
  const courses = new Map(sections.map(({ item }) => [item.courseId, `${item.course.name} (${item.index})`]));
  return [...courses].map(([id, label]) => ({ id, label })).sort((one, other) => compareTitles(one.label, other.label));
}

/** The last papers of a group, newest first. */
async function registerOf(actor: Actor, groupId: number): Promise<RegisterRow[]> {
  const rows = await db().printedDocument.findMany({
    where: { groupId, reportId: 'period-ledger' },
    orderBy: { id: 'desc' },
    take: 20,
    select: {
      code: true,
      number: true,
      printedAt: true,
      pages: true,
      params: true,
      printedBy: { select: { lastName: true, firstName: true, middleName: true } },
    },
  });
  const periods = await db().academicPeriod.findMany({
    where: { id: { in: rows.map((row) => (row.params as LedgerParams).period ?? 0) } },
    select: { id: true, name: true, year: { select: { name: true } } },
  });
  const names = new Map(periods.map((period) => [period.id, `${period.name} ${period.year.name}`]));
  return rows.map((row) => ({
    code: groupedCode(row.code),
    number: row.number,
    printedAt: fullDateTime(row.printedAt, actor.timeZone),
    by: nameWithInitials(row.printedBy),
    pages: row.pages,
    period: names.get((row.params as LedgerParams).period ?? 0) ?? '',
  }));
}

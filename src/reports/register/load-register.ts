import { type Actor, can } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { compareTitles, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { Prisma } from '@/server/prisma/client';
import { fullDateTime } from '@/texts/format';
import type { ReportField } from '../define';
import { groupedCode } from '../ledger/verification-code';
import { checkPapersKind } from './check-papers';
import type { RegisterParams } from './register-params';

/** What the last night's check found of a paper; `unknown`: not checked yet, or of a closed year. */
export type CheckState = 'matches' | 'differs' | 'unknown';

export type RegisterLine = {
  code: string;
  number: string;
  printedAt: string;
  group: string;
  period: string;
  pages: number;
  by: string;
  check: CheckState;
};

export type RegisterView = {
  fields: readonly ReportField[];
  lines: readonly RegisterLine[];
  total: number;
  page: number;
  pages: number;
  checkedAt: string | null;
};

const perPage = 25;

/** The register of printed ledgers of the groups in sight, the latest first; null without the right to look at papers. */
export async function loadRegister(actor: Actor, params: RegisterParams): Promise<RegisterView | null> {
  if (!can(actor, 'report.preview')) return null;
  const where: Prisma.PrintedDocumentWhereInput = {
    AND: [
      { group: groupsVisibleTo(actor) },
      params.group === undefined ? {} : { groupId: params.group },
      params.period === undefined ? {} : { params: { path: ['period'], equals: params.period } },
      params.number === undefined ? {} : { number: { contains: params.number } },
    ],
  };
  const total = await db().printedDocument.count({ where });
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(params.page ?? 1, pages);
  const rows = await db().printedDocument.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: (page - 1) * perPage,
    take: perPage,
    select: {
      ...{ id: true, code: true, number: true, printedAt: true, pages: true, params: true },
      group: { select: { name: true } },
      printedBy: { select: { lastName: true, firstName: true, middleName: true } },
    },
  });
  const periods = await periodNames();
  const { checkedAt, stateOf } = await lastCheck(actor);
  return {
    ...{ total, page, pages, checkedAt },
    fields: await fieldsOf(actor, params, periods),
    lines: rows.map(({ id, code, params: asked, printedAt, group, printedBy, ...row }) => ({
      ...row,
      code: groupedCode(code),
      printedAt: fullDateTime(printedAt, actor.timeZone),
      group: group.name,
      period: periods.get(Number((asked as { period?: number }).period)) ?? '',
      by: nameWithInitials(printedBy),
      check: stateOf(id),
    })),
  };
}

async function periodNames(): Promise<ReadonlyMap<number, string>> {
  const periods = await db().academicPeriod.findMany({
    where: { kind: { not: 'year' } },
    orderBy: { startsOn: 'desc' },
    select: { id: true, name: true, year: { select: { name: true } } },
  });
  return new Map(periods.map(({ id, name, year }) => [id, `${name} ${year.name}`]));
}

async function fieldsOf(
  actor: Actor,
  { group, period }: RegisterParams,
  periods: ReadonlyMap<number, string>,
): Promise<readonly ReportField[]> {
  const groups = await db().studentGroup.findMany({ where: groupsVisibleTo(actor), select: { id: true, name: true } });
  groups.sort((one, other) => compareTitles(one.name, other.name));
  return [
    {
      ...{ name: 'group', label: 'Группа', empty: 'все группы', value: String(group ?? '') },
      options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    {
      ...{ name: 'period', label: 'Период', empty: 'все периоды', value: String(period ?? '') },
      options: [...periods].map(([id, label]) => ({ value: String(id), label })),
    },
  ];
}

async function lastCheck(actor: Actor): Promise<{ checkedAt: string | null; stateOf: (id: number) => CheckState }> {
  const job = await db().backgroundJob.findFirst({
    where: { kind: checkPapersKind.kind, state: 'done' },
    orderBy: { id: 'desc' },
    select: { finishedAt: true, result: true },
  });
  const result = (job?.result ?? {}) as { matching?: string; differing?: string };
  const ids = (list = '') => new Set(list.split(',').map(Number));
  const [matching, differing] = [ids(result.matching), ids(result.differing)];
  return {
    checkedAt: job?.finishedAt ? fullDateTime(job.finishedAt, actor.timeZone) : null,
    stateOf: (id) => (matching.has(id) ? 'matches' : differing.has(id) ? 'differs' : 'unknown'),
  };
}

import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

type Scheme = { id: number; firstId: number | null; version: number; approvedOn: Date | null };

/**
 * When the КТП of each section was approved, by the section's id: the version that was in force at `day`, so that a version of
 * a later term changes no earlier paper. A plan approved after that day counts, too, where there was none before.
 */
export async function schemesInForce(
  tx: Db,
  sections: readonly { id: number; scheme: Scheme | null }[],
  day: LocalDate,
): Promise<Map<number, LocalDate>> {
  const plans = sections.flatMap(({ scheme }) => (scheme && scheme.version > 1 ? [lineOf(scheme)] : []));
  const versions =
    plans.length === 0
      ? []
      : await tx.schemeOfWork.findMany({
          where: { OR: [{ id: { in: plans } }, { firstId: { in: plans } }], state: 'approved' },
          orderBy: { version: 'asc' },
          select: { id: true, firstId: true, version: true, approvedOn: true },
        });
  return new Map(
    sections.flatMap(({ id, scheme }) => {
      const own = scheme ? versions.filter((version) => lineOf(version) === lineOf(scheme)) : [];
      const known = own.length > 0 ? own : scheme ? [scheme] : [];
      const days = known.flatMap(({ approvedOn }) => (approvedOn ? [approvedOn.toISOString().slice(0, 10)] : []));
      const inForce = days.filter((approved) => approved <= day).at(-1) ?? days[0];
      return inForce ? [[id, inForce] as const] : [];
    }),
  );
}

const lineOf = ({ id, firstId }: Scheme): number => firstId ?? id;

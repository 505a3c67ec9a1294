import type { Prisma, PrismaClient } from '@/server/prisma/client';

/**
 * Takes locks off past every guard, as nobody can but the schema's owner with its triggers switched off: only to set a test up
 * again.
 */
export async function liftLocks(owner: PrismaClient, where: Prisma.GroupPeriodWhereInput = {}): Promise<void> {
  await owner.$transaction([
    owner.$executeRaw`ALTER TABLE group_period DISABLE TRIGGER guard_lock`,
    owner.groupPeriod.updateMany({
      where,
      data: { lockedAt: null, lockedById: null, lockReason: null, regulationId: null },
    }),
    owner.$executeRaw`ALTER TABLE group_period ENABLE TRIGGER guard_lock`,
  ]);
}

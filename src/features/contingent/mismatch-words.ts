import type { MismatchKind } from '@/server/prisma/enums';

export const mismatchKinds = ['notStudying', 'notListed', 'wrongData'] as const satisfies readonly MismatchKind[];

export const mismatchLabels: Readonly<Record<MismatchKind, string>> = {
  notStudying: 'числится, но не учится',
  notListed: 'учится, но в списке его нет',
  wrongData: 'в списке ошибка',
};

import { z } from 'zod';
import { isFixed, isGrantable } from '@/access/grantable';
import { permissions, roles } from '@/access/permissions';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const change = z.strictObject({ role: z.enum(roles), permission: z.enum(permissions), granted: z.boolean() });
const input = z.strictObject({ changes: z.array(change).min(1).max(500) });

/**
 * Gives functions to roles and takes them away, with effect at everybody's next click (R-003, C-12).
 * @throws Refusal INVALID for a function that the role cannot hold, or that keeps the journal mendable
 */
export const changeRights = defineCommand({
  name: 'rights.change',
  permission: 'rights.edit',
  input,
  period: 'none',
  stepUp: true,
  run: async ({ tx, input: { changes } }) => {
    for (const { role, permission, granted } of changes) {
      if (granted && !isGrantable(role, permission)) {
        throw new Refusal('INVALID', {
          detail: 'такую функцию этой роли дать нельзя',
          fields: [`${role} · ${permission}`],
        });
      }
      if (!granted && isFixed(role, permission)) {
        throw new Refusal('INVALID', {
          detail: 'без этой функции права некому было бы вернуть',
          fields: [`${role} · ${permission}`],
        });
      }
    }
    const held = await tx.rolePermission.findMany({ select: { role: true, permission: true } });
    const has = new Set(held.map(({ role, permission }) => `${role} ${permission}`));
    const real = changes.filter(({ role, permission, granted }) => has.has(`${role} ${permission}`) !== granted);
    const pairs = (granted: boolean) =>
      real.filter((one) => one.granted === granted).map(({ role, permission }) => ({ role, permission }));
    if (pairs(true).length > 0) await tx.rolePermission.createMany({ data: pairs(true), skipDuplicates: true });
    if (pairs(false).length > 0) await tx.rolePermission.deleteMany({ where: { OR: pairs(false) } });
    const steps = real.map(({ role, permission, granted }) => ({
      ...{ entity: 'rolePermission', field: `${role} ${permission}` },
      ...{ before: granted ? null : 'granted', after: granted ? 'granted' : null },
    }));
    return { result: { changed: real.length }, audit: { object: 'rights', objectId: null, steps } };
  },
});

import { type Actor, can } from '@/access/actor';
import { isFixed, isGrantable } from '@/access/grantable';
import { defaultPermissions, type Permission, type Role, roles } from '@/access/permissions';
import { db } from '@/server/db';
import { roleLabels } from '@/texts/labels';
import { permissionAreas } from './permission-words';

/** `no`: the role cannot hold it; `fixed`: held for ever. `own`: the institution has changed what was shipped. */
export type RightCell = { role: Role; state: 'on' | 'off' | 'no' | 'fixed'; own: boolean };
export type RightsView = {
  roles: readonly { role: Role; label: string }[];
  areas: readonly {
    area: string;
    rows: readonly { permission: Permission; words: string; cells: readonly RightCell[] }[];
  }[];
};

/** The table role × function as it is in force; null without the right to change it. */
export async function loadRights(actor: Actor): Promise<RightsView | null> {
  if (!can(actor, 'rights.edit')) return null;
  const held = await db().rolePermission.findMany({ select: { role: true, permission: true } });
  const has = new Set(held.map(({ role, permission }) => `${role} ${permission}`));
  const cell = (role: Role, permission: Permission): RightCell => {
    if (isFixed(role, permission)) return { role, state: 'fixed', own: false };
    if (!isGrantable(role, permission)) return { role, state: 'no', own: false };
    const on = has.has(`${role} ${permission}`);
    return { role, state: on ? 'on' : 'off', own: on !== defaultPermissions[role].includes(permission) };
  };
  return {
    roles: roles.map((role) => ({ role, label: roleLabels[role] })),
    areas: permissionAreas.map(([area, functions]) => ({
      area,
      rows: (Object.entries(functions) as [Permission, string][]).map(([permission, words]) => ({
        ...{ permission, words },
        cells: roles.map((role) => cell(role, permission)),
      })),
    })),
  };
}

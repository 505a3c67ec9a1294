import { describe, expect, test } from 'vitest';
import { isFixed, isGrantable } from './grantable';
import { defaultPermissions, roles } from './permissions';

describe('R-003 which functions a role may hold', () => {
  test('the shipped table is one of the allowed ones', () => {
    const wrong = roles.flatMap((role) => defaultPermissions[role].filter((name) => !isGrantable(role, name)));
    expect(wrong).toEqual([]);
  });

  test.each([
    ['student', 'journal.fill', false],
    ['parent', 'accounts.manage', false],
    ['observer', 'journal.fill', false],
    ['observer', 'report.preview', true],
    ['teacher', 'diary.viewChild', false],
    ['secretary', 'audit.view', true],
  ] as const)('%s · %s: %s', (role, permission, expected) => expect(isGrantable(role, permission)).toBe(expected));

  test('nobody takes the rights from the administrator', () => {
    expect([isFixed('admin', 'rights.edit'), isFixed('admin', 'load.enter')]).toEqual([true, false]);
  });
});

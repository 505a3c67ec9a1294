import { describe, expect, test } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import type { Actor } from './actor';
import { issuableGroups, issuesToStaff, mayIssueTo } from './credentials';
import { defaultPermissions, type Role } from './permissions';

const acting = (roles: readonly Role[], curates: readonly number[] = []): Actor => ({
  ...{ kind: 'person', personId: 1, sessionId: 1, name: '', mustChange: false, roles, curates, studentId: null },
  ...{
    teaches: [],
    substitutes: [],
    departments: [],
    children: [],
    now: new Date(0),
    today: '2026-10-14',
    timeZone: 'UTC',
  },
  permissions: new Set(roles.flatMap((role) => defaultPermissions[role])),
});
const student = { staff: false, keeper: false, groupIds: [7] };
const teacher = { staff: true, keeper: false, groupIds: [] };
const admin = { staff: true, keeper: true, groupIds: [] };

describe('C-11 R-005 R-006 who gives passwords to whom', () => {
  test.each<[profile: keyof typeof profiles, role: Role, groups: number[], expected: boolean[]]>([
    ['s0', 'admin', [], [true, true, true]],
    ['s0', 'curator', [7], [true, false, false]],
    ['s0', 'curator', [8], [false, false, false]],
    ['s0', 'studyOffice', [], [false, false, false]],
    ['s1', 'studyOffice', [], [true, true, false]],
    ['s4', 'deputyDirector', [], [false, true, false]],
    ['s2', 'teacher', [], [false, false, false]],
  ])('in %s the %s of %j: student, teacher, administrator', (profile, role, groups, expected) => {
    const actor = acting([role], groups);
    const setting = profiles[profile].credentials;
    expect([student, teacher, admin].map((holder) => mayIssueTo(actor, holder, setting))).toEqual(expected);
  });

  test('the staff is served by whoever the profile names, never by a curator', () => {
    expect(issuesToStaff(acting(['admin']), profiles.s0.credentials)).toBe(true);
    expect(issuesToStaff(acting(['studyOffice']), profiles.s0.credentials)).toBe(false);
    expect(issuesToStaff(acting(['studyOffice']), profiles.s1.credentials)).toBe(true);
    expect(issuesToStaff(acting(['curator'], [7]), { ...profiles.s0.credentials, staff: ['curator'] })).toBe(false);
  });

  test('a curator sees his own groups, the administrator all', () => {
    const setting = profiles.demo.credentials;
    expect(issuableGroups(acting(['curator'], [7]), setting)).toEqual([7]);
    expect(issuableGroups(acting(['admin']), setting)).toBe('every');
    expect(issuableGroups(acting(['teacher']), setting)).toEqual([]);
  });
});

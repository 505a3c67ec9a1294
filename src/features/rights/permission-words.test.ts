import { expect, test } from 'vitest';
import { permissions } from '@/access/permissions';
import { permissionAreas } from './permission-words';

test('R-003 every function of the product stands in the matrix once, in words', () => {
  const named = permissionAreas.flatMap(([, functions]) => Object.keys(functions));
  expect(named.toSorted()).toEqual([...permissions].sort());
});

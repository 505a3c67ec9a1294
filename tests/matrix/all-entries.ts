import type { Entries } from '../support/matrix-entries';
import { actions } from './entries/actions';
import { auth } from './entries/auth';
import { contingentEntries } from './entries/contingent';
import { curatorEntries } from './entries/curator';
import { fileEntries } from './entries/files';
import { importEntries } from './entries/import';
import { metadata } from './entries/metadata';
import { officeEntries } from './entries/office';
import { pages } from './entries/pages';
import { planEntries } from './entries/plans';
import { reports } from './entries/reports';
import { routes } from './entries/routes';
import { schemes } from './entries/schemes';
import { timetableEntries } from './entries/timetable';
import { year } from './entries/year';

/** Every request of the matrix by its name. @throws when two files claim the same one */
export const entries: Entries = merge([
  pages,
  routes,
  auth,
  actions,
  reports,
  contingentEntries,
  curatorEntries,
  fileEntries,
  importEntries,
  metadata,
  officeEntries,
  planEntries,
  timetableEntries,
  year,
  schemes,
]);

function merge(parts: readonly Entries[]): Entries {
  const names = parts.flatMap(Object.keys);
  const doubled = names.filter((name, place) => names.indexOf(name) !== place);
  if (doubled.length > 0) throw new Error(`entered twice: ${doubled.join(', ')}`);
  return Object.assign({}, ...parts) as Entries;
}

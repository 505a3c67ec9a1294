import pg from 'pg';
import { profiles } from '@/domain/regulation/profiles';
import { type LargeSize, scripts } from './statements';

/** Journal tables whose guards would judge each of some millions of rows; the rows are legal by construction. */
const guarded = ['lesson', 'assignment', 'mark', 'attendance_event', 'grade', 'audit_event', 'audit_change'];

const institution = `INSERT INTO institution (id, name, short_name, founder, city, time_zone, demo)
  VALUES (1, 'ГБПОУ «Большой колледж»', 'Большой колледж', 'Министерство образования', 'Самара', 'Europe/Samara', true)`;
const regulation = `INSERT INTO regulation_version (profile, valid_from, data, created_at) VALUES ('demo', '2015-08-01', $1::jsonb, now())`;

/**
 * Fills an empty migrated database with a large college in minutes: bulk statements as the schema's owner, one transaction.
 * Expects the reference data to be there.
 */
export async function generateLarge(ownerUrl: string, size: LargeSize): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(institution);
    await client.query(regulation, [JSON.stringify(profiles.demo)]);
    await client.query(fillIn(scripts.setup, size));
    for (const script of scripts.rest) await client.query(script);
    for (const table of guarded) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

/** A script of several statements takes no parameters; the sizes are numbers and dates that were checked before. */
function fillIn(script: string, { groups, firstYear, lastYear, from, until }: LargeSize): string {
  const values = [groups, firstYear, lastYear, `'${from}'`, `'${until}'`];
  return script.replaceAll(/\$(\d)/g, (_, place: string) => String(values[Number(place) - 1]));
}

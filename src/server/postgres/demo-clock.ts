import { withClient } from './roles';

/**
 * `app_now()` of demo and test databases: the setting `vedomost.now` of the session, else the one row of
 * `clock_override`, else the real time. plpgsql, because it keeps its plan and triggers call it row by row.
 */
const overrideSql = (role: string) => `
CREATE TABLE IF NOT EXISTS clock_override (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  fixed_at timestamptz,
  shift interval);
INSERT INTO clock_override DEFAULT VALUES ON CONFLICT DO NOTHING;
GRANT SELECT ON clock_override TO ${role};
CREATE OR REPLACE FUNCTION app_now() RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  session_time text := current_setting('vedomost.now', true);
  answer timestamptz;
BEGIN
  IF session_time <> '' THEN RETURN session_time::timestamptz; END IF;
  SELECT coalesce(fixed_at, clock_timestamp() + coalesce(shift, interval '0')) INTO answer FROM public.clock_override;
  RETURN coalesce(answer, clock_timestamp());
END $$;`;

/** Makes the clock of a demo or test database movable; a production start refuses such a database (T-085). */
export async function installDemoClock(ownerUrl: string, runtimeRole: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query(overrideSql(client.escapeIdentifier(runtimeRole))));
}

/** Stops the database's clock at the instant `iso`; `null` lets it run in real time again. */
export async function setDemoClock(ownerUrl: string, iso: string | null): Promise<void> {
  await withClient(ownerUrl, (client) => client.query('UPDATE clock_override SET fixed_at = $1, shift = NULL', [iso]));
}

/** Moves the clock so that it shows `iso` now and runs on from there, also after restarts. */
export async function startDemoClockAt(ownerUrl: string, iso: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query('UPDATE clock_override SET fixed_at = NULL, shift = $1::timestamptz - clock_timestamp()', [iso]),
  );
}

-- Announced technical works (R-012, S2 4.1.1): while they are on, nothing is written. A window is called off, never altered.
CREATE TABLE technical_works (
  id serial PRIMARY KEY,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  note text NOT NULL DEFAULT '',
  announced_by_id integer NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  announced_at timestamptz NOT NULL,
  cancelled_by_id integer REFERENCES person (id) ON DELETE RESTRICT,
  cancelled_at timestamptz,
  CONSTRAINT technical_works_span CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '24 hours'),
  CONSTRAINT technical_works_note CHECK (length(note) <= 300),
  CONSTRAINT technical_works_cancelled CHECK ((cancelled_at IS NULL) = (cancelled_by_id IS NULL)),
  CONSTRAINT technical_works_once EXCLUDE USING gist (tstzrange(starts_at, ends_at) WITH &&) WHERE (cancelled_at IS NULL)
);
CREATE INDEX technical_works_ends_at_idx ON technical_works (ends_at);

CREATE TRIGGER only_cancelled BEFORE UPDATE ON technical_works FOR EACH ROW
  WHEN (OLD.cancelled_at IS NOT NULL OR (OLD.id, OLD.starts_at, OLD.ends_at, OLD.note, OLD.announced_by_id, OLD.announced_at)
    IS DISTINCT FROM (NEW.id, NEW.starts_at, NEW.ends_at, NEW.note, NEW.announced_by_id, NEW.announced_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON technical_works FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON technical_works FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON technical_works TO %I', app);
  EXECUTE format('GRANT UPDATE (cancelled_by_id, cancelled_at) ON technical_works TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE technical_works_id_seq TO %I', app);
END $$;

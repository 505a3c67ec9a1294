-- Issued passwords live 14 days and open one session (T-012); a session knows when its password was last typed (T-011); the
-- owner of an account is told of new devices until he has looked (T-009).
ALTER TABLE account ADD COLUMN issued_until timestamptz, ADD COLUMN issued_used_at timestamptz, ADD COLUMN security_seen_at timestamptz,
  ADD COLUMN block_reason text;
ALTER TABLE session ADD COLUMN password_at timestamptz;
CREATE INDEX security_event_new_device ON security_event (person_id, at) WHERE kind = 'newDevice';

-- Who gave which credentials to whom and when (R-005, R-006); the password itself is nowhere but in its salted hash.
CREATE TABLE credential_batch (
  id serial PRIMARY KEY,
  request_key text NOT NULL UNIQUE CHECK (length(request_key) BETWEEN 8 AND 100),
  issued_by_id integer REFERENCES person (id) ON DELETE RESTRICT,
  issued_at timestamptz NOT NULL
);
CREATE TABLE credential_issue (
  id serial PRIMARY KEY,
  batch_id integer NOT NULL REFERENCES credential_batch (id) ON DELETE RESTRICT,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  opened boolean NOT NULL,
  valid_until timestamptz NOT NULL,
  UNIQUE (batch_id, person_id)
);
CREATE INDEX credential_batch_issued_by_id_idx ON credential_batch (issued_by_id, issued_at);
CREATE INDEX credential_issue_person_id_idx ON credential_issue (person_id);

DO $$
DECLARE app text := current_setting('vedomost.runtime_role'); t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['credential_batch', 'credential_issue'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO %I', t, app);
    EXECUTE format('GRANT USAGE ON SEQUENCE %I TO %I', t || '_id_seq', app);
  END LOOP;
END $$;

-- An installation that has its table of functions already gets the new ones as they are shipped.
INSERT INTO role_permission (role, permission)
SELECT role::role, permission FROM (VALUES ('curator', 'credentials.issue'), ('studyOffice', 'credentials.issue'),
  ('deputyDirector', 'credentials.issue'), ('admin', 'credentials.issue'), ('admin', 'rights.edit'), ('admin', 'audit.view'),
  ('director', 'audit.view')) AS shipped (role, permission)
WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

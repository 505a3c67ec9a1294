-- Tables that are brought from elsewhere (R-040): checked row by row, written all or nothing.
CREATE TYPE "import_state" AS ENUM ('checking', 'checked', 'refused', 'writing', 'done', 'discarded');

CREATE TABLE "import_run" (
  "id" SERIAL NOT NULL,
  "kind" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "file_key" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "pasted" BOOLEAN NOT NULL DEFAULT false,
  "created_by_id" INTEGER,
  "created_at" TIMESTAMPTZ NOT NULL,
  "state" "import_state" NOT NULL DEFAULT 'checking',
  "job_id" INTEGER,
  "refusal" TEXT,
  "counts" JSONB,
  "digest" TEXT,
  "rows" JSONB,
  "report" JSONB,
  "done_at" TIMESTAMPTZ,
  CONSTRAINT "import_run_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "import_run_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "import_run_done" CHECK ((state = 'done') = (done_at IS NOT NULL) AND (state = 'done') = (report IS NOT NULL)),
  CONSTRAINT "import_run_refused" CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
CREATE UNIQUE INDEX "import_run_file_key_key" ON "import_run"("file_key");
CREATE INDEX "import_run_created_by_id_idx" ON "import_run"("created_by_id");

-- A report of what was done is kept as it is; the rows that were shown before go after a day.
CREATE FUNCTION guard_import_run() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state = 'done' AND (to_jsonb(NEW) - 'rows' <> to_jsonb(OLD) - 'rows' OR NEW.rows IS NOT NULL) THEN
    RAISE EXCEPTION 'the report of an import is kept as it is' USING ERRCODE = 'VD003', DETAIL = format('import_run %s', OLD.id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept_report BEFORE UPDATE ON import_run FOR EACH ROW EXECUTE FUNCTION guard_import_run();

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON import_run TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE import_run_id_seq TO %I', app);
END $$;

-- СНИЛС is optional (T-072): it only tells people of one name apart and is shown to nobody but by a function of its own.
ALTER TABLE "person" ADD COLUMN "snils" TEXT,
  ADD CONSTRAINT "person_snils" CHECK (snils ~ '^\d{3}-\d{3}-\d{3} \d{2}$');
CREATE UNIQUE INDEX "person_snils_key" ON "person"("snils");

INSERT INTO role_permission (role, permission)
  SELECT 'studyOffice', 'people.viewSnils' WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- Copies of the whole database (T-110…T-117): what is known of each file; neither their key nor their folders stand here.
CREATE TABLE "backup_copy" (
  "id" SERIAL NOT NULL,
  "name" TEXT NOT NULL,
  "made_at" TIMESTAMPTZ NOT NULL,
  "job_id" INTEGER,
  "bytes" BIGINT NOT NULL,
  "rows" BIGINT,
  "digest" TEXT,
  "drilled_at" TIMESTAMPTZ,
  "removed_at" TIMESTAMPTZ,
  CONSTRAINT "backup_copy_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "backup_copy_name" CHECK (name ~ '^vedomost-\d{8}T\d{6}Z-[0-9a-f]{8}\.vedomost$'),
  CONSTRAINT "backup_copy_digest" CHECK (digest ~ '^[0-9a-f]{64}$' AND bytes > 0)
);

CREATE TABLE "backup_place" (
  "copy_id" INTEGER NOT NULL,
  "place" SMALLINT NOT NULL,
  "verified_at" TIMESTAMPTZ,
  "trouble" TEXT,
  CONSTRAINT "backup_place_pkey" PRIMARY KEY ("copy_id", "place"),
  CONSTRAINT "backup_place_copy_id_fkey" FOREIGN KEY ("copy_id") REFERENCES "backup_copy"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "backup_place_place" CHECK (place IN (1, 2)),
  CONSTRAINT "backup_place_trouble" CHECK (trouble IN ('unset', 'missing', 'full', 'slow', 'damaged', 'failed')
    AND (trouble IS NULL OR verified_at IS NULL))
);

CREATE UNIQUE INDEX "backup_copy_name_key" ON "backup_copy"("name");
CREATE UNIQUE INDEX "backup_copy_job_id_key" ON "backup_copy"("job_id");
CREATE INDEX "backup_copy_made_at_idx" ON "backup_copy"("made_at");

-- What the page and health judge all copies by: the latest that is whole on a medium, on how many, the last restore for trial.
CREATE VIEW backup_facts AS
  WITH whole AS (
    SELECT c.made_at, count(*)::int AS media FROM backup_copy c JOIN backup_place p ON p.copy_id = c.id AND p.verified_at IS NOT NULL
    WHERE c.removed_at IS NULL GROUP BY c.id ORDER BY c.made_at DESC, c.id DESC LIMIT 1)
  SELECT (SELECT made_at FROM whole) AS last_copy, coalesce((SELECT media FROM whole), 0) AS media,
    (SELECT max(drilled_at) FROM backup_copy) AS last_drill, (SELECT min(made_at) FROM backup_copy) AS first_copy;

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON backup_copy, backup_place TO %I', app);
  EXECUTE format('GRANT SELECT ON backup_facts TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE backup_copy_id_seq TO %I', app);
END $$;

-- Installations that have their table of functions already: the administrator makes copies (R-149).
INSERT INTO role_permission (role, permission)
  SELECT 'admin', 'backup.manage' WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

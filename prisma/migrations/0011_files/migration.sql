-- Files of a lesson and of its homework (R-069, R-135). The row is the fact with its authors; the bytes lie beside it in
-- pieces, so that they stream in and out and every copy of the database has them.
CREATE TYPE "lesson_file_part" AS ENUM ('homework', 'material');

CREATE TABLE "lesson_file" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "lesson_id" INTEGER NOT NULL,
    "part" "lesson_file_part" NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "added_by_id" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL,
    "removed_by_id" INTEGER,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "lesson_file_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "lesson_file_key_key" ON "lesson_file"("key");
CREATE INDEX "lesson_file_lesson_id_idx" ON "lesson_file"("lesson_id");
CREATE INDEX "lesson_file_added_by_id_idx" ON "lesson_file"("added_by_id");

ALTER TABLE "lesson_file" ADD CONSTRAINT "lesson_file_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lesson_file" ADD CONSTRAINT "lesson_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lesson_file" ADD CONSTRAINT "lesson_file_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A piece is received before its file is known: what is left without one goes at night.
CREATE TABLE "file_chunk" (
    "file_key" TEXT NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "file_chunk_pkey" PRIMARY KEY ("file_key","ordinal")
);
-- Documents and pictures are packed already.
ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE lesson_file
  ADD CONSTRAINT lesson_file_shape CHECK (key ~ '^[A-Za-z0-9_-]{22}$' AND hash ~ '^[0-9a-f]{64}$' AND size BETWEEN 1 AND 20971520
    AND kind IN ('pdf', 'jpeg', 'png', 'docx', 'xlsx', 'odt', 'txt')),
  ADD CONSTRAINT lesson_file_name CHECK (length(name) BETWEEN 1 AND 160 AND name !~ '[[:cntrl:]/\\]'),
  ADD CONSTRAINT lesson_file_removal CHECK ((removed_at IS NULL) = (removed_by_id IS NULL));
ALTER TABLE file_chunk
  ADD CONSTRAINT file_chunk_size CHECK (ordinal BETWEEN 0 AND 79 AND octet_length(bytes) BETWEEN 1 AND 262144);
-- The same file stands in a place once.
CREATE UNIQUE INDEX lesson_file_once ON lesson_file (lesson_id, part, hash) WHERE removed_at IS NULL;

-- A locked period keeps its files, too; a file is added and removed, never altered or restored.
CREATE TRIGGER guard_insert AFTER INSERT ON lesson_file REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_lesson_part();
CREATE TRIGGER guard_update AFTER UPDATE ON lesson_file REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_lesson_part();
CREATE TRIGGER guard_delete AFTER DELETE ON lesson_file REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_lesson_part();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON lesson_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_removed BEFORE UPDATE ON lesson_file FOR EACH ROW
  WHEN (OLD.removed_at IS NOT NULL OR (OLD.id, OLD.key, OLD.lesson_id, OLD.part, OLD.name, OLD.kind, OLD.size, OLD.hash, OLD.added_by_id, OLD.added_at)
    IS DISTINCT FROM (NEW.id, NEW.key, NEW.lesson_id, NEW.part, NEW.name, NEW.kind, NEW.size, NEW.hash, NEW.added_by_id, NEW.added_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE ON file_chunk FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Bytes go only from files that have been removed, and those of no file.
CREATE FUNCTION guard_file_chunk() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM gone JOIN lesson_file f ON f.key = gone.file_key AND f.removed_at IS NULL) THEN
    RAISE EXCEPTION 'bytes of a file that is still there' USING ERRCODE = 'VD003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard_delete AFTER DELETE ON file_chunk REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION guard_file_chunk();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON file_chunk FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON lesson_file TO %I', app);
  EXECUTE format('GRANT UPDATE (removed_by_id, removed_at) ON lesson_file TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON file_chunk TO %I', app);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
END $$;

-- КТП: content and materials of a topic, versions, the way to approval, the journals that it is written for (R-046–R-049).
ALTER TABLE "planned_topic"
  ADD COLUMN "content" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "materials" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "origin_id" INTEGER;
ALTER TABLE "scheme_of_work"
  ADD COLUMN "first_id" INTEGER,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "saved_by_id" INTEGER,
  ADD COLUMN "saved_at" TIMESTAMPTZ;

CREATE TABLE "scheme_section" (
    "scheme_id" INTEGER NOT NULL,
    "section_id" INTEGER NOT NULL,

    CONSTRAINT "scheme_section_pkey" PRIMARY KEY ("scheme_id","section_id")
);
CREATE TABLE "scheme_step" (
    "id" SERIAL NOT NULL,
    "scheme_id" INTEGER NOT NULL,
    "state" "scheme_state" NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "by_id" INTEGER NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "scheme_step_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "work_programme" (
    "item_id" INTEGER NOT NULL,
    "approved_on" DATE NOT NULL,
    "noted_by_id" INTEGER NOT NULL,
    "noted_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "work_programme_pkey" PRIMARY KEY ("item_id")
);

CREATE INDEX "scheme_of_work_course_id_idx" ON "scheme_of_work"("course_id");
CREATE INDEX "planned_topic_origin_id_idx" ON "planned_topic"("origin_id");
CREATE INDEX "scheme_section_section_id_idx" ON "scheme_section"("section_id");
CREATE INDEX "scheme_step_scheme_id_idx" ON "scheme_step"("scheme_id");

ALTER TABLE "scheme_of_work" ADD CONSTRAINT "scheme_of_work_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "scheme_of_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scheme_of_work" ADD CONSTRAINT "scheme_of_work_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "planned_topic" ADD CONSTRAINT "planned_topic_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "planned_topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scheme_section" ADD CONSTRAINT "scheme_section_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme_of_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scheme_section" ADD CONSTRAINT "scheme_section_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scheme_step" ADD CONSTRAINT "scheme_step_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme_of_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "scheme_step" ADD CONSTRAINT "scheme_step_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "work_programme" ADD CONSTRAINT "work_programme_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "curriculum_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "work_programme" ADD CONSTRAINT "work_programme_noted_by_id_fkey" FOREIGN KEY ("noted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A first version has no first one, a later one has; a plan has one version of a number and one that is still being written.
ALTER TABLE scheme_of_work
  ADD CONSTRAINT scheme_of_work_versions CHECK (version >= 1 AND (version = 1) = (first_id IS NULL) AND revision >= 0),
  ADD CONSTRAINT scheme_of_work_saved CHECK ((saved_at IS NULL) = (saved_by_id IS NULL));
CREATE UNIQUE INDEX scheme_of_work_version_once ON scheme_of_work (first_id, version);
CREATE UNIQUE INDEX scheme_of_work_one_open ON scheme_of_work (first_id) WHERE state <> 'approved';
ALTER TABLE scheme_step ADD CONSTRAINT scheme_step_remark CHECK (length(remark) <= 4000 AND (state <> 'returned' OR btrim(remark) <> ''));

-- Topics change places in one statement.
DROP INDEX planned_topic_scheme_id_ordinal_key;
ALTER TABLE planned_topic ADD CONSTRAINT planned_topic_scheme_id_ordinal_key UNIQUE (scheme_id, ordinal) DEFERRABLE INITIALLY IMMEDIATE;

-- What is sent waits as it is, what is approved stays as it is: a change of it is a new version.
CREATE FUNCTION guard_planned_topic() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM touched JOIN scheme_of_work w ON w.id = touched.scheme_id AND w.state IN ('sent', 'approved')) THEN
    RAISE EXCEPTION 'topics of a scheme that is sent or approved' USING ERRCODE = 'VD003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard_insert AFTER INSERT ON planned_topic REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_planned_topic();
CREATE TRIGGER guard_update AFTER UPDATE ON planned_topic REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_planned_topic();
CREATE TRIGGER guard_update_from AFTER UPDATE ON planned_topic REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_planned_topic();
CREATE TRIGGER guard_delete AFTER DELETE ON planned_topic REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_planned_topic();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON planned_topic FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION guard_scheme() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM before WHERE state = 'approved') THEN
    RAISE EXCEPTION 'an approved scheme is never changed' USING ERRCODE = 'VD003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guard_update AFTER UPDATE ON scheme_of_work REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION guard_scheme();
CREATE TRIGGER guard_delete AFTER DELETE ON scheme_of_work REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION guard_scheme();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON scheme_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON scheme_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON scheme_section TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON scheme_step TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON work_programme TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE scheme_step_id_seq TO %I', app);
END $$;

-- An installation that has its table of functions already gets the new one as it is shipped.
INSERT INTO role_permission (role, permission)
SELECT role::role, 'scheme.approve' FROM (VALUES ('methodist'), ('deputyDirector')) AS shipped (role)
WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- Absences that parents report and the curator accepts or declines, or enters for several days (R-084).
CREATE TYPE "absence_note_state" AS ENUM ('sent', 'accepted', 'declined');

CREATE TABLE "absence_note" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "first_period" SMALLINT,
    "last_period" SMALLINT,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "document" BOOLEAN NOT NULL DEFAULT false,
    "state" "absence_note_state" NOT NULL DEFAULT 'sent',
    "reason" TEXT,
    "reply" TEXT NOT NULL DEFAULT '',
    "decided_by_id" INTEGER,
    "decided_at" TIMESTAMPTZ,

    CONSTRAINT "absence_note_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "absence_note_group_id_ends_on_idx" ON "absence_note"("group_id", "ends_on");
CREATE INDEX "absence_note_student_id_idx" ON "absence_note"("student_id");

ALTER TABLE "absence_note" ADD CONSTRAINT "absence_note_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "absence_note" ADD CONSTRAINT "absence_note_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "absence_note" ADD CONSTRAINT "absence_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "absence_note" ADD CONSTRAINT "absence_note_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Class periods are named for one day only; a declined note says why; who decided and when stand together.
ALTER TABLE "absence_note"
  ADD CONSTRAINT absence_note_days CHECK (ends_on >= starts_on AND ends_on - starts_on <= 60),
  ADD CONSTRAINT absence_note_periods CHECK ((first_period IS NULL) = (last_period IS NULL)
    AND (first_period IS NULL OR (starts_on = ends_on AND first_period BETWEEN 1 AND last_period AND last_period <= 12))),
  ADD CONSTRAINT absence_note_decision CHECK ((state = 'sent') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT absence_note_reply CHECK (state <> 'declined' OR btrim(reply) <> '');
-- The same absence waits for an answer once.
CREATE UNIQUE INDEX absence_note_waits_once ON absence_note (student_id, starts_on, ends_on, coalesce(first_period, 0)) WHERE state = 'sent';

-- An installation that has its table of rights already gives the new one to parents.
INSERT INTO role_permission (role, permission) SELECT 'parent', 'absence.report' WHERE EXISTS (SELECT 1 FROM role_permission)
  ON CONFLICT DO NOTHING;

DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON absence_note TO %I', app);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
END $$;

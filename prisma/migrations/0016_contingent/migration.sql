-- Contingent and orders (issue 4 §5): orders are undone by other orders, cards of people have versions, curators check them
-- every half-year, parents ask for changes, curators report what does not agree.

-- ---------------------------------------------------------------- orders
ALTER TYPE "order_kind" ADD VALUE 'reinstatement';
ALTER TYPE "order_kind" ADD VALUE 'cancellation';

-- A leave or a form of study may be ended by an order before its planned end, which an undone return puts back.
ALTER TABLE "enrollment_status"
  ADD COLUMN "planned_ends_on" DATE,
  ADD COLUMN "ended_by_id" INTEGER,
  ADD CONSTRAINT "enrollment_status_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "enrollment_status_ended" CHECK (ended_by_id IS NULL OR ends_on IS NOT NULL),
  ADD CONSTRAINT "enrollment_status_planned" CHECK (planned_ends_on IS NULL OR (ended_by_id IS NOT NULL AND planned_ends_on >= ends_on));

-- What an order had done of a student, when another order undid it; `done` is what the register goes on telling.
CREATE TABLE "order_undoing" (
  "order_id" INTEGER NOT NULL,
  "student_id" INTEGER NOT NULL,
  "counter_order_id" INTEGER NOT NULL,
  "undone_at" TIMESTAMPTZ NOT NULL,
  "undone_by_id" INTEGER NOT NULL,
  "done" JSONB NOT NULL,
  CONSTRAINT "order_undoing_pkey" PRIMARY KEY ("order_id", "student_id"),
  CONSTRAINT "order_undoing_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "order_undoing_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "order_undoing_counter_order_id_fkey" FOREIGN KEY ("counter_order_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "order_undoing_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "order_undoing_other" CHECK (order_id <> counter_order_id)
);
CREATE INDEX "order_undoing_counter_order_id_idx" ON "order_undoing"("counter_order_id");
CREATE INDEX "order_undoing_student_id_idx" ON "order_undoing"("student_id");
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON order_undoing FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON order_undoing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Days of a student's life in the college go only with the order that gave them, once that one is undone.
CREATE FUNCTION guard_undone() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE undone boolean;
BEGIN
  IF TG_TABLE_NAME = 'enrollment' THEN
    undone := EXISTS (SELECT 1 FROM order_undoing u WHERE u.order_id = OLD.entry_order_id AND u.student_id = OLD.student_id);
  ELSE
    undone := EXISTS (SELECT 1 FROM order_undoing u JOIN enrollment e ON e.id = OLD.enrollment_id
      WHERE u.order_id = OLD.order_id AND u.student_id = e.student_id);
  END IF;
  IF NOT undone THEN
    RAISE EXCEPTION 'the order that gave these days is in force' USING ERRCODE = 'VD003', DETAIL = format('%s %s', TG_TABLE_NAME, OLD.id);
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER only_undone BEFORE DELETE ON enrollment FOR EACH ROW EXECUTE FUNCTION guard_undone();
CREATE TRIGGER only_undone BEFORE DELETE ON enrollment_status FOR EACH ROW EXECUTE FUNCTION guard_undone();

-- ---------------------------------------------------------------- personal cards
ALTER TABLE "person"
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT "person_version" CHECK (version >= 1);
ALTER TABLE "student"
  ADD COLUMN "registered_address" TEXT,
  ADD COLUMN "living_address" TEXT,
  ADD COLUMN "social_statuses" TEXT[] NOT NULL DEFAULT '{}';

CREATE TABLE "personal_data_check" (
  "id" SERIAL NOT NULL,
  "student_id" INTEGER NOT NULL,
  "checked_on" DATE NOT NULL,
  "checked_at" TIMESTAMPTZ NOT NULL,
  "checked_by_id" INTEGER NOT NULL,
  CONSTRAINT "personal_data_check_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "personal_data_check_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "personal_data_check_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "personal_data_check_student_id_checked_on_idx" ON "personal_data_check"("student_id", "checked_on");

-- ---------------------------------------------------------------- what people ask the college to mend
CREATE TYPE "data_request_state" AS ENUM ('sent', 'accepted', 'declined', 'withdrawn');

-- `changes`: field → new value of the student or of the parent who asks.
CREATE TABLE "data_change_request" (
  "id" SERIAL NOT NULL,
  "student_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "group_id" INTEGER NOT NULL,
  "author_id" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ NOT NULL,
  "changes" JSONB NOT NULL,
  "text" TEXT NOT NULL DEFAULT '',
  "state" "data_request_state" NOT NULL DEFAULT 'sent',
  "reply" TEXT NOT NULL DEFAULT '',
  "decided_by_id" INTEGER,
  "decided_at" TIMESTAMPTZ,
  CONSTRAINT "data_change_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "data_change_request_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "data_change_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "data_change_request_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "data_change_request_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "data_change_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "data_change_request_says" CHECK (changes <> '{}' OR btrim(text) <> ''),
  CONSTRAINT "data_change_request_decision" CHECK ((state = 'sent') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  CONSTRAINT "data_change_request_reply" CHECK (state <> 'declined' OR btrim(reply) <> '')
);
CREATE INDEX "data_change_request_group_id_state_idx" ON "data_change_request"("group_id", "state");
CREATE INDEX "data_change_request_student_id_idx" ON "data_change_request"("student_id");

CREATE TYPE "mismatch_kind" AS ENUM ('notStudying', 'notListed', 'wrongData');

CREATE TABLE "contingent_mismatch" (
  "id" SERIAL NOT NULL,
  "group_id" INTEGER NOT NULL,
  "student_id" INTEGER,
  "kind" "mismatch_kind" NOT NULL,
  "text" TEXT NOT NULL,
  "author_id" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ NOT NULL,
  "reply" TEXT NOT NULL DEFAULT '',
  "settled_by_id" INTEGER,
  "settled_at" TIMESTAMPTZ,
  CONSTRAINT "contingent_mismatch_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "contingent_mismatch_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "contingent_mismatch_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "contingent_mismatch_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "contingent_mismatch_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "contingent_mismatch_says" CHECK (btrim(text) <> ''),
  CONSTRAINT "contingent_mismatch_student" CHECK (student_id IS NOT NULL OR kind = 'notListed'),
  CONSTRAINT "contingent_mismatch_settled" CHECK ((settled_at IS NULL) = (settled_by_id IS NULL) AND (settled_at IS NULL OR btrim(reply) <> ''))
);
CREATE INDEX "contingent_mismatch_group_id_idx" ON "contingent_mismatch"("group_id");

-- ---------------------------------------------------------------- who may
DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT DELETE ON enrollment, enrollment_status TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON order_undoing, personal_data_check TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON data_change_request, contingent_mismatch TO %I', app);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
END $$;

-- An installation that has its table of functions already gets the new ones for the roles that hold them by default.
INSERT INTO role_permission (role, permission)
  SELECT r.role::role, r.permission FROM (VALUES ('curator', 'people.viewCurated'), ('curator', 'people.enterCurated'),
    ('departmentHead', 'people.viewDepartment'), ('deputyDirector', 'people.viewAll'), ('director', 'people.viewAll'),
    ('studyOffice', 'people.viewAll'), ('secretary', 'people.viewAll'), ('parent', 'people.request')) AS r(role, permission)
  WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- Timetable and substitutions (R-041–R-045): a week that changes from a day on, lessons laid anew, changes of one day, absences,
-- notices of changes, calendars of phones.

-- ---------------------------------------------------------------- places of the week
-- A place is ended or removed, never deleted: lessons refer to it. Two dispatchers tell by the version that the other was first.
ALTER TABLE timetable_entry ADD COLUMN version integer NOT NULL DEFAULT 0,
  ADD COLUMN removed_at timestamptz;
DO $$
BEGIN
  EXECUTE format('REVOKE DELETE ON timetable_entry FROM %I', current_setting('vedomost.runtime_role'));
END $$;

-- ---------------------------------------------------------------- changes of one day
CREATE TYPE lesson_change_kind AS ENUM ('cancelled', 'moved', 'replaced');
-- `replaced`: the lesson is cancelled and `instead_id`, of another course, is given at its hour. `moved`: where it stood before.
CREATE TABLE lesson_change (
  id serial PRIMARY KEY,
  lesson_id integer NOT NULL REFERENCES lesson (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind lesson_change_kind NOT NULL,
  instead_id integer REFERENCES lesson (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  former_date date NOT NULL,
  former_class_period smallint NOT NULL,
  former_room text NOT NULL,
  reason text NOT NULL CONSTRAINT lesson_change_reason CHECK (btrim(reason) <> '' AND length(reason) <= 200),
  order_number text NOT NULL DEFAULT '',
  ordered_on date,
  made_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  made_at timestamptz NOT NULL,
  undone_at timestamptz,
  undone_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT lesson_change_instead CHECK (kind = 'replaced' OR instead_id IS NULL)
);
CREATE INDEX lesson_change_former_date_idx ON lesson_change (former_date);
CREATE UNIQUE INDEX lesson_change_once ON lesson_change (lesson_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX lesson_change_instead_once ON lesson_change (instead_id) WHERE undone_at IS NULL;

CREATE TRIGGER guard_insert AFTER INSERT ON lesson_change REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_lesson_part();
CREATE TRIGGER guard_update AFTER UPDATE ON lesson_change REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_lesson_part();
CREATE TRIGGER no_delete BEFORE DELETE ON lesson_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON lesson_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_undone BEFORE UPDATE ON lesson_change FOR EACH ROW
  WHEN (OLD.undone_at IS NOT NULL OR (OLD.id, OLD.lesson_id, OLD.kind, OLD.former_date, OLD.former_class_period, OLD.former_room, OLD.reason,
      OLD.order_number, OLD.ordered_on, OLD.made_by_id, OLD.made_at)
    IS DISTINCT FROM (NEW.id, NEW.lesson_id, NEW.kind, NEW.former_date, NEW.former_class_period, NEW.former_room, NEW.reason,
      NEW.order_number, NEW.ordered_on, NEW.made_by_id, NEW.made_at))
  EXECUTE FUNCTION refuse_change();

-- Absence of a teacher: its lessons are the holes of the day.
CREATE TABLE staff_absence (
  id serial PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff_member (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  reason text NOT NULL CONSTRAINT staff_absence_reason CHECK (btrim(reason) <> '' AND length(reason) <= 200),
  order_number text NOT NULL DEFAULT '',
  ordered_on date,
  entered_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  entered_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CONSTRAINT staff_absence_order CHECK (starts_on <= ends_on),
  CONSTRAINT staff_absence_apart EXCLUDE USING gist (staff_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (withdrawn_at IS NULL)
);
CREATE TRIGGER no_delete BEFORE DELETE ON staff_absence FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- lessons that nobody has filled may go with their place of the week
-- Locked first, so that no entry comes between; the one way in which the runtime role deletes lessons (T-061).
CREATE FUNCTION withdraw_lessons(ids int[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM lesson WHERE id = ANY (ids) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM lesson l WHERE l.id = ANY (ids) AND (l.state <> 'planned' OR l.entered_at IS NOT NULL OR l.attendance_taken
      OR l.topic <> '' OR l.homework <> ''
      OR EXISTS (SELECT 1 FROM assignment a WHERE a.lesson_id = l.id) OR EXISTS (SELECT 1 FROM attendance_event e WHERE e.lesson_id = l.id)
      OR EXISTS (SELECT 1 FROM individual_homework h WHERE h.lesson_id = l.id) OR EXISTS (SELECT 1 FROM lesson_file f WHERE f.lesson_id = l.id)
      OR EXISTS (SELECT 1 FROM substitution s WHERE s.lesson_id = l.id)
      OR EXISTS (SELECT 1 FROM lesson_change c WHERE l.id IN (c.lesson_id, c.instead_id)))) THEN
    RAISE EXCEPTION 'a lesson with entries is not withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM lesson WHERE id = ANY (ids);
END $$;
REVOKE EXECUTE ON FUNCTION withdraw_lessons(int[]) FROM PUBLIC;

-- ---------------------------------------------------------------- notices of changes (R-042)
CREATE TABLE notice (
  id serial PRIMARY KEY,
  title text NOT NULL CONSTRAINT notice_title CHECK (length(title) BETWEEN 1 AND 200),
  text text NOT NULL CONSTRAINT notice_text CHECK (length(text) <= 2000),
  shown_until date NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX notice_shown_until_idx ON notice (shown_until);
-- To a group and its parents, or to a subgroup of it.
CREATE TABLE notice_group (
  notice_id integer NOT NULL REFERENCES notice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  group_id integer NOT NULL REFERENCES student_group (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  subgroup_id integer REFERENCES subgroup (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (notice_id, group_id)
);
CREATE INDEX notice_group_group_id_idx ON notice_group (group_id);
CREATE TABLE notice_person (
  notice_id integer NOT NULL REFERENCES notice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (notice_id, person_id)
);
CREATE INDEX notice_person_person_id_idx ON notice_person (person_id);

-- ---------------------------------------------------------------- calendars of phones (T-034): only the link's hash is kept
CREATE TABLE calendar_feed (
  id serial PRIMARY KEY,
  person_id integer NOT NULL REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  token_hash bytea NOT NULL CONSTRAINT calendar_feed_hash CHECK (length(token_hash) = 32),
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX calendar_feed_token_hash_key ON calendar_feed (token_hash);
CREATE UNIQUE INDEX calendar_feed_one ON calendar_feed (person_id) WHERE revoked_at IS NULL;

-- ---------------------------------------------------------------- who may
DO $$
DECLARE app text := current_setting('vedomost.runtime_role'); t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['lesson_change', 'staff_absence', 'notice', 'notice_group', 'notice_person', 'calendar_feed'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO %I', t, app);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['notice', 'notice_group', 'notice_person'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
  EXECUTE format('GRANT UPDATE (instead_id, undone_at, undone_by_id) ON lesson_change TO %I', app);
  EXECUTE format('GRANT UPDATE (withdrawn_at) ON staff_absence TO %I', app);
  EXECUTE format('GRANT UPDATE (revoked_at) ON calendar_feed TO %I', app);
  EXECUTE format('GRANT DELETE ON substitution TO %I', app);
  EXECUTE format('GRANT EXECUTE ON FUNCTION withdraw_lessons(int[]) TO %I', app);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
END $$;

-- An installation that has its table of functions already gets the new ones for the roles that hold them by default.
INSERT INTO role_permission (role, permission)
  SELECT r.role::role, r.permission FROM (VALUES ('teacher', 'timetable.view'), ('curator', 'timetable.view'), ('deputyDirector', 'timetable.view'),
    ('director', 'timetable.view'), ('departmentHead', 'timetable.view'), ('studyOffice', 'timetable.view'), ('secretary', 'timetable.view'),
    ('timetableDispatcher', 'timetable.view'), ('methodist', 'timetable.view'), ('admin', 'timetable.view')) AS r(role, permission)
  WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- The study office: structure, calendar by group, bells of two shifts, registers (R-018…R-023, R-027…R-030, R-039).

-- ---------------------------------------------------------------- two editors at once do not overwrite each other
ALTER TABLE academic_period ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE bell_schedule ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE department ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE study_program ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE student_group ADD COLUMN version integer NOT NULL DEFAULT 0;

-- ---------------------------------------------------------------- periods of any kind, by group
-- A leaving group has a shorter second semester, another studies by trimesters: a group chooses its periods, and those of
-- one kind never overlap in it.
ALTER TABLE academic_period DROP CONSTRAINT academic_period_apart;
DROP INDEX academic_period_year_id_kind_ordinal_key;
CREATE UNIQUE INDEX academic_period_year_id_name_key ON academic_period (year_id, name);

CREATE FUNCTION assert_periods_apart(chosen_group int, chosen_period int) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM academic_period mine JOIN group_period gp ON gp.period_id <> mine.id AND (chosen_group IS NULL OR gp.group_id = chosen_group)
      JOIN academic_period other ON other.id = gp.period_id AND other.kind = mine.kind
        AND daterange(other.starts_on, other.ends_on, '[]') && daterange(mine.starts_on, mine.ends_on, '[]')
    WHERE mine.id = chosen_period AND (chosen_group IS NOT NULL
      OR EXISTS (SELECT 1 FROM group_period own WHERE own.group_id = gp.group_id AND own.period_id = mine.id))) THEN
    RAISE EXCEPTION 'two periods of one kind overlap in a group' USING ERRCODE = 'exclusion_violation';
  END IF;
END $$;

CREATE FUNCTION guard_group_periods_apart() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM assert_periods_apart(NEW.group_id, NEW.period_id);
  RETURN NEW;
END $$;
CREATE TRIGGER periods_apart AFTER INSERT ON group_period FOR EACH ROW EXECUTE FUNCTION guard_group_periods_apart();

-- The days of a period that is locked for a group do not move, and none moves away from its lessons.
CREATE FUNCTION guard_period_days() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM group_period WHERE period_id = OLD.id AND locked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('period %s', OLD.id);
  END IF;
  IF EXISTS (SELECT 1 FROM lesson WHERE period_id = OLD.id AND date NOT BETWEEN NEW.starts_on AND NEW.ends_on) THEN
    RAISE EXCEPTION 'lessons lie outside the period' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM assert_periods_apart(NULL, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER period_days AFTER UPDATE ON academic_period FOR EACH ROW
  WHEN ((OLD.kind, OLD.starts_on, OLD.ends_on) IS DISTINCT FROM (NEW.kind, NEW.starts_on, NEW.ends_on)) EXECUTE FUNCTION guard_period_days();

-- Nor does a day of the calendar that lies in a period locked for any group.
CREATE FUNCTION guard_calendar_day() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE days date[] := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.date END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.date END];
BEGIN
  IF EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id
      WHERE gp.locked_at IS NOT NULL AND EXISTS (SELECT 1 FROM unnest(days) AS d WHERE d BETWEEN p.starts_on AND p.ends_on)) THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('days %s', days);
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_day BEFORE INSERT OR UPDATE OR DELETE ON calendar_exception FOR EACH ROW EXECUTE FUNCTION guard_calendar_day();

-- ---------------------------------------------------------------- bells of a second shift, of a weekday, of one date
CREATE TABLE bell_use (
  id serial PRIMARY KEY,
  schedule_id integer NOT NULL REFERENCES bell_schedule (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  group_id integer REFERENCES student_group (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  weekday smallint CONSTRAINT bell_use_weekday CHECK (weekday BETWEEN 1 AND 7),
  date date,
  CONSTRAINT bell_use_when CHECK (num_nonnulls(group_id, weekday, date) > 0 AND num_nonnulls(weekday, date) < 2)
);
CREATE INDEX bell_use_schedule_id_idx ON bell_use (schedule_id);
CREATE UNIQUE INDEX bell_use_once ON bell_use (schedule_id, group_id, weekday, date) NULLS NOT DISTINCT;

-- ---------------------------------------------------------------- what a group does instead of lessons
CREATE TYPE study_span_kind AS ENUM ('vacation', 'session', 'practice', 'finalAttestation');
CREATE TABLE study_span (
  id serial PRIMARY KEY,
  year_id integer NOT NULL REFERENCES academic_year (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  group_id integer NOT NULL REFERENCES student_group (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind study_span_kind NOT NULL,
  name text NOT NULL DEFAULT '',
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT study_span_order CHECK (starts_on <= ends_on),
  CONSTRAINT study_span_apart EXCLUDE USING gist (group_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
CREATE INDEX study_span_group_id_starts_on_idx ON study_span (group_id, starts_on);
CREATE TRIGGER guard_year BEFORE INSERT OR UPDATE OR DELETE ON study_span FOR EACH ROW EXECUTE FUNCTION guard_part_of_year();

CREATE FUNCTION guard_span() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'DELETE' AND NOT EXISTS (SELECT 1 FROM academic_year y WHERE y.id = NEW.year_id AND NEW.starts_on >= y.starts_on AND NEW.ends_on <= y.ends_on) THEN
    RAISE EXCEPTION 'the span is not of its year' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id WHERE gp.locked_at IS NOT NULL AND (
      (TG_OP <> 'INSERT' AND gp.group_id = OLD.group_id AND daterange(p.starts_on, p.ends_on, '[]') && daterange(OLD.starts_on, OLD.ends_on, '[]'))
      OR (TG_OP <> 'DELETE' AND gp.group_id = NEW.group_id AND daterange(p.starts_on, p.ends_on, '[]') && daterange(NEW.starts_on, NEW.ends_on, '[]')))) THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_span BEFORE INSERT OR UPDATE OR DELETE ON study_span FOR EACH ROW EXECUTE FUNCTION guard_span();

-- ---------------------------------------------------------------- rooms: those that stand in the timetable are known
CREATE TABLE room (
  id serial PRIMARY KEY,
  name text NOT NULL CONSTRAINT room_name_key UNIQUE,
  purpose text NOT NULL DEFAULT '',
  seats smallint CONSTRAINT room_seats CHECK (seats BETWEEN 1 AND 2000),
  closed_on date,
  version integer NOT NULL DEFAULT 0
);
INSERT INTO room (name) SELECT room FROM timetable_entry WHERE room <> '' UNION SELECT room FROM lesson WHERE room <> '';

-- ---------------------------------------------------------------- registers
CREATE TABLE responsibility (
  id serial PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff_member (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  duty text NOT NULL,
  order_number text NOT NULL,
  ordered_on date NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT responsibility_order CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX responsibility_staff_id_idx ON responsibility (staff_id);

CREATE TYPE office_document_kind AS ENUM ('normative', 'training');
CREATE TABLE office_document (
  id serial PRIMARY KEY,
  kind office_document_kind NOT NULL,
  title text NOT NULL,
  url text NOT NULL CONSTRAINT office_document_url CHECK (url ~ '^https?://'),
  note text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 0
);

CREATE TABLE training_record (
  id serial PRIMARY KEY,
  staff_id integer NOT NULL REFERENCES staff_member (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  topic text NOT NULL,
  held_on date NOT NULL,
  hours smallint NOT NULL CONSTRAINT training_record_hours CHECK (hours BETWEEN 1 AND 500),
  recorded_by_id integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT training_record_once UNIQUE (staff_id, topic, held_on)
);

-- ---------------------------------------------------------------- who may
-- Deleting is for what nothing refers to: every reference to these tables is RESTRICT, parts go with their schedule.
DO $$
DECLARE app text := current_setting('vedomost.runtime_role'); t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bell_use', 'study_span', 'room', 'responsibility', 'office_document', 'training_record'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', t, app);
    EXECUTE format('GRANT USAGE ON SEQUENCE %I TO %I', t || '_id_seq', app);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['academic_period', 'group_period', 'calendar_exception', 'bell_schedule', 'class_period', 'department', 'study_program', 'student_group'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO %I', t, app);
  END LOOP;
END $$;

-- An installation that has its table of functions already gets the new ones for the roles that hold them by default.
INSERT INTO role_permission (role, permission)
  SELECT r.role::role, f.permission FROM (VALUES ('deputyDirector'), ('director'), ('departmentHead'), ('studyOffice'), ('secretary'),
      ('timetableDispatcher'), ('methodist'), ('admin')) AS r(role)
    CROSS JOIN (VALUES ('study.view'), ('calendar.enter'), ('structure.enter')) AS f(permission)
  WHERE (f.permission = 'study.view' OR r.role IN ('studyOffice', 'admin') OR (r.role = 'deputyDirector' AND f.permission = 'calendar.enter'))
    AND EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- A line for each пара and each rule by which its schedule rings: the usual one and, where nothing says when, that of shortened days without any.
CREATE VIEW bell_line WITH (security_invoker = true) AS
  SELECT c.number, c.starts_at, c.ends_at, b.shortened, NULL::int AS group_id, NULL::smallint AS weekday, NULL::date AS date
    FROM class_period c JOIN bell_schedule b ON b.id = c.schedule_id
    WHERE b.is_default OR (b.shortened AND NOT EXISTS (SELECT 1 FROM bell_use u WHERE u.schedule_id = b.id))
  UNION ALL
  SELECT c.number, c.starts_at, c.ends_at, b.shortened, u.group_id, u.weekday, u.date
    FROM bell_use u JOIN bell_schedule b ON b.id = u.schedule_id JOIN class_period c ON c.schedule_id = b.id;
DO $$ BEGIN EXECUTE format('GRANT SELECT ON bell_line TO %I', current_setting('vedomost.runtime_role')); END $$;

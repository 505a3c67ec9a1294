-- Study plans that are worked on and approved, orders that change plans and load, streams, divisions looked through each period.
ALTER TYPE control_form ADD VALUE 'demoExam';
ALTER TYPE course_kind ADD VALUE 'finalAssessment';
CREATE TYPE curriculum_state AS ENUM ('draft', 'approved');
CREATE TYPE planning_order_kind AS ENUM ('curriculum', 'load', 'timetable');

ALTER TABLE curriculum ADD COLUMN state curriculum_state NOT NULL DEFAULT 'draft',
  ALTER COLUMN approved_on DROP NOT NULL,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN changed_by_id integer,
  ADD CONSTRAINT curriculum_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT curriculum_version CHECK (version >= 1),
  ADD CONSTRAINT curriculum_approval CHECK (state <> 'approved' OR approved_on IS NOT NULL);
-- What was entered until now had been approved on its day.
UPDATE curriculum SET state = 'approved';

ALTER TABLE curriculum_item ADD COLUMN ordinal smallint NOT NULL DEFAULT 0;
UPDATE curriculum_item i SET ordinal = o.place
  FROM (SELECT id, row_number() OVER (PARTITION BY curriculum_id ORDER BY id) AS place FROM curriculum_item) o WHERE o.id = i.id;

ALTER TABLE curriculum_term ADD COLUMN complex smallint,
  ADD COLUMN lectures smallint NOT NULL DEFAULT 0,
  ADD COLUMN practical smallint NOT NULL DEFAULT 0,
  ADD COLUMN laboratory smallint NOT NULL DEFAULT 0,
  ADD COLUMN coursework smallint NOT NULL DEFAULT 0,
  ADD COLUMN self_study smallint NOT NULL DEFAULT 0,
  ADD COLUMN consultations smallint NOT NULL DEFAULT 0,
  ADD COLUMN attestation smallint NOT NULL DEFAULT 0,
  ADD CONSTRAINT curriculum_term_kinds CHECK (least(lectures, practical, laboratory, coursework, self_study, consultations, attestation) >= 0
    AND greatest(lectures, practical, laboratory, coursework, self_study, consultations, attestation) <= 1500),
  ADD CONSTRAINT curriculum_term_complex CHECK (complex IS NULL
    OR complex BETWEEN 1 AND 9 AND control_form IN ('complexExam', 'complexGradedCredit'));

CREATE TABLE curriculum_semester (
  curriculum_id integer NOT NULL REFERENCES curriculum (id) ON DELETE CASCADE ON UPDATE CASCADE,
  semester smallint NOT NULL,
  weeks smallint NOT NULL,
  PRIMARY KEY (curriculum_id, semester),
  CONSTRAINT curriculum_semester_range CHECK (semester BETWEEN 1 AND 12 AND weeks BETWEEN 0 AND 30)
);

-- ---------------------------------------------------------------- orders (R-025, R-026)
CREATE TABLE planning_order (
  id serial PRIMARY KEY,
  kind planning_order_kind NOT NULL,
  number text NOT NULL,
  ordered_on date NOT NULL,
  about text NOT NULL,
  curriculum_id integer REFERENCES curriculum (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  registered_at timestamptz NOT NULL,
  registered_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  entered_at timestamptz,
  entered_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT planning_order_named CHECK (btrim(number) <> '' AND btrim(about) <> ''),
  CONSTRAINT planning_order_entered CHECK (entered_at IS NULL OR entered_at >= registered_at)
);
CREATE INDEX planning_order_curriculum_id_idx ON planning_order (curriculum_id);
-- One order may change several plans; of each of them and of the load it is one row.
CREATE UNIQUE INDEX planning_order_once ON planning_order (kind, number, ordered_on, coalesce(curriculum_id, 0));

ALTER TABLE teaching_assignment ADD COLUMN order_id integer REFERENCES planning_order (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------- streams (R-031) and divisions
CREATE TABLE teaching_stream (
  id serial PRIMARY KEY,
  year_id integer NOT NULL REFERENCES academic_year (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  name text NOT NULL,
  CONSTRAINT teaching_stream_named CHECK (btrim(name) <> '')
);
CREATE UNIQUE INDEX teaching_stream_year_id_name_key ON teaching_stream (year_id, name);
ALTER TABLE course_section ADD COLUMN stream_id integer REFERENCES teaching_stream (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE division_review (
  group_id integer NOT NULL REFERENCES student_group (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  division text NOT NULL,
  period_id integer NOT NULL REFERENCES academic_period (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reviewed_at timestamptz NOT NULL,
  reviewed_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (group_id, division, period_id)
);

-- ---------------------------------------------------------------- an approved plan is frozen (R-024)
-- Its row is locked, so that a line cannot slip in while somebody approves the plan.
CREATE FUNCTION assert_draft(plan integer) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE found_state curriculum_state;
BEGIN
  SELECT state INTO found_state FROM curriculum WHERE id = plan FOR SHARE;
  IF found_state = 'approved' THEN
    RAISE EXCEPTION 'PLAN_FROZEN' USING ERRCODE = 'VD005', DETAIL = format('curriculum %s', plan);
  END IF;
END $$;

CREATE FUNCTION guard_plan_line() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM assert_draft(OLD.curriculum_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM assert_draft(NEW.curriculum_id); END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION guard_plan_term() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM assert_draft((SELECT curriculum_id FROM curriculum_item WHERE id = OLD.item_id)); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM assert_draft((SELECT curriculum_id FROM curriculum_item WHERE id = NEW.item_id)); END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION guard_plan() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM assert_draft(OLD.id);
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON curriculum_item FOR EACH ROW EXECUTE FUNCTION guard_plan_line();
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON curriculum_semester FOR EACH ROW EXECUTE FUNCTION guard_plan_line();
CREATE TRIGGER frozen BEFORE INSERT OR UPDATE OR DELETE ON curriculum_term FOR EACH ROW EXECUTE FUNCTION guard_plan_term();
CREATE TRIGGER frozen BEFORE UPDATE OF program_id, entry_year OR DELETE ON curriculum FOR EACH ROW EXECUTE FUNCTION guard_plan();

-- Whose journals make a stream: one year, one course.
CREATE FUNCTION guard_stream() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM teaching_stream WHERE id = NEW.stream_id AND year_id = NEW.year_id)
    OR EXISTS (SELECT 1 FROM course_section s JOIN curriculum_item i ON i.id = s.item_id JOIN curriculum_item mine ON mine.id = NEW.item_id
      WHERE s.stream_id = NEW.stream_id AND s.id <> NEW.id AND i.course_id <> mine.course_id) THEN
    RAISE EXCEPTION 'journal % is not of stream %', NEW.id, NEW.stream_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stream_of_one_course BEFORE INSERT OR UPDATE OF stream_id, year_id, item_id ON course_section FOR EACH ROW
  WHEN (NEW.stream_id IS NOT NULL) EXECUTE FUNCTION guard_stream();

-- ---------------------------------------------------------------- what the runtime role may do
-- Journals, teachers and lines are taken out while nothing refers to them: every reference is RESTRICT.
DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT DELETE ON curriculum, curriculum_item, curriculum_term, course_section, section_period, teaching_assignment, subgroup_membership TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON curriculum_semester, teaching_stream TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON planning_order TO %I', app);
  EXECUTE format('GRANT UPDATE (entered_at, entered_by_id) ON planning_order TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON division_review TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE planning_order_id_seq, teaching_stream_id_seq TO %I', app);
END $$;

INSERT INTO role_permission (role, permission)
SELECT role::role, permission FROM (VALUES ('deputyDirector', 'curriculum.approve'), ('director', 'curriculum.approve'),
  ('studyOffice', 'curriculum.enter'), ('studyOffice', 'load.enter')) AS t(role, permission)
WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- ---------------------------------------------------------------- values that lost their ground
-- An order dated back takes the ground from under marks and absences: they are emptied, bear the moment of it, and stay in
-- the history (R-033). A value written later over such a cell is an ordinary one again.
ALTER TABLE mark ADD COLUMN voided_at timestamptz,
  ADD CONSTRAINT mark_voided CHECK (voided_at IS NULL OR (value IS NULL AND NOT required));
ALTER TABLE attendance_event ADD COLUMN voided_at timestamptz,
  ADD CONSTRAINT attendance_voided CHECK (voided_at IS NULL OR (presence IS NULL AND reason IS NULL));
ALTER TABLE individual_homework ADD COLUMN voided_at timestamptz,
  ADD CONSTRAINT individual_homework_voided CHECK (voided_at IS NULL OR text = '');
ALTER TABLE grade ADD COLUMN voided_at timestamptz,
  ADD CONSTRAINT grade_voided CHECK (voided_at IS NULL OR (value IS NULL AND published_at IS NULL));

-- ---------------------------------------------------------------- who stood in a journal on the days of a locked period
-- Orders say who is in a group on which day, so that they too could change what is locked (T-082). A reopening of one
-- journal opens no order: it touches every journal of the group.
CREATE FUNCTION assert_roll_open(groups int[], days datemultirange[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE closed record;
BEGIN
  PERFORM 1 FROM group_period gp WHERE (gp.group_id, gp.period_id) IN (
      SELECT t.g, p.id FROM unnest(groups, days) AS t(g, d) JOIN academic_period p ON t.d && daterange(p.starts_on, p.ends_on, '[]'))
    ORDER BY gp.group_id, gp.period_id FOR SHARE;
  SELECT gp.group_id, gp.period_id INTO closed
    FROM unnest(groups, days) AS t(g, d) JOIN group_period gp ON gp.group_id = t.g AND gp.locked_at IS NOT NULL
    JOIN academic_period p ON p.id = gp.period_id AND t.d && daterange(p.starts_on, p.ends_on, '[]') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('group %s period %s', closed.group_id, closed.period_id);
  END IF;
END $$;

CREATE FUNCTION days_of(starts_on date, ends_on date) RETURNS datemultirange LANGUAGE sql IMMUTABLE AS
  'SELECT datemultirange(daterange(starts_on, ends_on, ''[]''))';

-- What an UPDATE changes are the days of one of the two intervals alone.
CREATE FUNCTION days_between(one datemultirange, other datemultirange) RETURNS datemultirange LANGUAGE sql IMMUTABLE AS
  'SELECT (one - other) + (other - one)';

CREATE FUNCTION guard_enrollment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(b.group_id) g, array_agg(days_between(days_of(b.starts_on, b.ends_on), days_of(a.starts_on, a.ends_on))) d INTO k
      FROM was a JOIN touched b USING (id);
  ELSE
    SELECT array_agg(group_id) g, array_agg(days_of(starts_on, ends_on)) d INTO k FROM touched;
  END IF;
  IF k.g IS NOT NULL THEN PERFORM assert_roll_open(k.g, k.d); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_enrollment_status() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(e.group_id) g, array_agg(CASE WHEN a.kind = b.kind AND a.closes_journal = b.closes_journal
        THEN days_between(days_of(b.starts_on, b.ends_on), days_of(a.starts_on, a.ends_on))
        ELSE days_of(b.starts_on, b.ends_on) + days_of(a.starts_on, a.ends_on) END) d INTO k
      FROM was a JOIN touched b USING (id) JOIN enrollment e ON e.id = b.enrollment_id WHERE a.closes_journal OR b.closes_journal;
  ELSE
    SELECT array_agg(e.group_id) g, array_agg(days_of(t.starts_on, t.ends_on)) d INTO k
      FROM touched t JOIN enrollment e ON e.id = t.enrollment_id WHERE t.closes_journal;
  END IF;
  IF k.g IS NOT NULL THEN PERFORM assert_roll_open(k.g, k.d); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_subgroup_membership() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT array_agg(s.group_id) g, array_agg(days_between(days_of(b.starts_on, b.ends_on), days_of(a.starts_on, a.ends_on))) d INTO k
      FROM was a JOIN touched b USING (id) JOIN subgroup s ON s.id = b.subgroup_id;
  ELSE
    SELECT array_agg(s.group_id) g, array_agg(days_of(t.starts_on, t.ends_on)) d INTO k
      FROM touched t JOIN subgroup s ON s.id = t.subgroup_id;
  END IF;
  IF k.g IS NOT NULL THEN PERFORM assert_roll_open(k.g, k.d); END IF;
  RETURN NULL;
END $$;

-- Planned hours and the form of control are printed in the ledger of the period.
CREATE FUNCTION guard_section_period() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  SELECT array_agg(s.group_id) g, array_agg(t.period_id) p, array_agg(t.section_id) s INTO k
    FROM touched t JOIN course_section s ON s.id = t.section_id;
  IF k.g IS NOT NULL THEN PERFORM assert_open(k.g, k.p, k.s); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['enrollment', 'enrollment_status', 'subgroup_membership'] LOOP
    EXECUTE format('CREATE TRIGGER guard_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()', t, 'guard_' || t);
    EXECUTE format('CREATE TRIGGER guard_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS was NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()', t, 'guard_' || t);
    EXECUTE format('CREATE TRIGGER guard_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()', t, 'guard_' || t);
  END LOOP;
  CREATE TRIGGER guard_insert AFTER INSERT ON section_period REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_section_period();
  CREATE TRIGGER guard_update AFTER UPDATE ON section_period REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_section_period();
  CREATE TRIGGER guard_delete AFTER DELETE ON section_period REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard_section_period();
  FOREACH t IN ARRAY ARRAY['enrollment', 'enrollment_status', 'subgroup_membership', 'section_period'] LOOP
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;
CREATE TRIGGER place_fixed BEFORE UPDATE OF id, student_id, group_id ON enrollment FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.student_id <> NEW.student_id OR OLD.group_id <> NEW.group_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF id, enrollment_id ON enrollment_status FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.enrollment_id <> NEW.enrollment_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF id, subgroup_id, student_id ON subgroup_membership FOR EACH ROW
  WHEN (OLD.id <> NEW.id OR OLD.subgroup_id <> NEW.subgroup_id OR OLD.student_id <> NEW.student_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF section_id, period_id ON section_period FOR EACH ROW
  WHEN (OLD.section_id <> NEW.section_id OR OLD.period_id <> NEW.period_id) EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- a grade is of the journal's own subgroup (R-076)
-- Whose grade it was is asked of what is written, not of what stood before: else nobody could empty it any more.
CREATE OR REPLACE FUNCTION guard_grade() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record; stranger int;
BEGIN
  SELECT array_agg(group_id) g, array_agg(period_id) p, array_agg(section_id) s INTO k
    FROM (SELECT DISTINCT group_id, period_id, section_id FROM touched) t;
  IF k.g IS NOT NULL THEN PERFORM assert_open(k.g, k.p, k.s); END IF;
  IF TG_OP <> 'DELETE' AND TG_NAME <> 'guard_update_from' THEN
    SELECT t.student_id INTO stranger FROM touched t
      JOIN academic_period p ON p.id = t.period_id JOIN course_section c ON c.id = t.section_id
      WHERE t.value IS NOT NULL AND (c.group_id <> t.group_id OR p.year_id <> c.year_id OR NOT EXISTS (
        SELECT 1 FROM enrollment e WHERE e.student_id = t.student_id AND e.group_id = t.group_id
          AND e.starts_on <= p.ends_on AND (e.ends_on IS NULL OR e.ends_on >= p.starts_on))
        OR c.subgroup_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = c.subgroup_id AND m.student_id = t.student_id
            AND m.starts_on <= p.ends_on AND (m.ends_on IS NULL OR m.ends_on >= p.starts_on)))
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'NOT_ENROLLED' USING ERRCODE = 'VD002', DETAIL = format('student %s', stranger);
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- ---------------------------------------------------------------- one place at an hour
-- Lessons of one stream are one lesson of several groups; any other two of a teacher are two places. A whole group is
-- every subgroup of it: an unbounded range meets each of theirs.
DROP INDEX lesson_one_of_teacher;
DROP INDEX lesson_one_of_group;
ALTER TABLE lesson
  ADD CONSTRAINT lesson_one_of_teacher EXCLUDE USING gist (teacher_id WITH =, date WITH =, class_period WITH =,
    (coalesce(stream_id, -id)) WITH <>) WHERE (state <> 'cancelled'),
  ADD CONSTRAINT lesson_one_of_group EXCLUDE USING gist (group_id WITH =, date WITH =, class_period WITH =,
    (int4range(subgroup_id, subgroup_id, '[]')) WITH &&) WHERE (state <> 'cancelled'),
  ADD CONSTRAINT lesson_stream CHECK (stream_id > 0);

-- ---------------------------------------------------------------- references
ALTER TABLE section_reopening
  ADD CONSTRAINT section_reopening_period_id_fkey FOREIGN KEY (period_id) REFERENCES academic_period (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE person_key
  ADD CONSTRAINT person_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE audit_personal_value
  ADD CONSTRAINT audit_personal_value_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE regulation_version
  ADD CONSTRAINT regulation_version_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE subgroup ADD CONSTRAINT subgroup_of_group UNIQUE (id, group_id);
ALTER TABLE course_section
  ADD CONSTRAINT course_section_subgroup_of_group FOREIGN KEY (subgroup_id, group_id) REFERENCES subgroup (id, group_id) ON DELETE RESTRICT;

-- 0 is the product itself (the command line), which is no person.
CREATE FUNCTION guard_locker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.locked_by_id <> 0 AND NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.locked_by_id) THEN
    RAISE EXCEPTION 'a lock by somebody unknown' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_locker BEFORE INSERT OR UPDATE OF locked_by_id ON group_period FOR EACH ROW
  WHEN (NEW.locked_by_id IS NOT NULL) EXECUTE FUNCTION guard_locker();

-- A journal is of a line of its group's own plan, whichever of the two is changed.
CREATE FUNCTION guard_section_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM curriculum_item i JOIN student_group g ON g.curriculum_id = i.curriculum_id
      WHERE i.id = NEW.item_id AND g.id = NEW.group_id) THEN
    RAISE EXCEPTION 'line % is not of the plan of group %', NEW.item_id, NEW.group_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER section_item BEFORE INSERT OR UPDATE OF group_id, item_id ON course_section FOR EACH ROW EXECUTE FUNCTION guard_section_item();

CREATE FUNCTION guard_group_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM course_section s JOIN curriculum_item i ON i.id = s.item_id
      WHERE s.group_id = NEW.id AND i.curriculum_id <> NEW.curriculum_id) THEN
    RAISE EXCEPTION 'group % has journals of its plan', NEW.id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER group_plan BEFORE UPDATE OF curriculum_id ON student_group FOR EACH ROW
  WHEN (OLD.curriculum_id <> NEW.curriculum_id) EXECUTE FUNCTION guard_group_plan();
CREATE TRIGGER place_fixed BEFORE UPDATE OF curriculum_id ON curriculum_item FOR EACH ROW
  WHEN (OLD.curriculum_id <> NEW.curriculum_id) EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- functions say where their names are looked up (T-061)
-- Otherwise whoever calls could lay a table of the same name in front of the guards'.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = 'public'::regnamespace AND l.lanname IN ('plpgsql', 'sql') AND p.proname NOT IN ('app_now', 'days_of', 'days_between')
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f);
  END LOOP;
END $$;

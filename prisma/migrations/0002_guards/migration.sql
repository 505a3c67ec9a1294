-- The database is the last line: constraints, guards of locked periods and of enrolment, an append-only audit, two roles.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The one clock (T-085): deadlines, locks, audit and sessions read it. Demo and test databases replace it by a movable one.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clock_timestamp()';

-- ---------------------------------------------------------------- plain rules
ALTER TABLE institution ADD CONSTRAINT institution_single CHECK (id = 1);
ALTER TABLE academic_year ADD CONSTRAINT academic_year_order CHECK (starts_on < ends_on),
  ADD CONSTRAINT academic_year_apart EXCLUDE USING gist (daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE academic_period ADD CONSTRAINT academic_period_order CHECK (starts_on < ends_on AND ordinal BETWEEN 1 AND 12),
  ADD CONSTRAINT academic_period_apart EXCLUDE USING gist (kind WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE calendar_exception ADD CONSTRAINT calendar_exception_weekday CHECK (follows_weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT calendar_exception_workday CHECK ((kind = 'workday') = (follows_weekday IS NOT NULL));
ALTER TABLE class_period ADD CONSTRAINT class_period_order CHECK (starts_at < ends_at AND number BETWEEN 1 AND 12);
CREATE UNIQUE INDEX bell_schedule_one_default ON bell_schedule ((true)) WHERE is_default;

ALTER TABLE person ADD CONSTRAINT person_named CHECK (btrim(last_name) <> '' AND btrim(first_name) <> '');
ALTER TABLE staff_member ADD CONSTRAINT staff_member_order CHECK (left_on IS NULL OR left_on >= hired_on);
ALTER TABLE staff_position ADD CONSTRAINT staff_position_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT staff_position_role CHECK (role NOT IN ('student', 'parent'));
ALTER TABLE guardianship ADD CONSTRAINT guardianship_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT guardianship_other CHECK (guardian_id <> student_id);
ALTER TABLE account ADD CONSTRAINT account_login CHECK (login = lower(login) AND login ~ '^[a-z0-9._-]{3,60}$'),
  ADD CONSTRAINT account_hash CHECK (password_hash LIKE '$argon2id$%');
ALTER TABLE session ADD CONSTRAINT session_limits CHECK (idle_seconds > 0 AND expires_at > created_at AND length(token_hash) = 32);

ALTER TABLE student_group ADD CONSTRAINT student_group_named CHECK (btrim(name) <> '' AND entry_year BETWEEN 1990 AND 2100);
ALTER TABLE group_period ADD CONSTRAINT group_period_lock CHECK ((locked_at IS NULL) = (locked_by_id IS NULL));
ALTER TABLE curatorship ADD CONSTRAINT curatorship_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT curatorship_apart EXCLUDE USING gist (group_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE enrollment ADD CONSTRAINT enrollment_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT enrollment_exit_by_order CHECK (exit_order_id IS NULL OR ends_on IS NOT NULL),
  ADD CONSTRAINT enrollment_apart EXCLUDE USING gist (student_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE enrollment_status ADD CONSTRAINT enrollment_status_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT enrollment_status_leave_closes CHECK (kind <> 'academicLeave' OR closes_journal),
  ADD CONSTRAINT enrollment_status_apart EXCLUDE USING gist (enrollment_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE subgroup_membership ADD CONSTRAINT subgroup_membership_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT subgroup_membership_apart EXCLUDE USING gist (subgroup_id WITH =, student_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);

ALTER TABLE curriculum_term ADD CONSTRAINT curriculum_term_range CHECK (semester BETWEEN 1 AND 12 AND hours BETWEEN 0 AND 1500);
ALTER TABLE section_period ADD CONSTRAINT section_period_hours CHECK (planned_hours BETWEEN 0 AND 1500);
CREATE UNIQUE INDEX course_section_once ON course_section (year_id, group_id, item_id, coalesce(subgroup_id, 0));
ALTER TABLE teaching_assignment ADD CONSTRAINT teaching_assignment_order CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT teaching_assignment_apart EXCLUDE USING gist (section_id WITH =, teacher_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE scheme_of_work ADD CONSTRAINT scheme_of_work_approval CHECK (state <> 'approved' OR approved_on IS NOT NULL);
ALTER TABLE planned_topic ADD CONSTRAINT planned_topic_range CHECK (hours BETWEEN 1 AND 36 AND ordinal >= 1 AND btrim(title) <> '');
ALTER TABLE timetable_entry ADD CONSTRAINT timetable_entry_range CHECK (weekday BETWEEN 1 AND 7 AND class_period BETWEEN 1 AND 12 AND starts_on <= ends_on);

ALTER TABLE lesson ADD CONSTRAINT lesson_range CHECK (hours BETWEEN 1 AND 12 AND class_period BETWEEN 1 AND 12 AND version >= 0),
  ADD CONSTRAINT lesson_entry CHECK ((entered_by_id IS NULL) = (entered_at IS NULL));
CREATE UNIQUE INDEX lesson_one_of_teacher ON lesson (teacher_id, date, class_period) WHERE state <> 'cancelled' AND stream_id IS NULL;
CREATE UNIQUE INDEX lesson_one_of_group ON lesson (group_id, date, class_period, coalesce(subgroup_id, 0)) WHERE state <> 'cancelled';
ALTER TABLE substitution ADD CONSTRAINT substitution_reason CHECK (btrim(reason) <> '');
ALTER TABLE section_reopening ADD CONSTRAINT section_reopening_term CHECK (open_until > opened_at AND btrim(reason) <> '');

ALTER TABLE assignment ADD CONSTRAINT assignment_range CHECK (ordinal BETWEEN 1 AND 20 AND version >= 1 AND btrim(task_type) <> '');
ALTER TABLE mark ADD CONSTRAINT mark_scale CHECK (value IN ('2', '3', '4', '5', 'pass', 'fail')),
  ADD CONSTRAINT mark_version CHECK (version >= 1);
ALTER TABLE attendance_event ADD CONSTRAINT attendance_versions CHECK (presence_version >= 0 AND reason_version >= 0),
  ADD CONSTRAINT attendance_presence_author CHECK ((presence_version = 0) = (presence_by_id IS NULL)),
  ADD CONSTRAINT attendance_reason_author CHECK ((reason_version = 0) = (reason_by_id IS NULL));
ALTER TABLE grade ADD CONSTRAINT grade_scale CHECK (value IN ('2', '3', '4', '5', 'pass', 'fail', 'notAttested')
    AND proposed IN ('2', '3', '4', '5', 'pass', 'fail', 'notAttested')),
  ADD CONSTRAINT grade_average CHECK (average BETWEEN 2 AND 5);
ALTER TABLE printed_document ADD CONSTRAINT printed_document_shape CHECK (pages > 0 AND hash ~ '^[0-9a-f]{64}$' AND code ~ '^[0-9A-Z]{16}$');
ALTER TABLE idempotency_answer ADD CONSTRAINT idempotency_answer_key CHECK (length(key) BETWEEN 8 AND 100);

-- ---------------------------------------------------------------- locked periods (T-082)
-- Holds the period rows FOR SHARE, so that a save and a lock of the same period are ordered one after the other.
CREATE FUNCTION assert_open(groups int[], periods int[], sections int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE closed record;
BEGIN
  PERFORM 1 FROM group_period gp
    WHERE (gp.group_id, gp.period_id) IN (SELECT t.g, t.p FROM unnest(groups, periods) AS t(g, p))
    ORDER BY gp.group_id, gp.period_id FOR SHARE;
  SELECT gp.group_id, gp.period_id INTO closed
    FROM unnest(groups, periods, sections) AS t(g, p, s)
    JOIN group_period gp ON gp.group_id = t.g AND gp.period_id = t.p
    WHERE gp.locked_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM section_reopening r WHERE r.section_id = t.s AND r.period_id = t.p AND r.open_until > app_now())
    LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('group %s period %s', closed.group_id, closed.period_id);
  END IF;
END $$;

CREATE FUNCTION assert_lessons_open(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  SELECT array_agg(group_id) g, array_agg(period_id) p, array_agg(section_id) s INTO k
    FROM (SELECT DISTINCT group_id, period_id, section_id FROM lesson WHERE id = ANY (ids)) l;
  IF k.g IS NOT NULL THEN PERFORM assert_open(k.g, k.p, k.s); END IF;
END $$;

-- Marks and attendance only for those enrolled on the date, in the lesson's subgroup (R-033, R-076), whose row no leave
-- and no form of study closes (R-075).
CREATE FUNCTION assert_enrolled(students int[], lessons int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE stranger record;
BEGIN
  SELECT t.s, t.l, e.id IS NULL OR (l.subgroup_id IS NOT NULL AND m.id IS NULL) AS outside INTO stranger
    FROM (SELECT DISTINCT u.s, u.l FROM unnest(students, lessons) AS u(s, l)) t
    JOIN lesson l ON l.id = t.l
    LEFT JOIN enrollment e ON e.student_id = t.s AND e.group_id = l.group_id AND e.starts_on <= l.date AND (e.ends_on IS NULL OR e.ends_on >= l.date)
    LEFT JOIN enrollment_status st ON st.enrollment_id = e.id AND st.closes_journal AND st.starts_on <= l.date AND (st.ends_on IS NULL OR st.ends_on >= l.date)
    LEFT JOIN subgroup_membership m ON m.subgroup_id = l.subgroup_id AND m.student_id = t.s
      AND m.starts_on <= l.date AND (m.ends_on IS NULL OR m.ends_on >= l.date)
    WHERE e.id IS NULL OR st.id IS NOT NULL OR (l.subgroup_id IS NOT NULL AND m.id IS NULL)
    LIMIT 1;
  IF FOUND AND stranger.outside THEN
    RAISE EXCEPTION 'NOT_ENROLLED' USING ERRCODE = 'VD002', DETAIL = format('student %s lesson %s', stranger.s, stranger.l);
  ELSIF FOUND THEN
    RAISE EXCEPTION 'ROW_CLOSED' USING ERRCODE = 'VD004', DETAIL = format('student %s lesson %s', stranger.s, stranger.l);
  END IF;
END $$;

CREATE FUNCTION guard_lesson() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  SELECT array_agg(group_id) g, array_agg(period_id) p, array_agg(section_id) s INTO k
    FROM (SELECT DISTINCT group_id, period_id, section_id FROM touched) t;
  IF k.g IS NOT NULL THEN PERFORM assert_open(k.g, k.p, k.s); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_lesson_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_lessons_open((SELECT array_agg(DISTINCT lesson_id) FROM touched));
  RETURN NULL;
END $$;

CREATE FUNCTION guard_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  PERFORM assert_lessons_open((SELECT array_agg(DISTINCT lesson_id) FROM touched));
  IF TG_OP <> 'DELETE' THEN
    SELECT array_agg(student_id) s, array_agg(lesson_id) l INTO k FROM touched WHERE presence IS NOT NULL OR reason IS NOT NULL;
    IF k.s IS NOT NULL THEN PERFORM assert_enrolled(k.s, k.l); END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_individual_homework() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  PERFORM assert_lessons_open((SELECT array_agg(DISTINCT lesson_id) FROM touched));
  IF TG_OP <> 'DELETE' THEN
    SELECT array_agg(student_id) s, array_agg(lesson_id) l INTO k FROM touched WHERE text <> '';
    IF k.s IS NOT NULL THEN PERFORM assert_enrolled(k.s, k.l); END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_mark() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record;
BEGIN
  PERFORM assert_lessons_open((SELECT array_agg(DISTINCT a.lesson_id) FROM touched t JOIN assignment a ON a.id = t.assignment_id));
  IF TG_OP <> 'DELETE' THEN
    SELECT array_agg(t.student_id) s, array_agg(a.lesson_id) l INTO k
      FROM touched t JOIN assignment a ON a.id = t.assignment_id WHERE t.value IS NOT NULL OR t.required;
    IF k.s IS NOT NULL THEN PERFORM assert_enrolled(k.s, k.l); END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION guard_grade() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE k record; stranger int;
BEGIN
  SELECT array_agg(group_id) g, array_agg(period_id) p, array_agg(section_id) s INTO k
    FROM (SELECT DISTINCT group_id, period_id, section_id FROM touched) t;
  IF k.g IS NOT NULL THEN PERFORM assert_open(k.g, k.p, k.s); END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT t.student_id INTO stranger FROM touched t
      JOIN academic_period p ON p.id = t.period_id JOIN course_section c ON c.id = t.section_id
      WHERE t.value IS NOT NULL AND (c.group_id <> t.group_id OR NOT EXISTS (
        SELECT 1 FROM enrollment e WHERE e.student_id = t.student_id AND e.group_id = t.group_id
          AND e.starts_on <= p.ends_on AND (e.ends_on IS NULL OR e.ends_on >= p.starts_on)))
      LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'NOT_ENROLLED' USING ERRCODE = 'VD002', DETAIL = format('student %s', stranger);
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is not allowed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'VD003';
END $$;

-- A lesson moved out of a locked period, or into one, touches both: the update guard looks at old and new rows.
DO $$
DECLARE t text; f text; op text; transition text;
BEGIN
  FOR t, f IN VALUES ('lesson', 'guard_lesson'), ('assignment', 'guard_lesson_part'), ('attendance_event', 'guard_attendance'),
      ('individual_homework', 'guard_individual_homework'), ('mark', 'guard_mark'), ('grade', 'guard_grade'), ('substitution', 'guard_lesson_part') LOOP
    FOREACH op IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      transition := CASE op WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END;
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()',
        'guard_' || lower(op), op, t, transition, f);
    END LOOP;
  END LOOP;
  FOREACH t IN ARRAY ARRAY['lesson', 'assignment', 'grade'] LOOP
    EXECUTE format('CREATE TRIGGER guard_update_from AFTER UPDATE ON %I REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      t, CASE t WHEN 'assignment' THEN 'guard_lesson_part' WHEN 'lesson' THEN 'guard_lesson' ELSE 'guard_grade' END);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['lesson', 'assignment', 'attendance_event', 'individual_homework', 'mark', 'grade', 'substitution'] LOOP
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- append-only audit, immutable papers and regulation versions
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_event', 'audit_change', 'audit_personal_value', 'printed_document', 'regulation_version'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- what the runtime role may do (T-061); it owns nothing
DO $$
DECLARE app text := current_setting('vedomost.runtime_role'); t text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', app);
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    IF t IN ('audit_event', 'audit_change', 'audit_personal_value', 'printed_document', 'regulation_version', 'security_event') THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO %I', t, app);
    ELSIF t IN ('session', 'known_device', 'login_throttle', 'idempotency_answer', 'person_key', 'role_permission', 'timetable_entry', 'planned_topic') THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', t, app);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO %I', t, app);
    END IF;
  END LOOP;
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
  EXECUTE format('GRANT SELECT ON _prisma_migrations TO %I', app);
  EXECUTE format('REVOKE CREATE ON SCHEMA public FROM %I', app);
END $$;

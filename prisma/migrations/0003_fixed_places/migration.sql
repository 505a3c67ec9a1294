-- A value never leaves its place, and a lesson never leaves its journal: otherwise an UPDATE could carry a value out of a
-- locked period, and the history, which is kept by place, would tell of another cell (T-082, T-086, T-089).
CREATE TRIGGER place_fixed BEFORE UPDATE OF assignment_id, student_id ON mark FOR EACH ROW
  WHEN (OLD.assignment_id <> NEW.assignment_id OR OLD.student_id <> NEW.student_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF lesson_id, student_id ON attendance_event FOR EACH ROW
  WHEN (OLD.lesson_id <> NEW.lesson_id OR OLD.student_id <> NEW.student_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF lesson_id, student_id ON individual_homework FOR EACH ROW
  WHEN (OLD.lesson_id <> NEW.lesson_id OR OLD.student_id <> NEW.student_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF lesson_id ON substitution FOR EACH ROW
  WHEN (OLD.lesson_id <> NEW.lesson_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF lesson_id ON assignment FOR EACH ROW
  WHEN (OLD.lesson_id <> NEW.lesson_id) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF section_id, student_id, period_id ON grade FOR EACH ROW
  WHEN (OLD.section_id <> NEW.section_id OR OLD.student_id <> NEW.student_id OR OLD.period_id <> NEW.period_id)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER place_fixed BEFORE UPDATE OF section_id, group_id, subgroup_id ON lesson FOR EACH ROW
  WHEN (OLD.section_id <> NEW.section_id OR OLD.group_id <> NEW.group_id OR OLD.subgroup_id IS DISTINCT FROM NEW.subgroup_id)
  EXECUTE FUNCTION refuse_change();

-- A lesson repeats its section's group and subgroup and lies within its period: a journal is read by days, so a lesson of an
-- open period with a date in a locked one would change what was locked (I4, I6).
CREATE FUNCTION guard_lesson_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM course_section s JOIN academic_period p ON p.year_id = s.year_id
    WHERE s.id = NEW.section_id AND s.group_id = NEW.group_id AND s.subgroup_id IS NOT DISTINCT FROM NEW.subgroup_id
      AND p.id = NEW.period_id AND NEW.date BETWEEN p.starts_on AND p.ends_on) THEN
    RAISE EXCEPTION 'lesson of % is not of its section and period', NEW.date USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lesson_place BEFORE INSERT OR UPDATE OF section_id, group_id, subgroup_id, period_id, date ON lesson
  FOR EACH ROW EXECUTE FUNCTION guard_lesson_place();

-- What a reason explains is an absence. A trigger, because a check is asked of the row that an upsert proposes, not of the
-- one that it leaves.
CREATE FUNCTION refuse_groundless_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a reason without an absence: student %, lesson %', NEW.student_id, NEW.lesson_id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER reason_of_absence AFTER INSERT OR UPDATE OF reason, presence ON attendance_event FOR EACH ROW
  WHEN (NEW.reason IS NOT NULL AND NEW.presence IS DISTINCT FROM 'absent') EXECUTE FUNCTION refuse_groundless_reason();

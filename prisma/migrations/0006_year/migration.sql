-- The year's end (issue 3 §6): who locked, reopened, closed and undid stands in rows, and the database holds to them.

-- ---------------------------------------------------------------- closing and what became of each student
CREATE TYPE "student_outcome" AS ENUM ('promoted', 'conditional', 'retained', 'graduated', 'notGraduated', 'onLeave');

-- `told` is the check list as it stood, `before` what an undo puts back; `closed_by_id` 0 is the product itself.
CREATE TABLE "year_closing" (
  "id" SERIAL NOT NULL,
  "year_id" INTEGER NOT NULL,
  "closed_at" TIMESTAMPTZ NOT NULL,
  "closed_by_id" INTEGER NOT NULL,
  "reason" TEXT,
  "told" JSONB NOT NULL,
  "before" JSONB NOT NULL,
  "undone_at" TIMESTAMPTZ,
  "undone_by_id" INTEGER,
  "undo_reason" TEXT,
  CONSTRAINT "year_closing_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "year_closing_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "academic_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "year_closing_reason" CHECK (btrim(reason) <> ''),
  CONSTRAINT "year_closing_undone" CHECK ((undone_at IS NULL) = (undone_by_id IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL)
    AND btrim(undo_reason) <> '' AND undone_at >= closed_at)
);
CREATE INDEX "year_closing_year_id_idx" ON "year_closing"("year_id");
CREATE UNIQUE INDEX "year_closing_in_force" ON "year_closing"("year_id") WHERE undone_at IS NULL;

CREATE TABLE "year_outcome" (
  "year_id" INTEGER NOT NULL,
  "enrollment_id" INTEGER NOT NULL,
  "outcome" "student_outcome" NOT NULL,
  "debts" SMALLINT NOT NULL,
  "order_id" INTEGER,
  CONSTRAINT "year_outcome_pkey" PRIMARY KEY ("year_id", "enrollment_id"),
  CONSTRAINT "year_outcome_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "academic_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "year_outcome_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "year_outcome_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "year_outcome_debts" CHECK (debts >= 0 AND (debts = 0 OR outcome NOT IN ('promoted', 'graduated'))),
  CONSTRAINT "year_outcome_by_order" CHECK ((order_id IS NOT NULL) = (outcome IN ('promoted', 'conditional', 'graduated')))
);
CREATE INDEX "year_outcome_enrollment_id_idx" ON "year_outcome"("enrollment_id");

-- ---------------------------------------------------------------- a lock stands until its closing is undone
-- A lock is lifted by nothing but the undoing of the closing that set it: both bear the same moment. Everything else is
-- a reopening, which has a reason, an author and a term, and leaves the lock where it is.
CREATE FUNCTION closing_undone(year int, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM year_closing c WHERE c.year_id = year AND c.closed_at = moment AND c.undone_at IS NOT NULL)
$$;

CREATE FUNCTION guard_lock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE year record;
BEGIN
  SELECT y.id, y.closed_at INTO year FROM academic_period p JOIN academic_year y ON y.id = p.year_id
    WHERE p.id = CASE TG_OP WHEN 'INSERT' THEN NEW.period_id ELSE OLD.period_id END;
  IF TG_OP = 'INSERT' THEN
    IF year.closed_at IS NOT NULL THEN
      RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('group %s period %s', NEW.group_id, NEW.period_id);
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.locked_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) AND NOT (TG_OP = 'UPDATE'
      AND NEW.group_id = OLD.group_id AND NEW.period_id = OLD.period_id AND NEW.locked_at IS NULL AND closing_undone(year.id, OLD.locked_at)) THEN
    RAISE EXCEPTION 'a lock is lifted by undoing the closing that set it' USING ERRCODE = 'VD003',
      DETAIL = format('group %s period %s', OLD.group_id, OLD.period_id);
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_lock BEFORE INSERT OR UPDATE OR DELETE ON group_period FOR EACH ROW EXECUTE FUNCTION guard_lock();

-- ---------------------------------------------------------------- reopenings: only into the future, only shortened
CREATE FUNCTION guard_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM course_section s JOIN academic_period p ON p.year_id = s.year_id JOIN academic_year y ON y.id = s.year_id
        WHERE s.id = NEW.section_id AND p.id = NEW.period_id AND y.closed_at IS NULL) THEN
      RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('section %s period %s', NEW.section_id, NEW.period_id);
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR NEW.open_until > OLD.open_until
      OR (NEW.id, NEW.section_id, NEW.period_id, NEW.reason, NEW.opened_at, NEW.opened_by_id)
        IS DISTINCT FROM (OLD.id, OLD.section_id, OLD.period_id, OLD.reason, OLD.opened_at, OLD.opened_by_id) THEN
    RAISE EXCEPTION 'a reopening is only ended earlier' USING ERRCODE = 'VD003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_reopening BEFORE INSERT OR UPDATE OR DELETE ON section_reopening FOR EACH ROW EXECUTE FUNCTION guard_reopening();
ALTER TABLE section_reopening
  ADD CONSTRAINT section_reopening_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES person(id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT section_reopening_longest CHECK (open_until <= opened_at + interval '92 days');

-- As before, but a reopening ends with its year: what is closed is frozen.
CREATE OR REPLACE FUNCTION assert_open(groups int[], periods int[], sections int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE closed record;
BEGIN
  PERFORM 1 FROM group_period gp
    WHERE (gp.group_id, gp.period_id) IN (SELECT t.g, t.p FROM unnest(groups, periods) AS t(g, p))
    ORDER BY gp.group_id, gp.period_id FOR SHARE;
  SELECT gp.group_id, gp.period_id INTO closed
    FROM unnest(groups, periods, sections) AS t(g, p, s)
    JOIN group_period gp ON gp.group_id = t.g AND gp.period_id = t.p
    WHERE gp.locked_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM section_reopening r JOIN academic_period p ON p.id = r.period_id JOIN academic_year y ON y.id = p.year_id
      WHERE r.section_id = t.s AND r.period_id = t.p AND r.open_until > app_now() AND y.closed_at IS NULL)
    LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('group %s period %s', closed.group_id, closed.period_id);
  END IF;
END $$;

-- ---------------------------------------------------------------- a closed year
CREATE FUNCTION guard_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL AND NEW IS DISTINCT FROM OLD AND NOT (NEW.closed_at IS NULL AND closing_undone(OLD.id, OLD.closed_at)) THEN
    RAISE EXCEPTION 'the year is closed' USING ERRCODE = 'VD003', DETAIL = format('year %s', OLD.id);
  END IF;
  IF OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND EXISTS (
      SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id WHERE p.year_id = OLD.id AND gp.locked_at IS NULL) THEN
    RAISE EXCEPTION 'the year has open periods' USING ERRCODE = 'VD003', DETAIL = format('year %s', OLD.id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_year BEFORE UPDATE ON academic_year FOR EACH ROW EXECUTE FUNCTION guard_year();

-- Periods, calendar, journals and what became of the students of a closed year stand still with it.
CREATE FUNCTION guard_part_of_year() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE frozen int;
BEGIN
  SELECT y.id INTO frozen FROM academic_year y WHERE y.closed_at IS NOT NULL
    AND y.id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.year_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.year_id END) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'PERIOD_LOCKED' USING ERRCODE = 'VD001', DETAIL = format('year %s', frozen);
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_year BEFORE INSERT OR UPDATE OR DELETE ON academic_period FOR EACH ROW EXECUTE FUNCTION guard_part_of_year();
CREATE TRIGGER guard_year BEFORE INSERT OR UPDATE OR DELETE ON calendar_exception FOR EACH ROW EXECUTE FUNCTION guard_part_of_year();
CREATE TRIGGER guard_year BEFORE INSERT OR UPDATE OR DELETE ON course_section FOR EACH ROW EXECUTE FUNCTION guard_part_of_year();
CREATE TRIGGER guard_year BEFORE INSERT OR UPDATE OR DELETE ON year_outcome FOR EACH ROW EXECUTE FUNCTION guard_part_of_year();

CREATE FUNCTION guard_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.undone_at IS NOT NULL
      OR (NEW.id, NEW.year_id, NEW.closed_at, NEW.closed_by_id, NEW.reason, NEW.told, NEW.before)
        IS DISTINCT FROM (OLD.id, OLD.year_id, OLD.closed_at, OLD.closed_by_id, OLD.reason, OLD.told, OLD.before) THEN
    RAISE EXCEPTION 'a closing is only undone, once' USING ERRCODE = 'VD003';
  END IF;
  -- whoever undoes the closing of a year that another one follows turns the order of years round
  IF EXISTS (SELECT 1 FROM academic_year y JOIN academic_year later ON later.starts_on > y.starts_on WHERE y.id = OLD.year_id) THEN
    RAISE EXCEPTION 'a later year is open' USING ERRCODE = 'VD003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_closing BEFORE UPDATE OR DELETE ON year_closing FOR EACH ROW EXECUTE FUNCTION guard_closing();

-- Orders that only an undone closing had brought forth go with it; an order that anything refers to stays (foreign keys).
CREATE FUNCTION guard_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.kind NOT IN ('promotion', 'graduation') THEN
    RAISE EXCEPTION 'an order is not deleted' USING ERRCODE = 'VD003';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER guard_order BEFORE DELETE ON administrative_order FOR EACH ROW EXECUTE FUNCTION guard_order();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['group_period', 'section_reopening', 'year_closing', 'year_outcome'] LOOP
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- who may
DO $$
DECLARE app text := current_setting('vedomost.runtime_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON year_closing TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON year_outcome TO %I', app);
  EXECUTE format('GRANT DELETE ON administrative_order TO %I', app);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', app);
END $$;

-- An installation that has its table of functions already gets the new ones for the roles that hold them by default.
INSERT INTO role_permission (role, permission)
  SELECT r.role::role, r.permission FROM (VALUES ('deputyDirector', 'period.lock'), ('studyOffice', 'period.lock'), ('admin', 'period.lock'),
    ('deputyDirector', 'period.reopen'), ('admin', 'period.reopen')) AS r(role, permission)
  WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

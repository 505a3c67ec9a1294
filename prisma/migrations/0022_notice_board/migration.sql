-- The notice board is written by hand too (R-042), and periods of a group stay apart whoever comes first.

-- ---------------------------------------------------------------- to whom
-- `named`: the groups and persons of the rows beside it; `staff` and `everybody` need none.
CREATE TYPE notice_audience AS ENUM ('named', 'staff', 'everybody');
ALTER TABLE notice ADD COLUMN audience notice_audience NOT NULL DEFAULT 'named',
  ADD COLUMN by_hand boolean NOT NULL DEFAULT false,
  ADD COLUMN withdrawn_at timestamptz,
  ADD COLUMN withdrawn_by_id integer REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT notice_by_hand CHECK (by_hand OR (audience = 'named' AND withdrawn_at IS NULL)),
  ADD CONSTRAINT notice_withdrawn CHECK (withdrawn_at IS NOT NULL OR withdrawn_by_id IS NULL);

-- A notice written by hand is taken off the board, never altered; one that an act published stays.
DROP TRIGGER append_only ON notice;
CREATE TRIGGER no_delete BEFORE DELETE ON notice FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_withdrawn BEFORE UPDATE ON notice FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NOT NULL OR (OLD.id, OLD.title, OLD.text, OLD.shown_until, OLD.created_at, OLD.created_by_id, OLD.audience, OLD.by_hand)
    IS DISTINCT FROM (NEW.id, NEW.title, NEW.text, NEW.shown_until, NEW.created_at, NEW.created_by_id, NEW.audience, NEW.by_hand))
  EXECUTE FUNCTION refuse_change();
DO $$
BEGIN
  EXECUTE format('GRANT UPDATE (withdrawn_at, withdrawn_by_id) ON notice TO %I', current_setting('vedomost.runtime_role'));
END $$;
INSERT INTO role_permission (role, permission)
  SELECT r.role::role, 'notice.publish' FROM (VALUES ('deputyDirector'), ('studyOffice'), ('timetableDispatcher')) AS r(role)
  WHERE EXISTS (SELECT 1 FROM role_permission) ON CONFLICT DO NOTHING;

-- ---------------------------------------------------------------- periods of a group that two people choose at once
-- What one transaction checks no other changes until it ends; a check after the wait sees what the other one wrote.
CREATE OR REPLACE FUNCTION assert_periods_apart(chosen_group int, chosen_period int) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(20260622, 0);
  IF EXISTS (
    SELECT 1 FROM academic_period mine JOIN group_period gp ON gp.period_id <> mine.id AND (chosen_group IS NULL OR gp.group_id = chosen_group)
      JOIN academic_period other ON other.id = gp.period_id AND other.kind = mine.kind
        AND daterange(other.starts_on, other.ends_on, '[]') && daterange(mine.starts_on, mine.ends_on, '[]')
    WHERE mine.id = chosen_period AND (chosen_group IS NOT NULL
      OR EXISTS (SELECT 1 FROM group_period own WHERE own.group_id = gp.group_id AND own.period_id = mine.id))) THEN
    RAISE EXCEPTION 'two periods of one kind overlap in a group' USING ERRCODE = 'exclusion_violation';
  END IF;
END $$;

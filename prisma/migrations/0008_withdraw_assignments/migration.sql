-- An assignment made by mistake goes together with its dots; with a mark it stays. The runtime role may delete neither
-- marks nor assignments by itself (T-061): this is the one way, and the guards of locked periods hold on it as on any other.
CREATE FUNCTION withdraw_assignments(ids int[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM mark WHERE assignment_id = ANY (ids) AND value IS NOT NULL) THEN
    RAISE EXCEPTION 'an assignment with marks is not withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM mark WHERE assignment_id = ANY (ids);
  DELETE FROM assignment WHERE id = ANY (ids);
END $$;
REVOKE EXECUTE ON FUNCTION withdraw_assignments(int[]) FROM PUBLIC;
DO $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION withdraw_assignments(int[]) TO %I', current_setting('vedomost.runtime_role'));
END $$;

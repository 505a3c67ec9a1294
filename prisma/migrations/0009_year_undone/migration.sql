-- A year closed, undone and closed again within one moment of a clock that stands still is closed: the closing in force counts.
CREATE OR REPLACE FUNCTION closing_undone(year int, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM year_closing c WHERE c.year_id = year AND c.closed_at = moment)
    AND NOT EXISTS (SELECT 1 FROM year_closing c WHERE c.year_id = year AND c.closed_at = moment AND c.undone_at IS NULL)
$$;

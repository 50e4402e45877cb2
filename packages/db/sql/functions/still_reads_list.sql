-- True while an account reads this list, else an error: who reads suppressions by a list that was looked up before would find
-- the one that was cleared when it was switched, and keep nobody back.
CREATE OR REPLACE FUNCTION still_reads_list(p_account uuid, p_list uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM account a
    WHERE a.id = p_account AND CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END = p_list) THEN RETURN true; END IF;
  RAISE EXCEPTION 'the account reads another opt-out list by now: begin again' USING ERRCODE = 'serialization_failure';
END $$;

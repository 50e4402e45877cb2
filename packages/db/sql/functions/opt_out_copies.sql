-- Own lists hold copies of what is paused for everybody (switchAccountList). They stop as pauses already; now for good. Called
-- by the statement that records an opt-out, and only where it needs it: as a step of it each opt-out would pay. Gives how many.
CREATE OR REPLACE FUNCTION opt_out_copies(p_request uuid, p_address_key bytea, p_list uuid) RETURNS bigint LANGUAGE sql AS $$
  WITH copies AS (
    UPDATE suppression s SET state = 'OPTED_OUT'
    WHERE s.address_key = p_address_key AND s.list_id <> p_list AND s.request_id = p_request AND s.state = 'PAUSED'
    RETURNING 1
  ) SELECT count(*) FROM copies
$$;

-- D-1: each exception that an opt-out makes for what its recipient came back to stands on a proof of that very scope whose
-- whole double opt-in came after the opt-out, in whichever list the row stands.
CREATE OR REPLACE FUNCTION refuse_unproven_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.scope_kind IN ('ACCOUNT', 'ORGANISATION') AND NOT EXISTS (
    SELECT 1 FROM unnest(NEW.returned_to) AS r(scope_id) WHERE NOT EXISTS (
      SELECT 1 FROM double_opt_in_proof p
      WHERE p.address_key = NEW.address_key AND p.channel = NEW.channel AND p.scope_id = r.scope_id
        AND p.requested_at >= NEW.since)
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an opt-out gives way to a double opt-in only: no proof for this address and scope after the opt-out'
    USING ERRCODE = 'restrict_violation';
END $$;

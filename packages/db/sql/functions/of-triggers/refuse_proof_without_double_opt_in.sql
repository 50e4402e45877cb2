-- A proof must stand on a double opt-in that was mailed to this recipient and confirmed by its link.
CREATE OR REPLACE FUNCTION refuse_proof_without_double_opt_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM double_opt_in d
    WHERE d.id = NEW.double_opt_in_id AND d.recipient_id = NEW.recipient_id AND d.address_key = NEW.address_key
      AND d.list_id = NEW.list_id AND d.channel = NEW.channel AND d.scope_id = NEW.scope_id
      AND d.requested_at = NEW.requested_at AND d.token_hash IS NOT NULL AND d.mailed_at IS NOT NULL
      AND d.confirmed_at = NEW.confirmed_at AND NEW.confirmed_at <= d.expires_at
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a proof needs its mailed and confirmed double opt-in' USING ERRCODE = 'restrict_violation';
END $$;

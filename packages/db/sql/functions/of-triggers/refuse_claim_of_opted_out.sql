-- The record must not say that a claim was enough where it was not, whoever writes it (D-10).
CREATE OR REPLACE FUNCTION refuse_claim_of_opted_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF needs_double_opt_in(NEW.recipient_id, NEW.organisation_id, NEW.account_id, NEW.scope_id) THEN
    RAISE EXCEPTION 'this address left that scope: only a double opt-in brings it back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

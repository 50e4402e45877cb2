-- Keeps recipient_preference.sign_up_open, in a row that the gate reads anyway. It may stay true where a sign-up ended by its
-- time or by an opt-out: then the gate looks for it and finds none. To put it back there as well would lock the preference
-- after the double opt-in, in the other order than whoever signs up or confirms, and end in a deadlock.
CREATE OR REPLACE FUNCTION remember_open_sign_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO recipient_preference AS p (recipient_id, account_id, changed_at, sign_up_open)
  SELECT NEW.recipient_id, NEW.account_id, NEW.requested_at, EXISTS (
    SELECT FROM double_opt_in d
    WHERE d.recipient_id = NEW.recipient_id AND d.account_id = NEW.account_id
      AND d.confirmed_at IS NULL AND d.superseded_at IS NULL)
  ON CONFLICT (recipient_id, account_id) DO UPDATE SET sign_up_open = excluded.sign_up_open
    WHERE p.sign_up_open <> excluded.sign_up_open;
  RETURN NULL;
END $$;

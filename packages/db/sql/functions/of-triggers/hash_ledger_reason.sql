CREATE OR REPLACE FUNCTION hash_ledger_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.reason_salt := uuid_send(gen_random_uuid());
  NEW.reason_hash := sha256(NEW.reason_salt || convert_to(NEW.reason, 'UTF8'));
  RETURN NEW;
END $$;

-- Keeps recipient.noted: from its first preference on, mayContact looks further. Before the insert, so that the recipient is locked
-- first and the preference second, as by a claim; whoever is noted already is not locked.
CREATE OR REPLACE FUNCTION note_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE recipient SET noted = true WHERE id = NEW.recipient_id AND NOT noted;
  RETURN NEW;
END $$;

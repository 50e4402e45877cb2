-- An account may read another list only where that stops all that the old one stopped for it.
CREATE OR REPLACE FUNCTION refuse_list_that_stops_less() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_list uuid := CASE WHEN OLD.keeps_own_list THEN OLD.id ELSE OLD.organisation_id END;
  new_list uuid := CASE WHEN NEW.keeps_own_list THEN NEW.id ELSE NEW.organisation_id END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM suppression s
    WHERE s.list_id = old_list AND CASE s.scope_kind
        WHEN 'TOPIC' THEN s.scope_id IN (SELECT t.id FROM topic t WHERE t.account_id = OLD.id)
        WHEN 'BOOK' THEN s.scope_id IN (SELECT b.id FROM address_book b WHERE b.account_id = OLD.id)
        WHEN 'ACCOUNT' THEN s.scope_id = OLD.id
        ELSE s.scope_id = OLD.organisation_id AND (OLD.id = ANY (s.returned_to)) IS NOT TRUE END
      AND NOT EXISTS (
        SELECT 1 FROM suppression n
        WHERE n.address_key = s.address_key AND n.channel = s.channel AND n.list_id = new_list
          AND (n.scope_id = s.scope_id OR (s.scope_kind = 'ORGANISATION' AND n.scope_id = OLD.id))
          AND (n.state = 'OPTED_OUT' OR s.state = 'PAUSED')
      )
  ) THEN
    RAISE EXCEPTION 'the other list lacks opt-outs of this account: switch it by its transaction' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

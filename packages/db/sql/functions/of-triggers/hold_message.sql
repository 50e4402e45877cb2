-- Nothing that exceeds a frequency is dropped, whoever stops it.
CREATE OR REPLACE FUNCTION hold_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.state := 'HELD';
  NEW.due_at := coalesce((
    SELECT next_allowed_at(p.frequency, last_marketing_at(NEW.recipient_id, c.account_id, NEW.id), NEW.changed_at)
    FROM campaign c JOIN recipient_preference p ON p.account_id = c.account_id AND p.recipient_id = NEW.recipient_id
    WHERE c.id = NEW.campaign_id
  ), NEW.changed_at);
  RETURN NEW;
END $$;

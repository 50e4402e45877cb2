-- What was handed out to whom is never rewritten: an export ends once, and then stays.
CREATE OR REPLACE FUNCTION refuse_export_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'RUNNING' AND NEW.state <> 'RUNNING'
     AND to_jsonb(NEW) - ARRAY['state', 'handed_out', 'stopped', 'finished_at']
       = to_jsonb(OLD) - ARRAY['state', 'handed_out', 'stopped', 'finished_at'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audience_export is a record: UPDATE refused' USING ERRCODE = 'restrict_violation';
END $$;

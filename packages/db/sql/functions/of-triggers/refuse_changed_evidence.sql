-- Evidence is taken away whole, or its origin is; it is never changed.
CREATE OR REPLACE FUNCTION refuse_changed_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.origin IS NULL
     AND (NEW.request_id, NEW.id, NEW.organisation_id, NEW.kind, NEW.at, NEW.path, NEW.sha256, NEW.headers, NEW.detail)
       IS NOT DISTINCT FROM
       (OLD.request_id, OLD.id, OLD.organisation_id, OLD.kind, OLD.at, OLD.path, OLD.sha256, OLD.headers, OLD.detail) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'evidence can not be changed' USING ERRCODE = 'restrict_violation';
END $$;

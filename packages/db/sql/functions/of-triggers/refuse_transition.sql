-- The table of transitions (domain: TRANSITIONS).
CREATE OR REPLACE FUNCTION refuse_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.state = 'PENDING' AND NEW.state IN ('CONFIRMED', 'DECLINED', 'REVERTED', 'WITHDRAWN'))
     OR (OLD.state = 'CONFIRMED' AND NEW.state = 'LIFTED') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a request can not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
END $$;

-- What was undone is never carried out, and what was carried out never undone.
CREATE OR REPLACE FUNCTION refuse_second_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a planned decision ends once: it is % already', OLD.state USING ERRCODE = 'restrict_violation';
END $$;

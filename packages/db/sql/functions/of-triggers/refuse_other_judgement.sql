CREATE OR REPLACE FUNCTION refuse_other_judgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a request keeps its purpose and the policy it was judged by' USING ERRCODE = 'restrict_violation';
END $$;

-- The rules of refuseReactivation in the domain, for raw SQL too. The book itself is asked, not the request's word for it.
CREATE OR REPLACE FUNCTION refuse_reactivation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM opt_out_request q
    JOIN address_book b ON q.scope_kind = 'BOOK' AND b.id = q.scope_id AND b.purpose = 'SERVICE'
    JOIN opt_out_policy o ON o.owner_id = q.policy_owner_id AND o.purpose = 'SERVICE' AND o.version = q.policy_version
    WHERE q.id = NEW.request_id AND q.state = 'CONFIRMED' AND q.purpose = 'SERVICE' AND o.reactivation = 'CONTROLLER'
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a controller may lift a confirmed opt-out of a service book whose policy says so, and nothing else'
    USING ERRCODE = 'restrict_violation';
END $$;

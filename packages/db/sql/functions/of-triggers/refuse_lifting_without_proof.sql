-- D-1, D-9: nothing lifts an opt-out but a proof of this very address and scope whose whole double opt-in (request and
-- confirmation) came after the opt-out; or, in a service book, a controller's own act on the very request that this
-- suppression stands for. In an account's own list a copy that gives way to the whole account stops nothing any more.
CREATE OR REPLACE FUNCTION refuse_lifting_without_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.state = 'OPTED_OUT' AND NEW.since >= OLD.since
       AND (NEW.address_key, NEW.list_id, NEW.channel, NEW.scope_id, NEW.scope_kind)
         = (OLD.address_key, OLD.list_id, OLD.channel, OLD.scope_id, OLD.scope_kind) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an opt-out can not be changed; only a double opt-in lifts it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM double_opt_in_proof p
    WHERE p.address_key = OLD.address_key AND p.list_id = OLD.list_id AND p.channel = OLD.channel
      AND p.scope_id = OLD.scope_id AND p.requested_at >= OLD.since
  ) OR (OLD.scope_kind = 'ORGANISATION' AND OLD.list_id = ANY (OLD.returned_to)) OR EXISTS (
    SELECT 1 FROM controller_reactivation c
    JOIN opt_out_request q ON q.id = c.request_id
    JOIN address_book b ON b.id = OLD.scope_id AND b.purpose = 'SERVICE'
    WHERE c.request_id = OLD.request_id AND c.at >= OLD.since AND OLD.scope_kind = 'BOOK'
      AND q.address_key = OLD.address_key AND q.channel = OLD.channel AND q.scope_id = OLD.scope_id
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'an opt-out is lifted by a double opt-in only: no proof for this address and scope after the opt-out'
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER opt_out_request_judged_once BEFORE UPDATE OF purpose, policy_owner_id, policy_version ON opt_out_request
  FOR EACH ROW WHEN ((OLD.purpose, OLD.policy_owner_id, OLD.policy_version)
    IS DISTINCT FROM (NEW.purpose, NEW.policy_owner_id, NEW.policy_version))
  EXECUTE FUNCTION refuse_other_judgement();

CREATE TRIGGER opt_out_request_transition BEFORE UPDATE OF state ON opt_out_request
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION refuse_transition();

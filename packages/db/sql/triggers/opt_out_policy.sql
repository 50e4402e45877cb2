CREATE TRIGGER opt_out_policy_append_only BEFORE UPDATE OR DELETE ON opt_out_policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER opt_out_policy_no_truncate BEFORE TRUNCATE ON opt_out_policy
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

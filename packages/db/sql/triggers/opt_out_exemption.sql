CREATE TRIGGER opt_out_exemption_append_only BEFORE UPDATE OR DELETE ON opt_out_exemption
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER opt_out_exemption_kept AFTER INSERT ON opt_out_exemption
  FOR EACH ROW EXECUTE FUNCTION keep_exemption();

CREATE TRIGGER opt_out_exemption_no_truncate BEFORE TRUNCATE ON opt_out_exemption
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

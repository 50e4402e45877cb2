CREATE TRIGGER controller_reactivation_allowed BEFORE INSERT ON controller_reactivation
  FOR EACH ROW EXECUTE FUNCTION refuse_reactivation();

CREATE TRIGGER controller_reactivation_append_only BEFORE UPDATE OR DELETE ON controller_reactivation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER controller_reactivation_no_truncate BEFORE TRUNCATE ON controller_reactivation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

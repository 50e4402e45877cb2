CREATE TRIGGER unfiltered_export_append_only BEFORE UPDATE OR DELETE ON unfiltered_export
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER unfiltered_export_marketing BEFORE INSERT ON unfiltered_export
  FOR EACH ROW EXECUTE FUNCTION refuse_unfiltered_marketing();

CREATE TRIGGER unfiltered_export_no_truncate BEFORE TRUNCATE ON unfiltered_export
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

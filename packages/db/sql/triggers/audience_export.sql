CREATE TRIGGER audience_export_chosen BEFORE INSERT ON audience_export
  FOR EACH ROW WHEN (NEW.unfiltered_export_id IS NOT NULL) EXECUTE FUNCTION refuse_unchosen_export();

CREATE TRIGGER audience_export_ends_once BEFORE UPDATE ON audience_export
  FOR EACH ROW EXECUTE FUNCTION refuse_export_change();

CREATE TRIGGER audience_export_kept BEFORE DELETE ON audience_export
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audience_export_no_truncate BEFORE TRUNCATE ON audience_export
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

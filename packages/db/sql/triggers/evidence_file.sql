CREATE TRIGGER evidence_file_append_only BEFORE UPDATE OR DELETE ON evidence_file
  FOR EACH ROW EXECUTE FUNCTION refuse_file_change();

CREATE TRIGGER evidence_file_no_truncate BEFORE TRUNCATE ON evidence_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER opt_out_evidence_unchanged BEFORE UPDATE ON opt_out_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_evidence();

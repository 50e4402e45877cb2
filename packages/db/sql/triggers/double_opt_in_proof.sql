CREATE TRIGGER double_opt_in_proof_append_only BEFORE UPDATE OR DELETE ON double_opt_in_proof
  FOR EACH ROW EXECUTE FUNCTION refuse_proof_change();

CREATE TRIGGER double_opt_in_proof_founded BEFORE INSERT ON double_opt_in_proof
  FOR EACH ROW EXECUTE FUNCTION refuse_proof_without_double_opt_in();

CREATE TRIGGER double_opt_in_proof_no_truncate BEFORE TRUNCATE ON double_opt_in_proof
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

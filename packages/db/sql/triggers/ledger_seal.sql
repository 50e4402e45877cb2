CREATE TRIGGER ledger_seal_append_only BEFORE UPDATE OR DELETE ON ledger_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_seal_follows BEFORE INSERT ON ledger_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_seal_out_of_chain();

CREATE TRIGGER ledger_seal_no_truncate BEFORE TRUNCATE ON ledger_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

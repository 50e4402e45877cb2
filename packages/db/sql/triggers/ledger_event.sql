CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
  FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

CREATE TRIGGER ledger_event_no_truncate BEFORE TRUNCATE ON ledger_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_event_reason BEFORE INSERT ON ledger_event
  FOR EACH ROW WHEN (NEW.reason IS NOT NULL) EXECUTE FUNCTION hash_ledger_reason();

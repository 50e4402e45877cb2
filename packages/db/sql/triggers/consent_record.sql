CREATE TRIGGER consent_record_append_only BEFORE UPDATE OR DELETE ON consent_record
  FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();

CREATE TRIGGER consent_record_no_truncate BEFORE TRUNCATE ON consent_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER consent_record_no_way_back BEFORE INSERT ON consent_record
  FOR EACH ROW WHEN (NEW.outcome = 'RECORDED') EXECUTE FUNCTION refuse_claim_of_opted_out();

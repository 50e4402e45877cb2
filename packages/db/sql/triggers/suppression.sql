CREATE TRIGGER suppression_change BEFORE UPDATE ON suppression
  FOR EACH ROW WHEN (OLD.state = 'OPTED_OUT') EXECUTE FUNCTION refuse_lifting_without_proof();

-- A row that stands in the list that counts may leave the other.
CREATE TRIGGER suppression_lift BEFORE DELETE ON suppression
  FOR EACH ROW WHEN (OLD.state = 'OPTED_OUT' AND NOT stands_in_list_read(
    OLD.address_key, OLD.list_id, OLD.channel, OLD.scope_kind, OLD.scope_id, OLD.since))
  EXECUTE FUNCTION refuse_lifting_without_proof();

CREATE TRIGGER suppression_return BEFORE INSERT OR UPDATE OF returned_to, since ON suppression
  FOR EACH ROW WHEN (NEW.returned_to IS NOT NULL) EXECUTE FUNCTION refuse_unproven_return();

CREATE TRIGGER suppression_no_truncate BEFORE TRUNCATE ON suppression
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER recipient_preference_noted BEFORE INSERT OR UPDATE OF recipient_id ON recipient_preference
  FOR EACH ROW EXECUTE FUNCTION note_recipient();

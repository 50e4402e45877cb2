CREATE TRIGGER sender_archived BEFORE UPDATE OF archived_at ON sender
  FOR EACH ROW WHEN (NEW.archived_at IS NOT NULL) EXECUTE FUNCTION refuse_archiving_chosen_sender();

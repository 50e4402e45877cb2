CREATE TRIGGER message_exceeds_frequency BEFORE UPDATE ON message FOR EACH ROW
  WHEN (NEW.state = 'STOPPED' AND NEW.stopped_by = 'FREQUENCY_CAP' AND OLD.state <> 'STOPPED')
  EXECUTE FUNCTION hold_message();

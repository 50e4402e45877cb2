-- What follows from it would have to be looked up and locked; and whoever was noted once is cheap enough.
CREATE TRIGGER recipient_stays_noted BEFORE UPDATE OF noted ON recipient
  FOR EACH ROW WHEN (OLD.noted AND NOT NEW.noted) EXECUTE FUNCTION refuse_change();

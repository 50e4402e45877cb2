CREATE TRIGGER address_book_exemption BEFORE INSERT OR UPDATE OF exempt_since ON address_book
  FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_exemption();

CREATE TRIGGER address_book_purpose BEFORE UPDATE OF purpose ON address_book
  FOR EACH ROW WHEN (OLD.purpose <> NEW.purpose) EXECUTE FUNCTION refuse_other_purpose();

CREATE TRIGGER address_book_sender_fits BEFORE INSERT OR UPDATE ON address_book_sender
  FOR EACH ROW EXECUTE FUNCTION refuse_unfit_sender();

CREATE TRIGGER sign_up_form_declaration BEFORE UPDATE ON sign_up_form
  FOR EACH ROW EXECUTE FUNCTION count_declaration();

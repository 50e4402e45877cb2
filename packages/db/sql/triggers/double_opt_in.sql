CREATE TRIGGER double_opt_in_open_sign_up AFTER INSERT OR UPDATE OF confirmed_at ON double_opt_in
  FOR EACH ROW EXECUTE FUNCTION remember_open_sign_up();

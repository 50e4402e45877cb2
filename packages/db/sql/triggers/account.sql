CREATE TRIGGER account_list_switch BEFORE UPDATE OF keeps_own_list ON account
  FOR EACH ROW WHEN (OLD.keeps_own_list IS DISTINCT FROM NEW.keeps_own_list)
  EXECUTE FUNCTION refuse_list_that_stops_less();

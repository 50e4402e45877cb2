CREATE TRIGGER planned_decision_ends_once BEFORE UPDATE ON planned_decision
  FOR EACH ROW WHEN (OLD.state <> 'PLANNED') EXECUTE FUNCTION refuse_second_end();

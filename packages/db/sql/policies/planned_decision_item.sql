ALTER TABLE planned_decision_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON planned_decision_item TO adieu_tenant
  USING (EXISTS (SELECT FROM planned_decision p WHERE p.id = planned_decision_item.planned_decision_id))
  WITH CHECK (EXISTS (SELECT FROM planned_decision p WHERE p.id = planned_decision_item.planned_decision_id)
    AND EXISTS (SELECT FROM opt_out_request p WHERE p.id = planned_decision_item.request_id));

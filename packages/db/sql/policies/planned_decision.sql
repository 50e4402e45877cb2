ALTER TABLE planned_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON planned_decision TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM member p WHERE p.id = planned_decision.member_id));

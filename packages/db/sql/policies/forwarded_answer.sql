ALTER TABLE forwarded_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON forwarded_answer TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant()) AND EXISTS (SELECT FROM account p WHERE p.id = forwarded_answer.account_id)
    AND EXISTS (SELECT FROM inbound_message p WHERE p.id = forwarded_answer.inbound_message_id));

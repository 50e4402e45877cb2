ALTER TABLE campaign_warning_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_warning_mail TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_warning_mail.campaign_id))
  WITH CHECK (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_warning_mail.campaign_id)
    AND EXISTS (SELECT FROM member p WHERE p.id = campaign_warning_mail.member_id));

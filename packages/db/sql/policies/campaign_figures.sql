ALTER TABLE campaign_figures ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign_figures TO adieu_tenant
  USING (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_figures.campaign_id))
  WITH CHECK (EXISTS (SELECT FROM campaign p WHERE p.id = campaign_figures.campaign_id)
    AND EXISTS (SELECT FROM account p WHERE p.id = campaign_figures.account_id));

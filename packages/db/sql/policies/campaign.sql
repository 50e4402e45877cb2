ALTER TABLE campaign ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON campaign TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM account p WHERE p.id = campaign.account_id)
    AND (campaign.address_book_id IS NULL OR EXISTS (SELECT FROM address_book p WHERE p.id = campaign.address_book_id))
    AND (campaign.sender_id IS NULL OR EXISTS (SELECT FROM sender p WHERE p.id = campaign.sender_id))
    AND (campaign.topic_id IS NULL OR EXISTS (SELECT FROM topic p WHERE p.id = campaign.topic_id)));

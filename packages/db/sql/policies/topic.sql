ALTER TABLE topic ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON topic TO adieu_tenant USING (EXISTS (SELECT FROM account p WHERE p.id = topic.account_id));

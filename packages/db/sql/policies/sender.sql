ALTER TABLE sender ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sender TO adieu_tenant USING (EXISTS (SELECT FROM account p WHERE p.id = sender.account_id));

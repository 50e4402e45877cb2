ALTER TABLE double_opt_in ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON double_opt_in TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM account p WHERE p.id = double_opt_in.account_id)
    AND EXISTS (SELECT FROM recipient p WHERE p.id = double_opt_in.recipient_id));
-- No foreign key says whose list it is, and the engine acts on it later. Only what is written: what it refers to may have gone since.
CREATE POLICY refers ON double_opt_in AS RESTRICTIVE FOR INSERT TO adieu_tenant
  WITH CHECK ((double_opt_in.list_id = (SELECT tenant()) OR EXISTS (SELECT FROM account p WHERE p.id = double_opt_in.list_id)));

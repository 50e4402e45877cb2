ALTER TABLE opt_out_policy ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON opt_out_policy TO adieu_tenant
  USING (CASE
    WHEN address_book_id IS NOT NULL THEN EXISTS (SELECT FROM address_book p WHERE p.id = opt_out_policy.address_book_id)
    WHEN account_id IS NOT NULL THEN EXISTS (SELECT FROM account p WHERE p.id = opt_out_policy.account_id)
    ELSE organisation_id = (SELECT tenant()) END);
-- Of a list of members a foreign key can not be made.
CREATE POLICY refers ON opt_out_policy AS RESTRICTIVE FOR INSERT TO adieu_tenant
  WITH CHECK (NOT EXISTS (SELECT FROM unnest(opt_out_policy.tell) AS t(id) WHERE NOT EXISTS (SELECT FROM member p WHERE p.id = t.id)));
-- The installation's own is what everybody without one is judged by.
CREATE POLICY installation ON opt_out_policy FOR SELECT TO adieu_tenant USING (owner_kind = 'INSTALLATION');

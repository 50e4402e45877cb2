ALTER TABLE double_opt_in_proof ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON double_opt_in_proof TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM recipient p WHERE p.id = double_opt_in_proof.recipient_id));
-- No foreign key says whose list it is, and the engine acts on it later. Only what is written: what it refers to may have gone since.
CREATE POLICY refers ON double_opt_in_proof AS RESTRICTIVE FOR INSERT TO adieu_tenant
  WITH CHECK ((double_opt_in_proof.list_id = (SELECT tenant()) OR EXISTS (SELECT FROM account p WHERE p.id = double_opt_in_proof.list_id))
    AND EXISTS (SELECT FROM double_opt_in p WHERE p.id = double_opt_in_proof.double_opt_in_id));

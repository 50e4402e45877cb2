ALTER TABLE double_opt_in_proof ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON double_opt_in_proof TO adieu_tenant USING (organisation_id = (SELECT tenant()))
  WITH CHECK (organisation_id = (SELECT tenant())
    AND EXISTS (SELECT FROM recipient p WHERE p.id = double_opt_in_proof.recipient_id));

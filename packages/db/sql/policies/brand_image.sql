ALTER TABLE brand_image ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON brand_image TO adieu_tenant
  USING (EXISTS (SELECT FROM account p WHERE p.id = brand_image.account_id));

CREATE TRIGGER account_brand_append_only BEFORE UPDATE OR DELETE ON account_brand
  FOR EACH ROW EXECUTE FUNCTION refuse_brand_change();

CREATE TRIGGER account_brand_no_truncate BEFORE TRUNCATE ON account_brand
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER brand_image_append_only BEFORE UPDATE OR DELETE ON brand_image
  FOR EACH ROW EXECUTE FUNCTION refuse_brand_change();

CREATE TRIGGER brand_image_no_truncate BEFORE TRUNCATE ON brand_image
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER contact_address_stray_insert AFTER INSERT ON contact_address
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_stray_contact_address();

CREATE TRIGGER contact_address_stray_update AFTER UPDATE ON contact_address
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_stray_contact_address();

-- What was deleted, and what stood in it: since when no consent to it is in use.
CREATE VIEW deleted_scope WITH (security_invoker) AS
  SELECT o.id AS scope_id, o.deleted_at FROM organisation o WHERE o.deleted_at IS NOT NULL
  UNION ALL
  SELECT a.id, a.deleted_at FROM account a WHERE a.deleted_at IS NOT NULL
  UNION ALL
  SELECT b.id, least(b.deleted_at, a.deleted_at) FROM address_book b JOIN account a ON a.id = b.account_id
  WHERE coalesce(b.deleted_at, a.deleted_at) IS NOT NULL
  UNION ALL
  SELECT t.id, least(t.deleted_at, a.deleted_at) FROM topic t JOIN account a ON a.id = t.account_id
  WHERE coalesce(t.deleted_at, a.deleted_at) IS NOT NULL;

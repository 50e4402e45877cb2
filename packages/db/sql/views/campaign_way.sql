-- Where a campaign's messages go through: what the gate is asked with.
CREATE VIEW campaign_way WITH (security_invoker) AS
  SELECT c.id AS campaign_id, c.organisation_id, c.account_id, c.address_book_id, c.topic_id,
    CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END AS list_id,
    coalesce(b.purpose, c.purpose) AS purpose,
    coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS archived
  FROM campaign c
  JOIN account a ON a.id = c.account_id
  LEFT JOIN address_book b ON b.id = c.address_book_id
  LEFT JOIN topic t ON t.id = c.topic_id;

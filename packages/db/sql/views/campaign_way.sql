-- Where a campaign's messages go through: what the gate is asked with.
CREATE VIEW campaign_way WITH (security_invoker) AS
  SELECT c.id AS campaign_id, c.organisation_id, c.account_id, c.address_book_id, c.topic_id,
    CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END AS list_id,
    coalesce(b.purpose, c.purpose) AS purpose,
    coalesce(a.archived_at, b.archived_at, t.archived_at) IS NOT NULL AS archived,
    CASE WHEN c.channel = 'SMS' THEN (SELECT s.address FROM sender s WHERE s.kind = 'SHORT_CODE' AND s.id = coalesce(c.sender_id,
      (SELECT x.sender_id FROM address_book_sender x WHERE x.address_book_id = c.address_book_id AND x.channel = c.channel),
      (SELECT d.id FROM sender d WHERE d.account_id = c.account_id AND d.channel = c.channel AND d.is_default))) END AS short_code
  FROM campaign c
  JOIN account a ON a.id = c.account_id
  LEFT JOIN address_book b ON b.id = c.address_book_id
  LEFT JOIN topic t ON t.id = c.topic_id;

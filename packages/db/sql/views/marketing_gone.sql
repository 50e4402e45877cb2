-- The marketing of each account that went, or may have gone: what uses up a period.
CREATE VIEW marketing_gone WITH (security_invoker) AS
  SELECT c.account_id, m.recipient_id, m.id AS message_id, m.changed_at AS at
  FROM campaign c LEFT JOIN address_book b ON b.id = c.address_book_id JOIN message m ON m.campaign_id = c.id
  WHERE coalesce(b.purpose, c.purpose) = 'MARKETING' AND m.state IN ('SENT', 'HANDING_OVER', 'UNKNOWN');

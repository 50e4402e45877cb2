-- The latest SMS that a sender sent to a number, which a bare STOPP or START to that sender is about (A3, SM-5): in whichever
-- organisation, however long ago. To a short code that is the installation's also what came from a name, whose reader has no
-- other way to answer (p_names_too). Looks into each campaign of these senders by its unique key, so that a send needs no
-- further index.
CREATE OR REPLACE FUNCTION latest_sms(p_address_key bytea, p_sender text, p_names_too boolean)
RETURNS TABLE (message_id uuid, organisation_id uuid, account_id uuid, address_book_id uuid, is_open boolean)
LANGUAGE sql STABLE AS $$
  SELECT m.id, c.organisation_id, c.account_id, c.address_book_id,
    (SELECT b.archived_at IS NULL FROM address_book b WHERE b.id = c.address_book_id)
  FROM sender s
  JOIN campaign c ON c.sender_id = s.id
  JOIN recipient r ON r.organisation_id = c.organisation_id AND r.channel = 'SMS' AND r.address_key = p_address_key
  JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id
  WHERE s.channel = 'SMS' AND (s.address = p_sender OR (p_names_too AND s.kind = 'TEXT'))
    AND m.state IN ('SENT', 'UNKNOWN', 'HANDING_OVER')
  ORDER BY m.changed_at DESC, m.id DESC LIMIT 1
$$;

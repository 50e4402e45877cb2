-- Which SMS of a sender a bare STOPP or START to it, sent at p_by, is about (A3, SM-5), in whichever organisation, however long
-- ago: first the latest that went by then, then of each book what has gone since. Clocks differ, and answers come late: who has got
-- another since may mean that. None that is known not to have arrived. To a short code that is the installation's also what
-- came from a name, whose reader has no other way to answer (p_names_too). Looks into each campaign of these senders by its
-- unique key, so that a send needs no further index.
CREATE OR REPLACE FUNCTION latest_sms(p_address_key bytea, p_sender text, p_names_too boolean, p_by timestamptz)
RETURNS TABLE (message_id uuid, organisation_id uuid, account_id uuid, address_book_id uuid, is_open boolean, nth bigint)
LANGUAGE sql STABLE AS $$
  WITH sent AS (
    SELECT m.id, m.changed_at AS at, c.organisation_id, c.account_id, c.address_book_id
    FROM sender s
    JOIN campaign c ON c.sender_id = s.id
    JOIN recipient r ON r.organisation_id = c.organisation_id AND r.channel = 'SMS' AND r.address_key = p_address_key
    JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id
    WHERE s.channel = 'SMS' AND (s.address = p_sender OR (p_names_too AND s.kind = 'TEXT'))
      AND m.state IN ('SENT', 'UNKNOWN', 'HANDING_OVER')
      AND NOT EXISTS (SELECT FROM sms_delivery d WHERE d.message_id = m.id AND d.state = 'FAILED')
  ), by_then AS (
    SELECT id, at FROM sent WHERE at <= p_by ORDER BY at DESC, id DESC LIMIT 1
  ), of_books AS (
    SELECT DISTINCT ON (s.account_id, s.address_book_id) s.*, b.id IS NOT NULL AS was_by_then
    FROM sent s LEFT JOIN by_then b ON b.id = s.id
    WHERE s.at > p_by OR b.id IS NOT NULL
    ORDER BY s.account_id, s.address_book_id, b.id IS NOT NULL DESC, s.at DESC, s.id DESC
  )
  SELECT o.id, o.organisation_id, o.account_id, o.address_book_id,
    (SELECT b.archived_at IS NULL FROM address_book b WHERE b.id = o.address_book_id),
    row_number() OVER (ORDER BY o.was_by_then DESC, o.at DESC, o.id DESC)
  FROM of_books o
$$;

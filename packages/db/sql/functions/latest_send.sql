-- Through which book, if any, an address was written to last (A8). Looks into each campaign of the organisation by
-- its unique key, so that a send needs no further index.
CREATE OR REPLACE FUNCTION latest_send(p_organisation uuid, p_channel text, p_address_key bytea)
RETURNS TABLE (message_id uuid, campaign_id uuid, account_id uuid, address_book_id uuid, attribution text, at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT m.id, c.id, c.account_id, c.address_book_id, c.attribution, m.changed_at
  FROM recipient r
  JOIN campaign c ON c.organisation_id = r.organisation_id
  JOIN message m ON m.campaign_id = c.id AND m.recipient_id = r.id
  WHERE r.organisation_id = p_organisation AND r.channel = p_channel AND r.address_key = p_address_key
    AND m.state IN ('SENT', 'UNKNOWN', 'HANDING_OVER')
  ORDER BY m.changed_at DESC, m.id DESC LIMIT 1
$$;

-- Whom a draft goes to: the addresses of its book on its channel that its audience leaves, or the
-- recipients that it names by hand, which were made on its channel.
-- What the gate would stop is not left out. Its body is put into the statement that asks, so that PostgreSQL plans
-- both as one. The conditions stand in one CASE: campaigns without any pay nothing, and PostgreSQL, which can not
-- guess how many each lets through, takes half instead of a product that is next to none. OFFSET 0: who is named, by
-- address, book or campaign, is looked up from the names; without it, and without statistics, all recipients, contacts or
-- messages are read for each contact. For that reason who joins it to recipients lets it be MATERIALIZED.
CREATE OR REPLACE FUNCTION campaign_audience(p_campaign uuid)
RETURNS TABLE (recipient_id uuid, contact_id uuid, language text, fields jsonb) LANGUAGE sql STABLE AS $$
  SELECT k.recipient_id, k.contact_id, k.language, k.fields
  FROM campaign c
  JOIN account a ON a.id = c.account_id
  JOIN book_address k ON k.address_book_id = c.address_book_id
  WHERE c.id = p_campaign AND CASE WHEN k.channel <> c.channel THEN false ELSE true END AND CASE WHEN c.audience IS NULL THEN true ELSE
    (c.audience_path IS NULL OR jsonb_path_match(k.fields, c.audience_path, '{}', true))
    AND (c.audience -> 'languages' IS NULL OR c.audience -> 'languages' ? coalesce(
      (SELECT p.language FROM recipient_preference p WHERE p.recipient_id = k.recipient_id AND p.account_id = a.id),
      k.language, a.default_language))
    -- Who did not leave a topic hears about it.
    AND (c.audience -> 'topics' IS NULL OR EXISTS (
      SELECT 1 FROM jsonb_array_elements_text(c.audience -> 'topics') AS t(id) WHERE NOT EXISTS (
        SELECT 1 FROM recipient r JOIN suppression s ON s.address_key = r.address_key AND s.channel = r.channel
        WHERE r.id = k.recipient_id AND s.scope_id = t.id::uuid
          AND s.list_id = CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END)))
    AND (c.audience -> 'onlyAddresses' IS NULL OR k.recipient_id IN (
      SELECT r.id FROM campaign n JOIN campaign_address x ON x.campaign_id = n.id AND x.choice = 'ONLY'
      CROSS JOIN LATERAL (SELECT o.id FROM recipient o WHERE o.organisation_id = n.organisation_id AND o.channel = n.channel
        AND o.address_key = x.address_key OFFSET 0) r
      WHERE n.id = p_campaign))
    END
    AND NOT EXISTS (SELECT 1 FROM (
      SELECT e.recipient_id FROM campaign n
      CROSS JOIN LATERAL jsonb_array_elements_text(n.audience -> 'exceptBooks') AS b(id)
      CROSS JOIN LATERAL (SELECT k.recipient_id FROM book_address k WHERE k.address_book_id = b.id::uuid OFFSET 0) e WHERE n.id = p_campaign
      UNION ALL
      SELECT m.recipient_id FROM campaign n
      CROSS JOIN LATERAL jsonb_array_elements_text(n.audience -> 'exceptCampaigns') AS o(id)
      CROSS JOIN LATERAL (SELECT h.recipient_id FROM message h
        WHERE h.campaign_id = o.id::uuid AND h.state NOT IN ('STOPPED', 'FAILED') OFFSET 0) m WHERE n.id = p_campaign
      UNION ALL
      SELECT r.id FROM campaign n JOIN campaign_address x ON x.campaign_id = n.id AND x.choice = 'EXCEPT'
      CROSS JOIN LATERAL (SELECT o.id FROM recipient o WHERE o.organisation_id = n.organisation_id AND o.channel = n.channel
        AND o.address_key = x.address_key OFFSET 0) r
      WHERE n.id = p_campaign
    ) left_out WHERE left_out.recipient_id = k.recipient_id)
  UNION ALL
  SELECT h.recipient_id, NULL::uuid, NULL::text, '{}'::jsonb FROM campaign_recipient h WHERE h.campaign_id = p_campaign
$$;

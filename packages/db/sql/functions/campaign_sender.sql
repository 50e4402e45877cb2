-- What a campaign goes out from: what it was released with; a draft from what its book would be sent from now.
CREATE OR REPLACE FUNCTION campaign_sender(p_campaign uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(c.sender_id, sender_for(c.account_id, c.address_book_id, c.channel)) FROM campaign c WHERE c.id = p_campaign
$$;

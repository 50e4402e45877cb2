-- What a mail or an SMS of an account goes out from: what its book chose (null = none is meant), else the account's
-- default. Null where the account has nothing to send from on this channel.
CREATE OR REPLACE FUNCTION sender_for(p_account uuid, p_address_book uuid, p_channel text) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT c.sender_id FROM address_book_sender c WHERE c.address_book_id = p_address_book AND c.channel = p_channel),
    (SELECT s.id FROM sender s WHERE s.account_id = p_account AND s.channel = p_channel AND s.is_default))
$$;

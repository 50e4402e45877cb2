-- From which short code an SMS of an account goes out: what its book chose, else the account's default; null = from none.
CREATE OR REPLACE FUNCTION short_code_for(p_account uuid, p_address_book uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT s.address FROM sender s WHERE s.id = sender_for(p_account, p_address_book, 'SMS') AND s.kind = 'SHORT_CODE'
$$;

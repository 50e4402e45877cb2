-- Whether a number stands in the block list of a short code and came back to nothing of this since. As its owner: the list is
-- the installation's, and an organisation learns of one number and its own way alone, not who else wrote to whom.
CREATE OR REPLACE FUNCTION stands_in_block_list(p_address_key bytea, p_short_code text, p_account uuid, p_book uuid, p_topic uuid)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
RETURN EXISTS (
  SELECT FROM platform_block b WHERE b.address_key = p_address_key AND b.short_code = p_short_code
    AND (b.returned_to && ARRAY[p_account, p_book, p_topic]) IS NOT TRUE
);

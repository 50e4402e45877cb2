-- Whether marketing waits for a confirmation. p_open is recipient_preference.sign_up_open, so that nothing is looked up for others: the
-- gate reads that row anyway.
CREATE OR REPLACE FUNCTION awaits_confirmation(
  p_open boolean, p_recipient uuid, p_purpose text, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid, p_now timestamptz
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_open AND p_purpose = 'MARKETING' AND p_now IS NOT NULL
    THEN has_unconfirmed_sign_up(p_recipient, p_organisation, p_account, p_book, p_topic) ELSE false END
$$;

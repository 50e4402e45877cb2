-- Whether a recipient asked to sign up for what a message of marketing goes through and has not confirmed, with nothing else
-- that covers it: no double opt-in, no recorded consent, no place in a marketing book of the account that they had before they
-- asked. Where no book is named they may have asked for anything of the account. Who left there is on the way back: the opt-out
-- says what stands. The domain says the same in isSignUpUnconfirmed; the gate alone asks, by awaits_confirmation.
CREATE OR REPLACE FUNCTION has_unconfirmed_sign_up(
  p_recipient uuid, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM double_opt_in d
    WHERE d.recipient_id = p_recipient AND d.confirmed_at IS NULL AND d.superseded_at IS NULL
      AND d.account_id = p_account
      AND (p_book IS NULL OR d.scope_id IN (p_topic, p_book, p_account, p_organisation))
      AND NOT EXISTS (SELECT FROM double_opt_in_proof p WHERE p.recipient_id = d.recipient_id
        AND p.scope_id IN (d.scope_id, p_topic, p_book, p_account, p_organisation))
      AND NOT EXISTS (SELECT FROM consent_record x WHERE x.recipient_id = d.recipient_id AND x.outcome = 'RECORDED'
        AND x.scope_id IN (d.scope_id, p_topic, p_book, p_account, p_organisation))
      AND NOT EXISTS (SELECT FROM suppression s WHERE s.address_key = d.address_key AND s.list_id = d.list_id
        AND s.channel = d.channel AND s.scope_id = d.scope_id)
      AND NOT EXISTS (SELECT FROM book_address k
        JOIN contact c ON c.id = k.contact_id AND c.created_at < d.requested_at
        JOIN address_book b ON b.id = k.address_book_id AND b.account_id = d.account_id AND b.purpose = 'MARKETING'
        WHERE k.recipient_id = d.recipient_id AND (p_book IS NULL OR b.id = p_book)))
$$;

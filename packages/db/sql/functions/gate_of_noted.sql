-- beside_suppressions with a plan of its own, for a question about one address: in the plan of each it would cost those of whom nothing
-- is noted, which are nearly all.
CREATE OR REPLACE FUNCTION gate_of_noted(
  p_recipient uuid, p_undeliverable_since timestamptz, p_now timestamptz, p_organisation uuid, p_account uuid, p_book uuid, p_topic uuid,
  p_purpose text, p_archived boolean, p_blocked boolean
) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT b.noted FROM beside_suppressions(p_recipient, p_undeliverable_since, p_now, p_organisation, p_account, p_book, p_topic,
      p_purpose, p_archived, p_blocked) b
  );
END $$;

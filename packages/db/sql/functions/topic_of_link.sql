-- What the link of a mail leaves below its book: the topic, or none where the mail told of several.
CREATE OR REPLACE FUNCTION topic_of_link(p_message uuid, p_carried_by uuid, p_topic uuid)
RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_carried_by = p_message AND EXISTS (
    SELECT 1 FROM message o JOIN campaign c ON c.id = o.campaign_id
    WHERE o.carried_by = p_message AND c.topic_id IS DISTINCT FROM p_topic) THEN NULL ELSE p_topic END
$$;

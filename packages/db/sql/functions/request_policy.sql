-- What the policy that a request was judged by says of reminders and of who is told. One row for every request, also
-- one that names no version known here: it must not wait unseen.
CREATE OR REPLACE FUNCTION request_policy(p_request uuid) RETURNS TABLE (remind_before_seconds integer[], tell uuid[])
LANGUAGE sql STABLE AS $$
  SELECT coalesce(o.remind_before_seconds, '{86400}'), coalesce(o.tell, '{}') FROM opt_out_request q
  LEFT JOIN opt_out_policy o ON o.owner_id = q.policy_owner_id AND o.purpose = q.purpose AND o.version = q.policy_version
  WHERE q.id = p_request
$$;

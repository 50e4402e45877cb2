-- The accounts for which a member holds one of these roles: NULL = all of the organisation, '{}' = none. Who is inactive,
-- or has not accepted the invitation yet, holds none.
CREATE OR REPLACE FUNCTION member_reach(p_member uuid, p_roles text[]) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN bool_or(r.account_id IS NULL) THEN NULL ELSE coalesce(array_agg(r.account_id), '{}') END
  FROM member m JOIN member_role r ON r.member_id = m.id AND r.role = ANY (p_roles)
  WHERE m.id = p_member AND m.active AND m.accepted_at IS NOT NULL
$$;

ALTER TABLE review_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON review_link TO adieu_tenant
  USING (EXISTS (SELECT FROM member p WHERE p.id = review_link.member_id))
  WITH CHECK (EXISTS (SELECT FROM member p WHERE p.id = review_link.member_id)
    AND (review_link.session_id IS NULL OR EXISTS (SELECT FROM member_session p WHERE p.id = review_link.session_id)));

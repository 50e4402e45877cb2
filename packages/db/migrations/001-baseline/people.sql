-- The people of an organisation: their roles, how they sign in, what each was told of, and decisions that can still be undone.

CREATE TABLE member (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (name <> ''),
  email text NOT NULL CHECK (email <> ''),
  language text NOT NULL,
  digest_seconds integer NOT NULL DEFAULT 86400 CHECK (digest_seconds BETWEEN 60 AND 2592000),
  active boolean NOT NULL DEFAULT true,
  last_digest_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  weekly_report boolean NOT NULL DEFAULT true,
  accepted_at timestamptz,
  CONSTRAINT member_once UNIQUE (organisation_id, email)
);
COMMENT ON COLUMN member.last_digest_at IS 'When their last digest was claimed: the next may be a period later';
COMMENT ON COLUMN member.weekly_report IS 'Whether the mail with the figures of each week is wanted';
COMMENT ON COLUMN member.accepted_at IS 'When they proved that the address is theirs; null: invited, and told of nothing yet';

CREATE TABLE member_role (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('ADMIN', 'REVIEWER', 'CAMPAIGNER', 'AUDITOR')),
  account_id uuid REFERENCES account ON DELETE CASCADE
);
COMMENT ON COLUMN member_role.account_id IS 'Null: for every account of the organisation, and what belongs to none';
CREATE UNIQUE INDEX member_role_once ON member_role (member_id, role, account_id);
CREATE UNIQUE INDEX member_role_all ON member_role (member_id, role) WHERE account_id IS NULL;
CREATE INDEX member_role_account ON member_role (account_id);

CREATE TABLE invitation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL UNIQUE REFERENCES member ON DELETE CASCADE,
  invited_by text NOT NULL CHECK (invited_by <> ''),
  token_hash bytea UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz,
  CHECK (expires_at > created_at)
);
COMMENT ON COLUMN invitation.invited_by IS 'Name of the member or key that invited; the mail says it';
CREATE INDEX invitation_ends ON invitation (expires_at);

CREATE TABLE member_identity (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  issuer text NOT NULL CHECK (issuer <> ''),
  subject text NOT NULL CHECK (subject <> ''),
  created_at timestamptz NOT NULL,
  CONSTRAINT member_identity_once UNIQUE (member_id, issuer)
);
COMMENT ON TABLE member_identity IS 'By whom an OpenID provider knows a member: bound at the first sign-in, and not by the mail address any more';
CREATE INDEX member_identity_subject ON member_identity (issuer, subject);

CREATE TABLE member_session (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  secret_hash bytea NOT NULL UNIQUE,
  means text NOT NULL CHECK (means IN ('MAIL', 'INVITATION', 'OIDC')),
  user_agent text,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (expires_at > created_at)
);
COMMENT ON COLUMN member_session.expires_at IS 'Its end, however much it is used; unused it ends before';
CREATE INDEX member_session_member ON member_session (member_id, created_at);
CREATE INDEX member_session_ends ON member_session (expires_at);

CREATE TABLE digest (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  claimed_at timestamptz NOT NULL,
  previous_at timestamptz,
  sent_at timestamptz
);
COMMENT ON COLUMN digest.sent_at IS
  'Null where nobody knows: what stood in it counts as not told, and the next digest tells it';
CREATE INDEX digest_person ON digest (member_id, claimed_at);

CREATE TABLE digest_item (
  digest_id uuid NOT NULL REFERENCES digest ON DELETE CASCADE,
  request_id uuid NOT NULL REFERENCES opt_out_request ON DELETE CASCADE,
  PRIMARY KEY (digest_id, request_id)
);
COMMENT ON TABLE digest_item IS 'What a digest told as new or reminded of; gone once the request is closed';
CREATE INDEX digest_item_request ON digest_item (request_id);

CREATE TABLE sign_in_ask (
  origin_key bytea NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_ask IS 'Keyed hashes of where a way in was asked for; gone after an hour';
CREATE INDEX sign_in_ask_key ON sign_in_ask (origin_key, at);
CREATE INDEX sign_in_ask_at ON sign_in_ask (at);

CREATE TABLE review_link (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('REVIEW', 'SIGN_IN')),
  token_hash bytea UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  sent_at timestamptz,
  session_id uuid UNIQUE REFERENCES member_session ON DELETE CASCADE,
  CHECK (expires_at > created_at),
  CONSTRAINT a_sign_in_has_no_session CHECK (session_id IS NULL OR purpose = 'REVIEW')
);
COMMENT ON COLUMN review_link.session_id IS 'Of a review that was opened by a session: it is dead when the session is';
CREATE INDEX review_link_person ON review_link (member_id, created_at);
CREATE INDEX review_link_ends ON review_link (expires_at);

CREATE TABLE planned_decision (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  decision text NOT NULL CHECK (decision IN ('CONFIRM', 'DECLINE')),
  reason text,
  planned_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('PLANNED', 'UNDONE', 'CARRIED_OUT')),
  ended_at timestamptz,
  CHECK ((state = 'PLANNED') = (ended_at IS NULL)),
  CONSTRAINT a_decline_has_a_reason CHECK (decision = 'CONFIRM' OR btrim(reason) <> '')
);
CREATE INDEX planned_decision_open ON planned_decision (id) WHERE state = 'PLANNED';
CREATE INDEX planned_decision_person ON planned_decision (member_id, id);
CREATE INDEX planned_decision_ended ON planned_decision (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE planned_decision_item (
  planned_decision_id uuid NOT NULL REFERENCES planned_decision ON DELETE CASCADE,
  request_id uuid NOT NULL REFERENCES opt_out_request ON DELETE CASCADE,
  carried_out_at timestamptz,
  refused text,
  PRIMARY KEY (planned_decision_id, request_id),
  CHECK (carried_out_at IS NULL OR refused IS NULL)
);
COMMENT ON COLUMN planned_decision_item.refused IS 'Why this one was not decided; the others were';
CREATE INDEX planned_decision_item_request ON planned_decision_item (request_id);

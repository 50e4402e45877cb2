-- The people who decide: what each was told of, their links, and decisions that can still be undone.

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
  CONSTRAINT member_once UNIQUE (organisation_id, email)
);
COMMENT ON COLUMN member.last_digest_at IS 'When their last digest was claimed: the next may be a period later';
COMMENT ON COLUMN member.weekly_report IS 'Whether the mail with the figures of each week is wanted';

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

CREATE TABLE review_link (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('REVIEW', 'SIGN_IN')),
  token_hash bytea UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  origin text,
  sent_at timestamptz,
  opened_id uuid REFERENCES review_link ON DELETE SET NULL,
  CHECK (expires_at > created_at),
  CONSTRAINT only_a_sign_in_opens CHECK (opened_id IS NULL OR purpose = 'SIGN_IN')
);
COMMENT ON COLUMN review_link.opened_id IS 'The review that a sign-in led to: pressed again it leads to the same';
CREATE INDEX review_link_person ON review_link (member_id, created_at);
CREATE INDEX review_link_origin ON review_link (origin, created_at) WHERE purpose = 'SIGN_IN';
CREATE INDEX review_link_ends ON review_link (expires_at);
CREATE INDEX review_link_opened ON review_link (opened_id) WHERE opened_id IS NOT NULL;

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

-- Requests, what they suppress, what speaks for them, and what waits for the relay.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() is only STABLE, for its dictionary could be edited; an index needs a promise that ours is not.
-- Indexes are built without a search path, so the schema that the extension is in is written out.
DO $do$ DECLARE
  home text := (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'unaccent');
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
      'SELECT lower(%1$s.unaccent(''%1$s.unaccent''::regdictionary, $1))'
  $f$, home);
END $do$;
COMMENT ON FUNCTION fold_text IS 'How texts are compared where people search: without case and accents';

CREATE TABLE quarantine (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  campaign_id uuid NOT NULL REFERENCES campaign,
  mail_domain text NOT NULL,
  opened_at timestamptz NOT NULL
);
COMMENT ON TABLE quarantine IS 'A burst: requests of one domain in one campaign that may be a robot''s';
CREATE INDEX quarantine_organisation ON quarantine (organisation_id, id);

CREATE TABLE campaign_domain (
  campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
  mail_domain text NOT NULL,
  burst_from integer NOT NULL CHECK (burst_from > 1),
  early_leavers integer NOT NULL DEFAULT 0,
  counted_until timestamptz NOT NULL DEFAULT '-infinity',
  quarantine_id uuid,
  PRIMARY KEY (campaign_id, mail_domain)
);
COMMENT ON TABLE campaign_domain IS
  'Domains with enough recipients in a campaign to make a burst (domain: burstFrom, countEarlyLeaver)';

CREATE TABLE opt_out_request (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid REFERENCES account,
  list_id uuid NOT NULL,
  recipient_id uuid NOT NULL REFERENCES recipient,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
  scope_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE')),
  address_book_id uuid REFERENCES address_book,
  campaign_id uuid,
  message_id uuid,
  signal text NOT NULL CHECK (signal IN ('CLEAR', 'UNCLEAR')),
  method text NOT NULL,
  state text NOT NULL CHECK (state IN ('PENDING', 'CONFIRMED', 'DECLINED', 'REVERTED', 'WITHDRAWN', 'LIFTED')),
  received_at timestamptz NOT NULL,
  deadline timestamptz,
  on_timeout text CHECK (on_timeout IN ('OPT_OUT', 'REVERT')),
  policy_version integer NOT NULL,
  decided_at timestamptz,
  decided_by_kind text,
  decided_by text,
  decision_reason text,
  reason_text text,
  settled_at timestamptz,
  notified_at timestamptz,
  policy_owner_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  requested_scope_kind text CHECK (requested_scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
  requested_scope_id uuid,
  attribution text CHECK (attribution IN ('BOOK', 'FILTERED', 'BY_HAND')),
  all_channels boolean NOT NULL DEFAULT false,
  voices text[] NOT NULL DEFAULT '{}',
  suspicion text CHECK (suspicion = 'BURST'),
  quarantine_id uuid REFERENCES quarantine,
  CHECK (state <> 'PENDING' OR (deadline IS NOT NULL AND on_timeout IS NOT NULL)),
  CONSTRAINT marketing_never_reverts CHECK (NOT (purpose = 'MARKETING' AND on_timeout = 'REVERT')),
  CHECK ((suspicion IS NULL) = (quarantine_id IS NULL))
);
COMMENT ON COLUMN opt_out_request.settled_at IS
  'When its workflow had done all that follows; the reconciler looks for those without';
COMMENT ON COLUMN opt_out_request.policy_owner_id IS
  'Whose policy it was judged by (opt_out_policy.owner_id), at policy_version';
COMMENT ON COLUMN opt_out_request.requested_scope_id IS
  'What was asked for, before it was widened; null where nobody kept it';
COMMENT ON COLUMN opt_out_request.attribution IS 'How the message came whose link was used (B6); null where there was none';
COMMENT ON COLUMN opt_out_request.voices IS
  'Marks of the different wishes that met in it: the same one again writes nothing';
-- One wish in force for each address and scope: repeats and retries meet it (O-8, W-10).
CREATE UNIQUE INDEX opt_out_request_in_force ON opt_out_request (address_key, list_id, channel, scope_id)
  WHERE state IN ('PENDING', 'CONFIRMED');
CREATE INDEX opt_out_request_pending ON opt_out_request (organisation_id, deadline, id) WHERE state = 'PENDING';
CREATE INDEX opt_out_request_by_time ON opt_out_request (organisation_id, received_at, id);
CREATE INDEX opt_out_request_recipient ON opt_out_request (recipient_id);
CREATE INDEX opt_out_request_unsettled ON opt_out_request (id) WHERE settled_at IS NULL;
CREATE INDEX opt_out_request_quarantine ON opt_out_request (quarantine_id, id) WHERE quarantine_id IS NOT NULL;
CREATE INDEX opt_out_request_pending_received ON opt_out_request (organisation_id, received_at, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_book ON opt_out_request (organisation_id, address_book_id, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_account ON opt_out_request (organisation_id, account_id, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_signal ON opt_out_request (organisation_id, signal, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_method ON opt_out_request (organisation_id, method, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_purpose ON opt_out_request (organisation_id, purpose, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_scope_kind ON opt_out_request (organisation_id, scope_kind, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_scope ON opt_out_request (organisation_id, scope_id, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_pending_campaign ON opt_out_request (organisation_id, campaign_id, deadline, id)
  WHERE state = 'PENDING';
CREATE INDEX opt_out_request_deadline ON opt_out_request (organisation_id, deadline, id) WHERE deadline IS NOT NULL;
CREATE INDEX opt_out_request_decided ON opt_out_request (organisation_id, decided_at, id) WHERE decided_at IS NOT NULL;
CREATE INDEX opt_out_request_decided_by ON opt_out_request (organisation_id, decided_by, decided_at, id)
  WHERE decided_by IS NOT NULL;
CREATE INDEX opt_out_request_reasons ON opt_out_request
  USING gin (fold_text(coalesce(reason_text, '') || ' ' || coalesce(decision_reason, '')) gin_trgm_ops)
  WHERE reason_text IS NOT NULL OR decision_reason IS NOT NULL;
CREATE INDEX opt_out_request_campaign ON opt_out_request (campaign_id, received_at) WHERE campaign_id IS NOT NULL;

CREATE TABLE opt_out_evidence (
  request_id uuid NOT NULL REFERENCES opt_out_request ON DELETE CASCADE,
  at timestamptz NOT NULL,
  detail jsonb NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  organisation_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ONE_CLICK', 'PAGE', 'MAIL', 'SMS', 'REPORT', 'API', 'NOTE', 'MACHINE',
    'IMPORT')),
  sha256 bytea CHECK (length(sha256) = 32),
  path text,
  origin text,
  headers jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (request_id, id)
);
COMMENT ON TABLE opt_out_evidence IS
  'Apart from the request: it may hold origins and browsers, and is kept for a shorter time';
COMMENT ON COLUMN opt_out_evidence.sha256 IS 'Of what came in, as it came: body and kept headers, without the token';
COMMENT ON COLUMN opt_out_evidence.path IS 'As a pattern: /u/:token';
COMMENT ON COLUMN opt_out_evidence.origin IS 'IP address; goes before the rest (organisation.origin_retention)';
-- Retention walks these from their oldest end.
CREATE INDEX opt_out_evidence_age ON opt_out_evidence (organisation_id, at);
CREATE INDEX opt_out_evidence_origin_age ON opt_out_evidence (organisation_id, at) WHERE origin IS NOT NULL;
CREATE INDEX opt_out_evidence_note ON opt_out_evidence USING gin (fold_text(detail ->> 'note') gin_trgm_ops)
  WHERE (detail ->> 'note') IS NOT NULL;

CREATE TABLE suppression (
  address_key bytea NOT NULL,
  list_id uuid NOT NULL,
  channel text NOT NULL,
  scope_id uuid NOT NULL,
  scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
  state text NOT NULL CHECK (state IN ('PAUSED', 'OPTED_OUT')),
  since timestamptz NOT NULL,
  request_id uuid,
  returned_to uuid[] CHECK (returned_to <> '{}'),
  PRIMARY KEY (address_key, list_id, channel, scope_id)
);
COMMENT ON COLUMN suppression.returned_to IS
  'Books, topics and accounts inside its scope that their recipient came back to since, by double opt-in: it stops them no more';
CREATE INDEX suppression_scope ON suppression (scope_id, since, address_key);

CREATE TABLE controller_reactivation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  request_id uuid NOT NULL UNIQUE REFERENCES opt_out_request,
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor <> ''),
  reason text NOT NULL CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE controller_reactivation IS 'Who brought somebody back to a service book by hand, and why (B1)';

CREATE TABLE leave_reason (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account,
  position integer NOT NULL,
  texts jsonb NOT NULL,
  archived_at timestamptz,
  key text NOT NULL,
  CONSTRAINT reason_key CHECK (key ~ '^[A-Z][A-Z0-9_]{0,39}$')
);
COMMENT ON TABLE leave_reason IS 'An account''s own list, in the order it is shown; without rows the house''s list stands';
COMMENT ON COLUMN leave_reason.key IS
  'A reason that is worded anew is another row with the same key: what was given keeps its words';
CREATE INDEX leave_reason_account ON leave_reason (account_id, position) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX leave_reason_key ON leave_reason (account_id, key) WHERE archived_at IS NULL;

CREATE TABLE given_reason (
  request_id uuid PRIMARY KEY REFERENCES opt_out_request,
  reason text,
  text text CHECK (length(text) <= 1000),
  language text,
  given_at timestamptz NOT NULL,
  CHECK (reason IS NOT NULL OR text IS NOT NULL)
);
COMMENT ON COLUMN given_reason.reason IS 'A word of the house''s list, or the id of a leave_reason';

CREATE TABLE machine_signal (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  recipient_id uuid NOT NULL REFERENCES recipient,
  message_id uuid REFERENCES message,
  kind text NOT NULL CHECK (kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE', 'REFUSAL', 'INACTIVITY', 'LINK_SCANNER', 'AUTO_REPLY', 'FEEDBACK')),
  at timestamptz NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  detail jsonb NOT NULL DEFAULT '{}',
  request_id uuid REFERENCES opt_out_request,
  UNIQUE (recipient_id, kind, sha256)
);
COMMENT ON TABLE machine_signal IS 'No wish: opens nothing until an admin says so. Kept as long as evidence';
COMMENT ON COLUMN machine_signal.request_id IS 'The request that an admin made of it';
CREATE INDEX machine_signal_list ON machine_signal (organisation_id, id);
CREATE INDEX machine_signal_age ON machine_signal (organisation_id, at);
CREATE INDEX machine_signal_bounce ON machine_signal (message_id) WHERE kind IN ('HARD_BOUNCE', 'SOFT_BOUNCE', 'REFUSAL');

CREATE TABLE complaint (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid REFERENCES account,
  campaign_id uuid,
  message_id uuid UNIQUE,
  recipient_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CHECK ((campaign_id IS NULL) = (message_id IS NULL))
);
COMMENT ON TABLE complaint IS 'Once for each message; where it names none, once for each recipient, account and day';
CREATE UNIQUE INDEX complaint_by_address ON complaint (recipient_id, account_id, ((at AT TIME ZONE 'UTC')::date)) NULLS
  NOT DISTINCT
  WHERE message_id IS NULL;
CREATE INDEX complaint_campaign ON complaint (campaign_id, at) WHERE campaign_id IS NOT NULL;
CREATE INDEX complaint_account ON complaint (account_id, at) WHERE campaign_id IS NULL;

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  due_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX outbox_due ON outbox (due_at, id);

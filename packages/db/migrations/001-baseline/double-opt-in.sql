-- The only way back, and its proof.

CREATE TABLE double_opt_in (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account,
  recipient_id uuid NOT NULL REFERENCES recipient,
  list_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
  scope_id uuid NOT NULL,
  scope_name text NOT NULL,
  language text NOT NULL,
  declaration text NOT NULL,
  declaration_version text NOT NULL,
  form_url text,
  token_hash bytea UNIQUE,
  requested_at timestamptz NOT NULL,
  requested_origin text,
  requested_user_agent text,
  expires_at timestamptz NOT NULL,
  mail_message_id text,
  mailed_at timestamptz,
  confirmed_at timestamptz,
  sent_at timestamptz,
  superseded_at timestamptz,
  answered_to text,
  exchange jsonb,
  CONSTRAINT double_opt_in_lifetime CHECK (expires_at <= (requested_at + '720:00:00'::interval))
);
COMMENT ON COLUMN double_opt_in.answered_to IS 'By SMS: the sender whose prompt waits for the second word; null = only a link confirms';
COMMENT ON COLUMN double_opt_in.exchange IS 'By SMS: what they wrote, what they were asked, what they answered (domain: SmsExchange)';
CREATE INDEX double_opt_in_prompt ON double_opt_in (address_key, answered_to) WHERE answered_to IS NOT NULL;
CREATE INDEX double_opt_in_recipient ON double_opt_in (recipient_id, requested_at);
CREATE INDEX double_opt_in_expiring ON double_opt_in (expires_at) WHERE confirmed_at IS NULL;
CREATE INDEX double_opt_in_open ON double_opt_in (id) WHERE confirmed_at IS NULL;

CREATE TABLE double_opt_in_origin (
  origin_key bytea NOT NULL CHECK (length(origin_key) = 32),
  at timestamptz NOT NULL
);
COMMENT ON TABLE double_opt_in_origin IS 'D-8: keyed hashes of where double opt-ins were asked for; gone after a day';
CREATE INDEX double_opt_in_origin_key ON double_opt_in_origin (origin_key, at);
CREATE INDEX double_opt_in_origin_at ON double_opt_in_origin (at);

CREATE TABLE double_opt_in_proof (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  double_opt_in_id uuid NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  recipient_id uuid NOT NULL REFERENCES recipient,
  list_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  scope_name text NOT NULL,
  address text NOT NULL,
  language text NOT NULL,
  declaration text NOT NULL,
  declaration_version text NOT NULL,
  form_url text,
  mail_message_id text NOT NULL,
  requested_at timestamptz NOT NULL,
  requested_origin text,
  requested_user_agent text,
  confirmed_at timestamptz NOT NULL,
  confirmed_origin text,
  confirmed_user_agent text,
  organisation_name text,
  account_name text,
  document_version integer,
  exchange jsonb,
  document_sha256 bytea CHECK (length(document_sha256) = 32),
  CHECK (confirmed_at >= requested_at),
  CONSTRAINT proof_of_a_document CHECK ((document_version IS NULL) = (document_sha256 IS NULL))
);
COMMENT ON COLUMN double_opt_in_proof.exchange IS 'By SMS: the messages of both sides, as double_opt_in has them';
COMMENT ON COLUMN double_opt_in_proof.document_sha256 IS
  'D-3: of the printable proof as it was rendered from this row at confirmation; null for proofs from before';
CREATE INDEX double_opt_in_proof_scope ON double_opt_in_proof (address_key, list_id, channel, scope_id);

-- Tenants, their accounts, books, topics and policies, and who may ask.

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  widening text NOT NULL DEFAULT 'NONE' CHECK (widening IN ('NONE', 'ACCOUNT', 'ORGANISATION')),
  evidence_retention text NOT NULL DEFAULT 'P3Y' CHECK (evidence_retention ~ '^P(\d+[YMWD])+$'),
  origin_retention text NOT NULL DEFAULT 'P90D' CHECK (origin_retention ~ '^P(\d+[YMWD])+$'),
  keeps_origins boolean NOT NULL DEFAULT true,
  proof_retention_days integer CHECK (proof_retention_days BETWEEN 365 AND 36525)
);
COMMENT ON COLUMN organisation.proof_retention_days IS
  'After a consent ended; null = as long as the law of its account’s country';
COMMENT ON COLUMN organisation.widening IS
  'How far an opt-out of a topic or marketing book counts (F9, D6); applied as it is recorded';

CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (name <> ''),
  default_language text NOT NULL DEFAULT 'en',
  keeps_own_list boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  country text CHECK (country ~ '^[A-Z]{2}$'),
  time_zone text CHECK (time_zone <> ''),
  archived_at timestamptz,
  deleted_at timestamptz,
  double_opt_in_days smallint NOT NULL DEFAULT 7 CHECK (double_opt_in_days BETWEEN 1 AND 30),
  sms_receipts boolean NOT NULL DEFAULT false,
  warn_opt_out_rate numeric CHECK (warn_opt_out_rate BETWEEN 0.0005 AND 0.1),
  warn_complaint_rate numeric CHECK (warn_complaint_rate BETWEEN 0.0001 AND 0.001),
  warn_bounce_rate numeric CHECK (warn_bounce_rate BETWEEN 0.001 AND 0.05),
  pause_complaint_rate numeric CHECK (pause_complaint_rate BETWEEN 0.0005 AND 0.003),
  burst_fewest integer CHECK (burst_fewest BETWEEN 5 AND 1000),
  burst_share numeric CHECK (burst_share BETWEEN 0.05 AND 1),
  reply_address text CHECK (reply_address ~ '^[!-;=?A-~]+@[a-z0-9.-]+\.[a-z0-9-]+$' AND octet_length(reply_address) <= 254),
  reads_replies boolean NOT NULL DEFAULT false,
  hard_bounces smallint CHECK (hard_bounces BETWEEN 1 AND 5),
  soft_bounces smallint CHECK (soft_bounces BETWEEN 1 AND 50),
  bounce_half_life_days smallint CHECK (bounce_half_life_days BETWEEN 1 AND 365),
  UNIQUE (organisation_id, name),
  CONSTRAINT account_reads_replies_of_a_mailbox CHECK (NOT reads_replies OR reply_address IS NOT NULL),
  CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL)
);
COMMENT ON COLUMN account.keeps_own_list IS 'D6: its opt-outs are its own, not shared by the organisation';
COMMENT ON COLUMN account.country IS 'ISO 3166-1 alpha-2, picks the regime; null = that of the EU';
COMMENT ON COLUMN account.time_zone IS 'IANA name; null = the regime’s own';
COMMENT ON COLUMN account.warn_opt_out_rate IS 'Share of those who were sent to; null in this and the seven beside it = the house’s';
COMMENT ON COLUMN account.sms_receipts IS 'D8: an SMS confirms each opt-out that came by SMS, and each return by a second word, also where no law asks for it';
COMMENT ON COLUMN account.reply_address IS 'Whose people read what is answered to its mails; null = it is kept here alone';
COMMENT ON COLUMN account.reads_replies IS
  'Whether mails ask for answers at that mailbox itself, which Adieu reads too; where not, at an address of ours, which passes them on';
COMMENT ON COLUMN account.double_opt_in_days IS 'D-5: how long the link of a confirmation mail works';

CREATE TABLE topic (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  deleted_at timestamptz,
  UNIQUE (account_id, name),
  CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL)
);

CREATE TABLE address_book (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id uuid NOT NULL REFERENCES account,
  name text NOT NULL CHECK (name <> ''),
  purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE', 'TRANSACTIONAL')),
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  exempt_since timestamptz,
  deleted_at timestamptz,
  adds_sms_way_out boolean NOT NULL DEFAULT true,
  UNIQUE (account_id, name),
  CONSTRAINT service_alone_is_exempt CHECK (exempt_since IS NULL OR purpose = 'SERVICE'),
  CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL)
);
COMMENT ON COLUMN address_book.exempt_since IS
  'Kept here beside opt_out_exemption: an opt-out reads the row of its book anyway';
COMMENT ON COLUMN address_book.adds_sms_way_out IS
  'Whether the way out is put behind SMS texts that say none; where not, those that say none do not go out';

CREATE TABLE opt_out_policy (
  address_book_id uuid REFERENCES address_book,
  version integer NOT NULL CHECK (version >= 1),
  mode text NOT NULL CHECK (mode IN ('AT_ONCE', 'REVIEW')),
  review_seconds integer NOT NULL CHECK (review_seconds >= 1),
  on_timeout text NOT NULL CHECK (on_timeout IN ('OPT_OUT', 'REVERT')),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  account_id uuid REFERENCES account,
  organisation_id uuid REFERENCES organisation,
  purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE')),
  remind_before_seconds integer[] NOT NULL DEFAULT '{86400}',
  tell uuid[] NOT NULL DEFAULT '{}',
  reason text,
  reactivation text NOT NULL DEFAULT 'RECIPIENT' CHECK (reactivation IN ('RECIPIENT', 'CONTROLLER')),
  dropped boolean NOT NULL DEFAULT false,
  owner_kind text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN address_book_id IS NOT NULL THEN 'BOOK' WHEN account_id IS NOT NULL THEN 'ACCOUNT'
      WHEN organisation_id IS NOT NULL THEN 'ORGANISATION' ELSE 'INSTALLATION' END) STORED,
  owner_id uuid NOT NULL GENERATED ALWAYS AS (
    coalesce(address_book_id, account_id, organisation_id, '00000000-0000-0000-0000-000000000000')) STORED,
  owner_rank smallint NOT NULL GENERATED ALWAYS AS (
    CASE WHEN address_book_id IS NOT NULL THEN 1 WHEN account_id IS NOT NULL THEN 2
      WHEN organisation_id IS NOT NULL THEN 3 ELSE 4 END) STORED,
  PRIMARY KEY (owner_id, purpose, version),
  CONSTRAINT one_owner CHECK (num_nonnulls(address_book_id, account_id, organisation_id) <= 1),
  CONSTRAINT the_house_keeps_its_own CHECK (NOT dropped OR owner_kind <> 'INSTALLATION'),
  CONSTRAINT marketing_never_reverts CHECK (NOT (purpose = 'MARKETING' AND on_timeout = 'REVERT')),
  CONSTRAINT marketing_returns_by_recipient CHECK (NOT (purpose = 'MARKETING' AND reactivation = 'CONTROLLER'))
);
COMMENT ON TABLE opt_out_policy IS 'Versions are only added: a request keeps the one it was judged by';
COMMENT ON COLUMN opt_out_policy.dropped IS
  'Its owner has none from this version on, and follows the next in the chain; the rest repeats the version before';
COMMENT ON COLUMN opt_out_policy.tell IS 'members; empty = everybody';
COMMENT ON COLUMN opt_out_policy.reason IS 'Why it was set, in the words of whoever set it (W-5)';
COMMENT ON COLUMN opt_out_policy.owner_id IS 'Book, account, organisation, or the nil uuid for the installation';
COMMENT ON COLUMN opt_out_policy.owner_rank IS 'Of owners that have a policy, the lowest rank’s counts';

CREATE INDEX opt_out_policy_dropped ON opt_out_policy (owner_id, purpose, version) WHERE dropped;

CREATE TABLE opt_out_exemption (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  address_book_id uuid NOT NULL REFERENCES address_book,
  exempt boolean NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor <> ''),
  reason text NOT NULL CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE opt_out_exemption IS 'Each beginning and end of an exemption (A1): an operator’s act';
CREATE INDEX opt_out_exemption_book ON opt_out_exemption (address_book_id, id);

CREATE TABLE api_key (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid REFERENCES account,
  name text NOT NULL CHECK (name <> ''),
  role text CHECK (role IN ('ADMIN', 'REVIEWER', 'CAMPAIGNER', 'AUDITOR', 'OPERATOR')),
  uses text[] NOT NULL DEFAULT '{}'
    CHECK (uses <@ ARRAY['suppressions:read', 'addresses:read', 'gate:ask', 'opt-outs:add', 'lists:import']),
  key_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by_kind text NOT NULL CHECK (created_by_kind IN ('KEY', 'MEMBER', 'SYSTEM')),
  created_by text NOT NULL CHECK (created_by <> ''),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  replaced_by uuid UNIQUE REFERENCES api_key,
  CONSTRAINT a_role_or_uses CHECK ((role IS NULL) <> (uses = '{}')),
  CONSTRAINT an_operator_has_no_account CHECK (role <> 'OPERATOR' OR account_id IS NULL)
);
COMMENT ON COLUMN api_key.account_id IS 'The one account that it opens; null = all of the organisation';
COMMENT ON COLUMN api_key.last_used_at IS 'To the minute: a key that works hard writes no more often';
COMMENT ON COLUMN api_key.replaced_by IS 'The key that a rotation made; this one works on until its end';
CREATE INDEX api_key_organisation ON api_key (organisation_id, id);

CREATE TABLE idempotency_key (
  organisation_id uuid NOT NULL REFERENCES organisation,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  result jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

CREATE TABLE deletion (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid REFERENCES account,
  asked_at timestamptz NOT NULL,
  asked_by_kind text NOT NULL,
  asked_by text NOT NULL,
  gone integer NOT NULL DEFAULT 0,
  finished_at timestamptz
);
COMMENT ON TABLE deletion IS 'An account, or a whole organisation, that is taken away for good, batch by batch';
COMMENT ON COLUMN deletion.account_id IS 'Null = the whole organisation';
COMMENT ON COLUMN deletion.gone IS 'People and contacts so far';
CREATE INDEX deletion_open ON deletion (id) WHERE finished_at IS NULL;
CREATE INDEX deletion_account ON deletion (account_id);

CREATE TABLE setup_link (
  token_hash bytea PRIMARY KEY,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE setup_link IS 'By which an empty installation is set up: dead once it has an organisation';

-- The house's version 1 (domain: DEFAULT_POLICY). Another default is another version, by another migration.
INSERT INTO opt_out_policy (purpose, version, mode, review_seconds, on_timeout, created_by)
VALUES ('MARKETING', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'house'), ('SERVICE', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'house');

-- Tenants, their accounts, books, topics and policies, and who may ask.

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  widening text NOT NULL DEFAULT 'NONE' CHECK (widening IN ('NONE', 'ACCOUNT', 'ORGANISATION')),
  evidence_retention text NOT NULL DEFAULT 'P3Y' CHECK (evidence_retention ~ '^P(\d+[YMWD])+$'),
  origin_retention text NOT NULL DEFAULT 'P90D' CHECK (origin_retention ~ '^P(\d+[YMWD])+$'),
  keeps_origins boolean NOT NULL DEFAULT true,
  proof_retention_days integer NOT NULL DEFAULT 3653 CHECK (proof_retention_days BETWEEN 365 AND 36525)
);
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
  UNIQUE (organisation_id, name),
  CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL)
);
COMMENT ON COLUMN account.keeps_own_list IS 'D6: its opt-outs are its own, not shared by the organisation';
COMMENT ON COLUMN account.country IS 'ISO 3166-1 alpha-2, picks the regime; null = that of the EU';
COMMENT ON COLUMN account.time_zone IS 'IANA name; null = the regime’s own';
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
  UNIQUE (account_id, name),
  CONSTRAINT service_alone_is_exempt CHECK (exempt_since IS NULL OR purpose = 'SERVICE'),
  CONSTRAINT deleted_is_archived CHECK (deleted_at IS NULL OR archived_at IS NOT NULL)
);
COMMENT ON COLUMN address_book.exempt_since IS
  'Kept here beside opt_out_exemption: an opt-out reads the row of its book anyway';

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
  CONSTRAINT marketing_never_reverts CHECK (NOT (purpose = 'MARKETING' AND on_timeout = 'REVERT')),
  CONSTRAINT marketing_returns_by_recipient CHECK (NOT (purpose = 'MARKETING' AND reactivation = 'CONTROLLER'))
);
COMMENT ON TABLE opt_out_policy IS 'Versions are only added: a request keeps the one it was judged by';
COMMENT ON COLUMN opt_out_policy.tell IS 'Admin persons; empty = everybody';
COMMENT ON COLUMN opt_out_policy.reason IS 'Why it was set, in the words of whoever set it (W-5)';
COMMENT ON COLUMN opt_out_policy.owner_id IS 'Book, account, organisation, or the nil uuid for the installation';
COMMENT ON COLUMN opt_out_policy.owner_rank IS 'Of owners that have a policy, the lowest rank’s counts';

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
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('ADMIN', 'CAMPAIGNER', 'OPERATOR')),
  key_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

CREATE TABLE idempotency_key (
  organisation_id uuid NOT NULL REFERENCES organisation,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  result jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- The house's version 1 (domain: DEFAULT_POLICY). Another default is another version, by another migration.
INSERT INTO opt_out_policy (purpose, version, mode, review_seconds, on_timeout, created_by)
VALUES ('MARKETING', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'house'), ('SERVICE', 1, 'AT_ONCE', 172800, 'OPT_OUT', 'house');

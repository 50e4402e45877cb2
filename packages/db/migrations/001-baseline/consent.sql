-- Consents that an admin records by hand, and the files that speak for them. They open nothing.

CREATE TABLE evidence_file (
  organisation_id uuid NOT NULL REFERENCES organisation,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  name text NOT NULL CHECK (name <> ''),
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size BETWEEN 1 AND 5242880),
  content bytea STORAGE EXTERNAL,
  uploaded_at timestamptz NOT NULL,
  uploaded_by text NOT NULL,
  PRIMARY KEY (organisation_id, sha256),
  CHECK (content IS NULL OR (length(content) = size AND sha256(content) = sha256))
);
COMMENT ON COLUMN evidence_file.content IS 'Null after erasure; its hash goes on saying which file it was';

CREATE TABLE consent_record (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account,
  recipient_id uuid NOT NULL REFERENCES recipient,
  list_id uuid NOT NULL,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT')),
  scope_id uuid NOT NULL,
  scope_name text NOT NULL,
  consent_text text NOT NULL CHECK (consent_text <> ''),
  source text NOT NULL CHECK (source <> ''),
  obtained_at timestamptz NOT NULL,
  evidence_sha256 bytea,
  outcome text NOT NULL CHECK (outcome IN ('RECORDED', 'DOUBLE_OPT_IN_STARTED', 'DOUBLE_OPT_IN_LIMITED')),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  FOREIGN KEY (organisation_id, evidence_sha256) REFERENCES evidence_file,
  CHECK (obtained_at <= recorded_at)
);
COMMENT ON TABLE consent_record IS
  'What an admin says that somebody agreed to. Lifts nothing: no trigger reads it, and the gate only beside a sign-up that is not confirmed';
CREATE INDEX consent_record_organisation ON consent_record (organisation_id, id);
CREATE INDEX consent_record_recipient ON consent_record (recipient_id, id);
CREATE INDEX consent_record_scope ON consent_record (address_key, list_id, channel, scope_id);

-- Lists that came as files, and what becomes of each.

CREATE TABLE list_file (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  name text NOT NULL CHECK (name <> ''),
  size bigint NOT NULL DEFAULT 0 CHECK (size >= 0),
  sha256 bytea CHECK (length(sha256) = 32),
  uploaded_at timestamptz NOT NULL,
  uploaded_by_kind text NOT NULL,
  uploaded_by text NOT NULL
);
COMMENT ON TABLE list_file IS 'Here and not on a disc: who takes a file and who reads it may be different machines';
COMMENT ON COLUMN list_file.sha256 IS 'Null while it comes in: what broke off is never read';
CREATE INDEX list_file_age ON list_file (organisation_id, uploaded_at);

CREATE TABLE list_file_chunk (
  file_id uuid NOT NULL REFERENCES list_file ON DELETE CASCADE,
  n integer NOT NULL CHECK (n >= 0),
  bytes bytea NOT NULL,
  PRIMARY KEY (file_id, n)
);
-- Packing them would cost more than it saves: workbooks are packed, and all of it is gone within days.
ALTER TABLE list_file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE list_import (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid REFERENCES account,
  file_id uuid REFERENCES list_file ON DELETE SET NULL,
  file_name text NOT NULL,
  file_sha256 bytea NOT NULL CHECK (length(file_sha256) = 32),
  kind text NOT NULL CHECK (kind IN ('OPT_OUTS', 'CONTACTS')),
  scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
  scope_id uuid NOT NULL,
  state text NOT NULL
    CHECK (state IN ('UPLOADED', 'LOOKED', 'MAPPED', 'COUNTED', 'RUNNING', 'FINISHED', 'CANCELLED', 'FAILED')),
  failure text,
  shape jsonb,
  mapping jsonb,
  counts jsonb NOT NULL DEFAULT '{}',
  rows_read bigint NOT NULL DEFAULT 0,
  chunks integer NOT NULL DEFAULT 0,
  asked_by_kind text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  CHECK ((ended_at IS NOT NULL) = (state IN ('FINISHED', 'CANCELLED', 'FAILED'))),
  CHECK ((failure IS NOT NULL) = (state = 'FAILED')),
  CHECK (kind = 'OPT_OUTS' OR scope_kind = 'BOOK')
);
COMMENT ON TABLE list_import IS 'Who imported which file to what, and what came of it: it speaks for each opt-out that it brought';
COMMENT ON COLUMN list_import.account_id IS 'That its scope lies in; null for the whole organisation';
COMMENT ON COLUMN list_import.scope_id IS 'What opt-outs are of, before they are widened; of contacts their book';
COMMENT ON COLUMN list_import.chunks IS 'How many chunks its rows were told apart into; each is marked when it was carried out';
CREATE INDEX list_import_age ON list_import (organisation_id, id);
CREATE INDEX list_import_file ON list_import (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX list_import_under_way ON list_import (changed_at) WHERE ended_at IS NULL;

CREATE TABLE list_import_row (
  import_id uuid NOT NULL REFERENCES list_import ON DELETE CASCADE,
  n bigint NOT NULL,
  position integer NOT NULL,
  bucket integer NOT NULL,
  channel text NOT NULL,
  address_key bytea NOT NULL,
  address text NOT NULL,
  person jsonb,
  PRIMARY KEY (import_id, bucket, n, position)
);
COMMENT ON TABLE list_import_row IS 'Addresses of rows that were taken, on their way; gone when the import has ended';
COMMENT ON COLUMN list_import_row.bucket IS 'Of opt-outs by the beginning of the key: a chunk is a stretch of all indexes by key';

CREATE TABLE list_import_chunk (
  import_id uuid NOT NULL REFERENCES list_import ON DELETE CASCADE,
  n integer NOT NULL,
  from_bucket integer NOT NULL,
  before_bucket integer NOT NULL,
  addresses bigint NOT NULL,
  counts jsonb,
  PRIMARY KEY (import_id, n)
);
COMMENT ON COLUMN list_import_chunk.counts IS 'What became of it, written with it; null while it is to be done';

CREATE TABLE list_import_remark (
  import_id uuid NOT NULL REFERENCES list_import ON DELETE CASCADE,
  n bigint NOT NULL,
  position integer NOT NULL DEFAULT 0,
  place text NOT NULL,
  rejected boolean NOT NULL,
  field text,
  value text,
  reason text NOT NULL,
  remedy text,
  PRIMARY KEY (import_id, n, position)
);
COMMENT ON COLUMN list_import_remark.value IS 'Masked: it may be what is left of an address';

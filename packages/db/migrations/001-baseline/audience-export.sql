-- Lists of contacts that were handed out, and the books that may be handed out unfiltered.

CREATE TABLE unfiltered_export (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  address_book_id uuid NOT NULL REFERENCES address_book,
  purpose text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  allowed_at timestamptz NOT NULL,
  allowed_by text NOT NULL,
  until timestamptz NOT NULL,
  CONSTRAINT marketing_stays_filtered CHECK (purpose IN ('SERVICE', 'TRANSACTIONAL')),
  CHECK (until > allowed_at)
);
COMMENT ON TABLE unfiltered_export IS
  'Who chose a book to be handed out unfiltered, when, why and until when; the latest of a book counts';
CREATE INDEX unfiltered_export_book ON unfiltered_export (address_book_id, id);

CREATE TABLE audience_export (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account,
  address_book_id uuid NOT NULL REFERENCES address_book,
  topic_id uuid REFERENCES topic,
  made_by text NOT NULL,
  api_key_id uuid REFERENCES api_key,
  as_of timestamptz NOT NULL,
  use text NOT NULL CHECK (use IN ('EMAIL', 'SMS', 'ANY')),
  purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE', 'TRANSACTIONAL')),
  format text NOT NULL,
  unfiltered_export_id uuid REFERENCES unfiltered_export,
  state text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'COMPLETE', 'CUT')),
  handed_out integer,
  stopped jsonb,
  finished_at timestamptz,
  CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
  CHECK (((finished_at IS NULL) = (handed_out IS NULL)) AND ((finished_at IS NULL) = (stopped IS NULL)))
);
COMMENT ON TABLE audience_export IS
  'Written before the first address leaves the house; one that stays RUNNING was cut off by a crash';
COMMENT ON COLUMN audience_export.api_key_id IS 'Null where a member took it';
COMMENT ON COLUMN audience_export.stopped IS 'How many contacts the gate kept back, by reason (N3)';
CREATE INDEX audience_export_organisation ON audience_export (organisation_id, id);
CREATE INDEX audience_export_finished ON audience_export (finished_at) WHERE finished_at IS NOT NULL;

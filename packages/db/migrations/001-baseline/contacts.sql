-- People: their addresses, what books they stand in, and what they chose short of leaving.

CREATE TABLE recipient (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  address_key bytea NOT NULL CHECK (length(address_key) = 32),
  address text,
  created_at timestamptz NOT NULL DEFAULT now(),
  noted boolean NOT NULL DEFAULT false,
  undeliverable_since timestamptz,
  deliverable_since timestamptz,
  CONSTRAINT undeliverable_is_noted CHECK (undeliverable_since IS NULL OR noted),
  UNIQUE (organisation_id, channel, address_key)
);
COMMENT ON COLUMN recipient.noted IS
  'Something beside suppressions may be known that the gate must weigh; never taken back: true costs a look, false is believed';
COMMENT ON COLUMN recipient.address IS 'Null after erasure; address_key goes on suppressing (G-3)';
COMMENT ON COLUMN recipient.undeliverable_since IS 'What is sent to it comes back, and nothing more is sent (P7); null = not so. No wish: it is lifted by a reason';
COMMENT ON COLUMN recipient.deliverable_since IS 'When that was lifted last: what came back before counts no more';
CREATE INDEX recipient_undeliverable ON recipient (organisation_id, undeliverable_since, id) WHERE undeliverable_since IS NOT NULL;
-- A masked address is looked up by how it begins.
CREATE INDEX recipient_address ON recipient (organisation_id, address text_pattern_ops) WHERE address IS NOT NULL;
-- Small: mayContact looks everybody up in it whom no suppression stops.
CREATE UNIQUE INDEX recipient_noted ON recipient (organisation_id, channel, address_key) WHERE noted;

CREATE TABLE contact (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  address_book_id uuid NOT NULL REFERENCES address_book,
  language text,
  fields jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  tags text[] NOT NULL DEFAULT '{}',
  removed_at timestamptz
);
COMMENT ON COLUMN contact.tags IS 'The groups that it is in (D3)';
COMMENT ON COLUMN contact.removed_at IS 'Leaving a book by removal is no opt-out (F9)';
CREATE INDEX contact_book ON contact (address_book_id, id);

CREATE TABLE contact_address (
  contact_id uuid NOT NULL REFERENCES contact ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  address_book_id uuid NOT NULL REFERENCES address_book,
  recipient_id uuid NOT NULL REFERENCES recipient,
  PRIMARY KEY (contact_id, channel),
  UNIQUE (recipient_id, address_book_id)
);
COMMENT ON TABLE contact_address IS 'At most one address per channel; a wish to stop on all channels goes to each';
COMMENT ON COLUMN contact_address.address_book_id IS 'That of the contact: an address is one contact''s of a book';

CREATE TABLE recipient_preference (
  recipient_id uuid NOT NULL REFERENCES recipient,
  account_id uuid NOT NULL REFERENCES account,
  frequency text NOT NULL DEFAULT 'EVERY' CHECK (frequency IN ('EVERY', 'DAILY', 'WEEKLY', 'MONTHLY')),
  snoozed_until timestamptz,
  language text,
  changed_at timestamptz NOT NULL,
  sign_up_open boolean NOT NULL DEFAULT false,
  PRIMARY KEY (recipient_id, account_id)
);
COMMENT ON COLUMN recipient_preference.sign_up_open IS
  'A double opt-in of theirs for the account may be open: for those alone the gate looks for one';
COMMENT ON TABLE recipient_preference IS 'A recipient is one address on one channel, so each channel has its own';

CREATE TABLE sign_up_form (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  address_book_id uuid NOT NULL REFERENCES address_book,
  title text NOT NULL CHECK (title <> ''),
  declaration text NOT NULL CHECK (declaration <> ''),
  declaration_version integer NOT NULL DEFAULT 1 CHECK (declaration_version >= 1),
  languages text[] NOT NULL CHECK (cardinality(languages) >= 1),
  origins text[] NOT NULL,
  redirect_url text CHECK (redirect_url LIKE 'https://%'),
  created_at timestamptz NOT NULL,
  archived_at timestamptz
);
COMMENT ON COLUMN sign_up_form.origins IS 'Where the form may stand in a frame; empty = nowhere';
CREATE INDEX sign_up_form_book ON sign_up_form (address_book_id, id);

CREATE TABLE data_link (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  recipient_id uuid NOT NULL REFERENCES recipient,
  account_id uuid NOT NULL REFERENCES account,
  language text NOT NULL,
  token_hash bytea UNIQUE,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX data_link_recipient ON data_link (recipient_id, asked_at);

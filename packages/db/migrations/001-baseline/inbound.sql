-- What came in, as it came, before it is understood; and whom a shared short code may not write to.

CREATE TABLE inbound_message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'SMS')),
  source text NOT NULL CHECK (source <> ''),
  provider_id text NOT NULL CHECK (provider_id <> ''),
  raw bytea NOT NULL,
  from_key bytea CHECK (length(from_key) = 32),
  from_address text,
  envelope jsonb,
  to_address text NOT NULL DEFAULT '',
  text text,
  hint text,
  part_ref text,
  part_number smallint,
  part_of smallint,
  sent_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'RECEIVED' CHECK (state IN ('RECEIVED', 'UNDERSTOOD', 'PARKED', 'JOINED', 'DISMISSED')),
  due_at timestamptz,
  attempts smallint NOT NULL DEFAULT 0,
  parked_because text CHECK (parked_because IN ('UNREADABLE', 'TOO_LONG', 'TOO_LARGE', 'NO_SENDER', 'FAULT')),
  outcome text CHECK (outcome IN ('OPT_OUT', 'PAUSE', 'BLOCK', 'DOUBLE_OPT_IN', 'CONFIRMATION', 'ANSWER', 'FORWARDED', 'RETURNED', 'NOTHING')),
  keyword text,
  why text[] NOT NULL DEFAULT '{}',
  remark text CHECK (remark IN ('OTHER_ADDRESS', 'NOT_VOUCHED_FOR', 'REPORT_NOT_VOUCHED_FOR', 'REPORT', 'AUTO_SUBMITTED',
    'NULL_RETURN_PATH', 'LIST', 'PRECEDENCE', 'RESPONSE_SUPPRESSED', 'RESPONDER', 'FROM_ADIEU', 'OWN_WORDS', 'KEPT', 'READ_THERE',
    'SHARE_IS_USED', 'NOT_TO_BE_LEFT', 'NO_FAILURE', 'NO_COMPLAINT', 'ASKED_ALREADY')),
  organisation_id uuid REFERENCES organisation,
  account_id uuid REFERENCES account,
  address_book_id uuid REFERENCES address_book,
  request_id uuid REFERENCES opt_out_request,
  double_opt_in_id uuid,
  recipient_id uuid REFERENCES recipient,
  changed_at timestamptz NOT NULL,
  changed_by text,
  UNIQUE (source, provider_id),
  CONSTRAINT inbound_part_is_whole CHECK (num_nulls(part_ref, part_number, part_of) IN (0, 3)),
  CONSTRAINT inbound_says_what_it_became CHECK ((state = 'UNDERSTOOD') = (outcome IS NOT NULL)),
  CONSTRAINT inbound_is_read_when_received CHECK ((state = 'RECEIVED') = (due_at IS NOT NULL))
);
-- Mails are large: a part of one is read without the rest, and nobody waits for their compression.
ALTER TABLE inbound_message ALTER COLUMN raw SET STORAGE EXTERNAL;
CREATE INDEX inbound_message_waiting ON inbound_message (organisation_id, id) WHERE state = 'PARKED';
CREATE INDEX inbound_message_strays ON inbound_message (received_at)
  WHERE organisation_id IS NULL AND state = 'PARKED' AND channel = 'EMAIL';
COMMENT ON TABLE inbound_message IS 'Stored before it is understood; taken away after a time of its own (retention)';
COMMENT ON COLUMN inbound_message.source IS 'Which way it came: the gateway as the operator calls it';
COMMENT ON COLUMN inbound_message.provider_id IS 'By which a repetition is known: the gateway’s id, or a hash where it gives none';
COMMENT ON COLUMN inbound_message.why IS 'The words that decided, and by what rule each';
COMMENT ON COLUMN inbound_message.remark IS 'Of a mail: what decided beside its words';
COMMENT ON COLUMN inbound_message.from_address IS 'Whom it is from, to answer; goes with the row, and before it on erasure';
COMMENT ON COLUMN inbound_message.envelope IS
  'Of a mail: who handed it over and for whom it said it was (from, origin, helo), and what is kept of it as evidence';
COMMENT ON COLUMN inbound_message.sent_at IS
  'The gateway’s time, by which what comes out of order is put in order, a STOP for as long as gateways try again; never later than received_at';
COMMENT ON COLUMN inbound_message.due_at IS 'When it is to be read, or read again; null = never more';
COMMENT ON COLUMN inbound_message.organisation_id IS 'Null where nobody here is meant: for the installation’s operators';
COMMENT ON COLUMN inbound_message.recipient_id IS
  'Of what came back, and of an answer that nobody could read: whose mail it is of, so that their erasure takes it away';
COMMENT ON COLUMN inbound_message.changed_by IS 'The member or key that looked at it last; null = the product itself';
CREATE INDEX inbound_message_from ON inbound_message (from_key, to_address, sent_at);
CREATE INDEX inbound_message_due ON inbound_message (due_at) WHERE state = 'RECEIVED';
CREATE INDEX inbound_message_parked ON inbound_message (parked_because) WHERE state = 'PARKED';
CREATE INDEX inbound_message_age ON inbound_message (received_at);
CREATE INDEX inbound_message_request ON inbound_message (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX inbound_message_recipient ON inbound_message (recipient_id) WHERE recipient_id IS NOT NULL;
CREATE INDEX inbound_message_organisation ON inbound_message (organisation_id, id);
CREATE INDEX inbound_message_nobodys ON inbound_message (id) WHERE organisation_id IS NULL AND recipient_id IS NULL;

CREATE TABLE forwarded_answer (
  inbound_message_id uuid PRIMARY KEY REFERENCES inbound_message ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid NOT NULL REFERENCES account,
  writer_key bytea NOT NULL CHECK (length(writer_key) = 32),
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text,
  CONSTRAINT an_outcome_is_of_an_end CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE forwarded_answer IS 'What was answered to a mail and goes to whoever reads the account’s: once; it goes with what came in';
COMMENT ON COLUMN forwarded_answer.outcome IS 'SENT, or what the mail server said; no address';
CREATE INDEX forwarded_answer_writer ON forwarded_answer (account_id, writer_key, asked_at);

CREATE TABLE platform_block (
  short_code text NOT NULL CHECK (short_code ~ '^\d{3,6}$'),
  address_key bytea NOT NULL CHECK (length(address_key) = 32),
  since timestamptz NOT NULL,
  organisation_id uuid REFERENCES organisation,
  address_book_id uuid REFERENCES address_book,
  returned_to uuid[] CHECK (returned_to <> '{}'),
  PRIMARY KEY (address_key, short_code)
);
COMMENT ON TABLE platform_block IS
  'Who wrote STOP to a short code that accounts share (A8): nothing more goes to them from it, whoever sends';
COMMENT ON COLUMN platform_block.address_book_id IS 'Through which the number was written to last: a tag, no member of its list';
COMMENT ON COLUMN platform_block.returned_to IS 'Books, topics and accounts that they came back to since, by double opt-in: it stops them no more';
CREATE INDEX platform_block_since ON platform_block (since, address_key);

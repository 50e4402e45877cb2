-- What providers of mail tell of it.

CREATE TABLE provider_token (
  provider text NOT NULL CHECK (provider <> ''),
  token_sha256 bytea NOT NULL CHECK (length(token_sha256) = 32),
  said_sha256 bytea NOT NULL CHECK (length(said_sha256) = 32),
  at timestamptz NOT NULL,
  PRIMARY KEY (provider, token_sha256)
);
COMMENT ON TABLE provider_token IS
  'What a provider proved an event by that its proof does not cover: good for that event alone';
COMMENT ON COLUMN provider_token.said_sha256 IS 'Of the event that it came with first, which may be repeated';
CREATE INDEX provider_token_age ON provider_token (at);

CREATE TABLE mail_limit (
  name text PRIMARY KEY CHECK (name IN ('CONNECTIONS', 'MAILS', 'ADDRESSES', 'STRAYS', 'UNREADABLE')),
  met bigint NOT NULL CHECK (met >= 0)
);
COMMENT ON TABLE mail_limit IS 'How often a limit was met where mails come in, since the installation began';

CREATE TABLE imap_mailbox (
  name text PRIMARY KEY CHECK (name <> ''),
  uid_validity bigint NOT NULL DEFAULT 0 CHECK (uid_validity >= 0),
  last_uid bigint NOT NULL DEFAULT 0 CHECK (last_uid >= 0),
  tried_at timestamptz NOT NULL,
  read_at timestamptz,
  waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  oldest_waiting_at timestamptz,
  problem text CHECK (problem IN ('CONNECTION', 'LOGIN', 'FOLDER', 'FAULT'))
);
COMMENT ON TABLE imap_mailbox IS 'How far a mailbox of the installation was read, and how that went';
COMMENT ON COLUMN imap_mailbox.uid_validity IS 'With another one all its mails have other numbers, and are read anew';
COMMENT ON COLUMN imap_mailbox.last_uid IS 'Up to which mail all are stored, or none of ours';
COMMENT ON COLUMN imap_mailbox.read_at IS 'When it was last read to its end; null = never';
COMMENT ON COLUMN imap_mailbox.oldest_waiting_at IS 'When the first that waits to be read came there';
COMMENT ON COLUMN imap_mailbox.problem IS 'Why it can not be read now; null = it can';

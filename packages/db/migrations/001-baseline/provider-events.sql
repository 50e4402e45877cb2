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

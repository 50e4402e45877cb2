-- Where webhooks go, what was delivered, and what is told that the ledger does not hold.

CREATE TABLE webhook_endpoint (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  account_id uuid REFERENCES account,
  url text NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 2000),
  description text NOT NULL DEFAULT '',
  types text[] NOT NULL DEFAULT '{}',
  content text NOT NULL DEFAULT 'THIN' CHECK (content IN ('THIN', 'FULL')),
  state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'PAUSED', 'DISABLED')),
  disabled_because text CHECK (disabled_because IN ('GONE', 'FAILING')),
  disabled_at timestamptz,
  told uuid[] NOT NULL DEFAULT '{}',
  secrets bytea NOT NULL,
  previous_secrets bytea,
  previous_until timestamptz,
  after_tx xid8 NOT NULL,
  after_id bigint NOT NULL,
  after_part smallint NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  retry_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL CHECK (created_by <> ''),
  CONSTRAINT webhook_says_why_disabled CHECK ((state = 'DISABLED') = (disabled_because IS NOT NULL) AND (state = 'DISABLED') = (disabled_at IS NOT NULL)),
  CONSTRAINT webhook_previous_secrets_end CHECK ((previous_secrets IS NULL) = (previous_until IS NULL)),
  CONSTRAINT webhook_fails_since CHECK ((failing_since IS NULL) = (failures = 0))
);
COMMENT ON COLUMN webhook_endpoint.account_id IS 'Null = of the whole organisation';
COMMENT ON COLUMN webhook_endpoint.types IS 'What it wants to be told; empty = everything, also what is told later';
COMMENT ON COLUMN webhook_endpoint.told IS 'Members who were told that it is disabled';
COMMENT ON COLUMN webhook_endpoint.secrets IS 'Sealed with the keys file (keys: sealWebhookSecrets)';
COMMENT ON COLUMN webhook_endpoint.previous_secrets IS 'Of before the last rotation: deliveries are signed with both until previous_until';
COMMENT ON COLUMN webhook_endpoint.after_id IS
  'Everything up to this event, in the order (transaction, id), is delivered or was not for it';
COMMENT ON COLUMN webhook_endpoint.after_part IS 'Of the event after that, so many of what is told of it are delivered';
CREATE INDEX webhook_endpoint_organisation ON webhook_endpoint (organisation_id, id);

CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  endpoint_id uuid NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
  event_id uuid NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  tx xid8,
  ledger_id bigint,
  recipient_id uuid,
  body text,
  state text NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED')),
  tries jsonb NOT NULL DEFAULT '[]',
  tried_at timestamptz NOT NULL,
  UNIQUE (endpoint_id, event_id),
  CONSTRAINT webhook_delivery_has_a_place CHECK ((tx IS NULL) = (ledger_id IS NULL))
);
COMMENT ON TABLE webhook_delivery IS 'What went to an endpoint, for 30 days; what has not been tried yet stands in the ledger alone';
COMMENT ON COLUMN webhook_delivery.event_id IS 'The webhook-id, which stays for all attempts and replays';
COMMENT ON COLUMN webhook_delivery.body IS 'As it was sent; null once a person it is about was erased';
COMMENT ON COLUMN webhook_delivery.ledger_id IS 'Null of a test';
COMMENT ON COLUMN webhook_delivery.tries IS 'The last 20: when, how long, the status or why there was none, the beginning of the answer';
CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, id);
CREATE INDEX webhook_delivery_age ON webhook_delivery (tried_at);
CREATE INDEX webhook_delivery_recipient ON webhook_delivery (recipient_id) WHERE recipient_id IS NOT NULL;

CREATE TABLE webhook_notice (
  id bigint PRIMARY KEY,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  organisation_id uuid NOT NULL REFERENCES organisation,
  at timestamptz NOT NULL,
  inbound_message_id uuid REFERENCES inbound_message ON DELETE CASCADE,
  list_import_id uuid REFERENCES list_import ON DELETE CASCADE,
  CONSTRAINT webhook_notice_is_of_one_thing CHECK (num_nonnulls(inbound_message_id, list_import_id) = 1)
);
COMMENT ON TABLE webhook_notice IS 'What the ledger does not tell: a message that was understood, an import that ended, where an endpoint of its organisation is to be told; goes with it';
COMMENT ON COLUMN webhook_notice.id IS 'Of the ledger’s own sequence, so that one cursor goes through both';
CREATE INDEX webhook_notice_tx ON webhook_notice (tx, id);
CREATE INDEX webhook_notice_inbound ON webhook_notice (inbound_message_id);
CREATE INDEX webhook_notice_import ON webhook_notice (list_import_id);
CREATE INDEX webhook_notice_organisation ON webhook_notice (organisation_id);

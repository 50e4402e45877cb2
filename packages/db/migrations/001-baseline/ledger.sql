-- The append-only history, and the chain of seals over it.

CREATE TABLE ledger_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id uuid NOT NULL,
  at timestamptz NOT NULL,
  type text NOT NULL,
  request_id uuid,
  recipient_id uuid,
  address_key bytea NOT NULL,
  channel text NOT NULL,
  scope_kind text NOT NULL,
  scope_id uuid NOT NULL,
  signal text,
  method text,
  policy_version integer,
  old_state text,
  new_state text,
  actor_kind text NOT NULL,
  actor text,
  reason text,
  detail jsonb,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  reason_salt bytea,
  reason_hash bytea
);
CREATE INDEX ledger_event_request ON ledger_event (request_id, id);
CREATE INDEX ledger_event_address ON ledger_event (address_key, channel, id);
CREATE INDEX ledger_event_tx ON ledger_event (tx, id);

CREATE TABLE ledger_seal (
  sequence integer PRIMARY KEY CHECK (sequence >= 1),
  floor_id bigint NOT NULL DEFAULT 0,
  max_id bigint NOT NULL,
  from_tx xid8 NOT NULL,
  from_id bigint NOT NULL,
  to_tx xid8 NOT NULL,
  to_id bigint NOT NULL,
  count integer NOT NULL CHECK (count >= 1),
  merkle_root bytea NOT NULL CHECK (length(merkle_root) = 32),
  previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
  seal_hash bytea NOT NULL CHECK (length(seal_hash) = 32),
  leaf_hashes bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  UNIQUE (floor_id, to_tx, to_id),
  CHECK (length(leaf_hashes) = (32 * count))
);
COMMENT ON COLUMN ledger_seal.floor_id IS
  'Only events above this id. A dump restored into another cluster counts transactions anew: then a new order begins there';
COMMENT ON COLUMN ledger_seal.leaf_hashes IS
  'The leaves of the tree, 32 bytes each, in order: they tell which event was changed, and make inclusion proofs';

import { Migration } from '@mikro-orm/migrations';

/** Requests, what they suppress, the ledger of both, and what waits for the relay. */
export class OptOut002 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE opt_out_request (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        account_id uuid REFERENCES account,
        list_id uuid NOT NULL,
        recipient_id uuid NOT NULL REFERENCES recipient,
        address_key bytea NOT NULL,
        channel text NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
        scope_id uuid NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('MARKETING', 'SERVICE')),
        address_book_id uuid REFERENCES address_book,
        campaign_id uuid,
        message_id uuid,
        signal text NOT NULL CHECK (signal IN ('CLEAR', 'UNCLEAR')),
        method text NOT NULL,
        state text NOT NULL CHECK (state IN ('PENDING', 'CONFIRMED', 'DECLINED', 'REVERTED', 'WITHDRAWN', 'LIFTED')),
        received_at timestamptz NOT NULL,
        deadline timestamptz,
        on_timeout text CHECK (on_timeout IN ('OPT_OUT', 'REVERT')),
        policy_version integer NOT NULL,
        decided_at timestamptz,
        decided_by_kind text,
        decided_by text,
        decision_reason text,
        reason_text text,
        settled_at timestamptz,
        CHECK (state <> 'PENDING' OR (deadline IS NOT NULL AND on_timeout IS NOT NULL)),
        CONSTRAINT marketing_never_reverts CHECK (NOT (purpose = 'MARKETING' AND on_timeout = 'REVERT'))
      );
      COMMENT ON COLUMN opt_out_request.settled_at IS 'When its workflow had done all that follows; the reconciler looks for those without';
      -- One wish in force for each address and scope: repeats and retries meet it (O-8, W-10).
      CREATE UNIQUE INDEX opt_out_request_in_force
        ON opt_out_request (address_key, list_id, channel, scope_id) WHERE state IN ('PENDING', 'CONFIRMED');
      CREATE INDEX opt_out_request_pending
        ON opt_out_request (organisation_id, deadline, id) WHERE state = 'PENDING';
      CREATE INDEX opt_out_request_by_time ON opt_out_request (organisation_id, received_at, id);
      CREATE INDEX opt_out_request_recipient ON opt_out_request (recipient_id);
      CREATE INDEX opt_out_request_unsettled ON opt_out_request (received_at) WHERE settled_at IS NULL;

      CREATE TABLE opt_out_evidence (
        request_id uuid NOT NULL REFERENCES opt_out_request ON DELETE CASCADE,
        at timestamptz NOT NULL,
        detail jsonb NOT NULL
      );
      COMMENT ON TABLE opt_out_evidence IS 'Apart from the request: it may hold origins and browsers, and is kept for a shorter time';
      CREATE INDEX opt_out_evidence_request ON opt_out_evidence (request_id);

      CREATE TABLE suppression (
        address_key bytea NOT NULL,
        list_id uuid NOT NULL,
        channel text NOT NULL,
        scope_id uuid NOT NULL,
        scope_kind text NOT NULL CHECK (scope_kind IN ('TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION')),
        state text NOT NULL CHECK (state IN ('PAUSED', 'OPTED_OUT')),
        since timestamptz NOT NULL,
        request_id uuid,
        PRIMARY KEY (address_key, list_id, channel, scope_id)
      );

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
        detail jsonb
      );
      CREATE INDEX ledger_event_request ON ledger_event (request_id, id);
      CREATE INDEX ledger_event_address ON ledger_event (address_key, channel, id);

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        message jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0
      );
      CREATE INDEX outbox_due ON outbox (due_at, id);
    `);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** Links for the people who decide, and their decisions while these can still be undone. */
export class Review044 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE review_link (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        admin_person_id uuid NOT NULL REFERENCES admin_person ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('REVIEW', 'SIGN_IN')),
        token_hash bytea UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        origin text,
        sent_at timestamptz,
        opened_id uuid REFERENCES review_link ON DELETE SET NULL,
        CHECK (expires_at > created_at),
        CONSTRAINT only_a_sign_in_opens CHECK (opened_id IS NULL OR purpose = 'SIGN_IN')
      );
      COMMENT ON COLUMN review_link.opened_id IS 'The review that a sign-in led to: pressed again it leads to the same';
      CREATE INDEX review_link_person ON review_link (admin_person_id, created_at);
      CREATE INDEX review_link_origin ON review_link (origin, created_at) WHERE purpose = 'SIGN_IN';
      CREATE INDEX review_link_ends ON review_link (expires_at);
      CREATE INDEX review_link_opened ON review_link (opened_id) WHERE opened_id IS NOT NULL;

      CREATE TABLE planned_decision (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        organisation_id uuid NOT NULL REFERENCES organisation,
        admin_person_id uuid NOT NULL REFERENCES admin_person ON DELETE CASCADE,
        decision text NOT NULL CHECK (decision IN ('CONFIRM', 'DECLINE')),
        reason text,
        planned_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('PLANNED', 'UNDONE', 'CARRIED_OUT')),
        ended_at timestamptz,
        CHECK ((state = 'PLANNED') = (ended_at IS NULL)),
        CONSTRAINT a_decline_has_a_reason CHECK (decision = 'CONFIRM' OR btrim(reason) <> '')
      );
      CREATE INDEX planned_decision_open ON planned_decision (id) WHERE state = 'PLANNED';
      CREATE INDEX planned_decision_person ON planned_decision (admin_person_id, id);
      CREATE INDEX planned_decision_ended ON planned_decision (ended_at) WHERE ended_at IS NOT NULL;

      CREATE TABLE planned_decision_item (
        planned_decision_id uuid NOT NULL REFERENCES planned_decision ON DELETE CASCADE,
        request_id uuid NOT NULL REFERENCES opt_out_request ON DELETE CASCADE,
        carried_out_at timestamptz,
        refused text,
        PRIMARY KEY (planned_decision_id, request_id),
        CHECK (carried_out_at IS NULL OR refused IS NULL)
      );
      COMMENT ON COLUMN planned_decision_item.refused IS 'Why this one was not decided; the others were';
      CREATE INDEX planned_decision_item_request ON planned_decision_item (request_id);

      -- What was undone is never carried out, and what was carried out never undone.
      CREATE FUNCTION refuse_second_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a planned decision ends once: it is % already', OLD.state USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER planned_decision_ends_once BEFORE UPDATE ON planned_decision
        FOR EACH ROW WHEN (OLD.state <> 'PLANNED') EXECUTE FUNCTION refuse_second_end();
    `);
  }
}

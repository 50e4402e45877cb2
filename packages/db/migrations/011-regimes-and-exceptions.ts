import { Migration } from '@mikro-orm/migrations';

/** Where an account is; books that an operator exempts; controllers who bring somebody back to a service book. */
export class RegimesAndExceptions011 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE account
        ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
        ADD COLUMN time_zone text CHECK (time_zone <> '');
      COMMENT ON COLUMN account.country IS 'ISO 3166-1 alpha-2, picks the regime; null = that of the EU';
      COMMENT ON COLUMN account.time_zone IS 'IANA name; null = the regime’s own';

      ALTER TABLE api_key DROP CONSTRAINT api_key_role_check,
        ADD CONSTRAINT api_key_role_check CHECK (role IN ('ADMIN', 'CAMPAIGNER', 'OPERATOR'));

      CREATE TABLE opt_out_exemption (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        address_book_id uuid NOT NULL REFERENCES address_book,
        exempt boolean NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL CHECK (actor <> ''),
        reason text NOT NULL CHECK (btrim(reason) <> '')
      );
      COMMENT ON TABLE opt_out_exemption IS 'Each beginning and end of an exemption (A1): an operator’s act';
      CREATE INDEX opt_out_exemption_book ON opt_out_exemption (address_book_id, id);
      CREATE TRIGGER opt_out_exemption_append_only BEFORE UPDATE OR DELETE ON opt_out_exemption
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER opt_out_exemption_no_truncate BEFORE TRUNCATE ON opt_out_exemption
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Kept on the book as well: an opt-out reads the book's row anyway.
      ALTER TABLE address_book
        ADD COLUMN exempt_since timestamptz,
        ADD CONSTRAINT service_alone_is_exempt CHECK (exempt_since IS NULL OR purpose = 'SERVICE');

      CREATE FUNCTION keep_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE address_book SET exempt_since = CASE WHEN NEW.exempt THEN NEW.at END WHERE id = NEW.address_book_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER opt_out_exemption_kept AFTER INSERT ON opt_out_exemption
        FOR EACH ROW EXECUTE FUNCTION keep_exemption();

      CREATE FUNCTION refuse_unrecorded_exemption() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        recorded timestamptz;
      BEGIN
        SELECT CASE WHEN e.exempt THEN e.at END INTO recorded FROM opt_out_exemption e
          WHERE e.address_book_id = NEW.id ORDER BY e.id DESC LIMIT 1;
        IF NEW.exempt_since IS NOT DISTINCT FROM recorded THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a book is exempted by a recorded act alone' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER address_book_exemption BEFORE INSERT OR UPDATE OF exempt_since ON address_book
        FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_exemption();

      -- Policies, exemptions and what may bring somebody back all stand on it.
      CREATE FUNCTION refuse_other_purpose() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a book keeps its purpose' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER address_book_purpose BEFORE UPDATE OF purpose ON address_book
        FOR EACH ROW WHEN (OLD.purpose <> NEW.purpose) EXECUTE FUNCTION refuse_other_purpose();
    `);
    this.addSql(`
      CREATE TABLE controller_reactivation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        request_id uuid NOT NULL UNIQUE REFERENCES opt_out_request,
        at timestamptz NOT NULL,
        actor text NOT NULL CHECK (actor <> ''),
        reason text NOT NULL CHECK (btrim(reason) <> '')
      );
      COMMENT ON TABLE controller_reactivation IS 'Who brought somebody back to a service book by hand, and why (B1)';
      CREATE TRIGGER controller_reactivation_append_only BEFORE UPDATE OR DELETE ON controller_reactivation
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER controller_reactivation_no_truncate BEFORE TRUNCATE ON controller_reactivation
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- The rules of refuseReactivation in the domain, for raw SQL too. The book itself is asked, not the request's word for it.
      CREATE FUNCTION refuse_reactivation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM opt_out_request q
          JOIN address_book b ON q.scope_kind = 'BOOK' AND b.id = q.scope_id AND b.purpose = 'SERVICE'
          JOIN opt_out_policy o ON o.owner_id = q.policy_owner_id AND o.purpose = 'SERVICE' AND o.version = q.policy_version
          WHERE q.id = NEW.request_id AND q.state = 'CONFIRMED' AND q.purpose = 'SERVICE' AND o.reactivation = 'CONTROLLER'
        ) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a controller may lift a confirmed opt-out of a service book whose policy says so, and nothing else'
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER controller_reactivation_allowed BEFORE INSERT ON controller_reactivation
        FOR EACH ROW EXECUTE FUNCTION refuse_reactivation();

      -- As in 004, and for a controller's own act: of the very request that this suppression stands for, in a service book.
      CREATE OR REPLACE FUNCTION refuse_lifting_without_proof() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.state = 'OPTED_OUT' AND NEW.since >= OLD.since
             AND (NEW.address_key, NEW.list_id, NEW.channel, NEW.scope_id, NEW.scope_kind)
               = (OLD.address_key, OLD.list_id, OLD.channel, OLD.scope_id, OLD.scope_kind) THEN
            RETURN NEW;
          END IF;
          RAISE EXCEPTION 'an opt-out can not be changed; only a double opt-in lifts it' USING ERRCODE = 'restrict_violation';
        END IF;
        IF EXISTS (
          SELECT 1 FROM double_opt_in_proof p
          WHERE p.address_key = OLD.address_key AND p.list_id = OLD.list_id AND p.channel = OLD.channel
            AND p.scope_id = OLD.scope_id AND p.requested_at >= OLD.since
        ) OR EXISTS (
          SELECT 1 FROM controller_reactivation c
          JOIN opt_out_request q ON q.id = c.request_id
          JOIN address_book b ON b.id = OLD.scope_id AND b.purpose = 'SERVICE'
          WHERE c.request_id = OLD.request_id AND c.at >= OLD.since AND OLD.scope_kind = 'BOOK'
            AND q.address_key = OLD.address_key AND q.channel = OLD.channel AND q.scope_id = OLD.scope_id
        ) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'an opt-out is lifted by a double opt-in only: no proof for this address and scope after the opt-out'
          USING ERRCODE = 'restrict_violation';
      END $$;
    `);
  }
}

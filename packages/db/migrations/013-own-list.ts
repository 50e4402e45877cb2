import { Migration } from '@mikro-orm/migrations';

/** What the database refuses when an account changes lists (D6): no opt-out may be lost on the way, whoever moves it. */
export class OwnList013 extends Migration {
  override up(): void {
    this.addSql(`
      -- Whether an opt-out stands, at least as long, in the list that is read now for its scope, and that is another one
      -- than this row's. A row of an own list that is about the whole organisation counts there for its account.
      CREATE FUNCTION stands_in_list_read(
        p_address_key bytea, p_list uuid, p_channel text, p_kind text, p_scope uuid, p_since timestamptz
      ) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT 1 FROM account a
          JOIN suppression s ON s.address_key = p_address_key AND s.channel = p_channel
            AND s.list_id = CASE WHEN a.keeps_own_list THEN a.id ELSE a.organisation_id END
          WHERE a.id = CASE p_kind
              WHEN 'TOPIC' THEN (SELECT t.account_id FROM topic t WHERE t.id = p_scope)
              WHEN 'BOOK' THEN (SELECT b.account_id FROM address_book b WHERE b.id = p_scope)
              WHEN 'ACCOUNT' THEN p_scope
              ELSE p_list END
            AND s.list_id <> p_list AND s.state = 'OPTED_OUT' AND s.since <= p_since
            AND (s.scope_id = p_scope
              OR (p_kind = 'ORGANISATION' AND s.scope_id = a.id)
              OR (p_kind = 'ACCOUNT' AND s.scope_kind = 'ORGANISATION' AND s.list_id = a.id))
        )
      $$;

      -- The guard of 004 as it was, but for one thing: a row that stands in the list that counts may leave the other.
      DROP TRIGGER suppression_lift ON suppression;
      CREATE TRIGGER suppression_change BEFORE UPDATE ON suppression
        FOR EACH ROW WHEN (OLD.state = 'OPTED_OUT') EXECUTE FUNCTION refuse_lifting_without_proof();
      CREATE TRIGGER suppression_lift BEFORE DELETE ON suppression
        FOR EACH ROW WHEN (OLD.state = 'OPTED_OUT' AND NOT stands_in_list_read(
          OLD.address_key, OLD.list_id, OLD.channel, OLD.scope_kind, OLD.scope_id, OLD.since))
        EXECUTE FUNCTION refuse_lifting_without_proof();

      -- An account may read another list only where that stops all that the old one stopped for it.
      CREATE FUNCTION refuse_list_that_stops_less() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        old_list uuid := CASE WHEN OLD.keeps_own_list THEN OLD.id ELSE OLD.organisation_id END;
        new_list uuid := CASE WHEN NEW.keeps_own_list THEN NEW.id ELSE NEW.organisation_id END;
      BEGIN
        IF EXISTS (
          SELECT 1 FROM suppression s
          WHERE s.list_id = old_list AND CASE s.scope_kind
              WHEN 'TOPIC' THEN s.scope_id IN (SELECT t.id FROM topic t WHERE t.account_id = OLD.id)
              WHEN 'BOOK' THEN s.scope_id IN (SELECT b.id FROM address_book b WHERE b.account_id = OLD.id)
              WHEN 'ACCOUNT' THEN s.scope_id = OLD.id
              ELSE s.scope_id = OLD.organisation_id END
            AND NOT EXISTS (
              SELECT 1 FROM suppression n
              WHERE n.address_key = s.address_key AND n.channel = s.channel AND n.list_id = new_list
                AND (n.scope_id = s.scope_id OR (s.scope_kind = 'ORGANISATION' AND n.scope_id = OLD.id))
                AND (n.state = 'OPTED_OUT' OR s.state = 'PAUSED')
            )
        ) THEN
          RAISE EXCEPTION 'the other list lacks opt-outs of this account: switch it by its transaction' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER account_list_switch BEFORE UPDATE OF keeps_own_list ON account
        FOR EACH ROW WHEN (OLD.keeps_own_list IS DISTINCT FROM NEW.keeps_own_list)
        EXECUTE FUNCTION refuse_list_that_stops_less();
    `);
  }
}

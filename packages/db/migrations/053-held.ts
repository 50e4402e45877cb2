import { Migration } from '@mikro-orm/migrations';

/**
 * What comes more often than its recipient wants is held, not stopped (P-9, N12), and goes when the period is over: by itself,
 * or several in one mail. The rule of the period is one function, the domain's `nextAllowedAt` in SQL.
 */
export class Held053 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE message DROP CONSTRAINT message_state_check;
      ALTER TABLE message ADD CONSTRAINT message_state_check
        CHECK (state IN ('QUEUED', 'HANDING_OVER', 'HELD', 'SENT', 'STOPPED', 'FAILED', 'UNKNOWN'));
      ALTER TABLE message ADD COLUMN carried_by uuid REFERENCES message;
      COMMENT ON COLUMN message.carried_by IS
        'Of what was held: the message whose link and addresses its mail had; its own id where that is this one';
      CREATE INDEX message_held ON message (due_at, id) WHERE state = 'HELD';
      CREATE INDEX message_held_recipient ON message (recipient_id) WHERE state = 'HELD';
      CREATE INDEX message_carried ON message (carried_by) WHERE carried_by IS NOT NULL;
    `);
    this.addSql(`
      -- When a message may go to somebody whose last one went at p_last; null = now (domain: nextAllowedAt). In hours, for a
      -- day is not always 24 of them.
      CREATE FUNCTION next_allowed_at(p_frequency text, p_last timestamptz, p_now timestamptz)
      RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN p_last + CASE p_frequency
            WHEN 'DAILY' THEN interval '24 hours' WHEN 'WEEKLY' THEN interval '168 hours' WHEN 'MONTHLY' THEN interval '720 hours' END > p_now
          THEN p_last + CASE p_frequency
            WHEN 'DAILY' THEN interval '24 hours' WHEN 'WEEKLY' THEN interval '168 hours' ELSE interval '720 hours' END END
      $$;

      -- The marketing of each account that went, or may have gone: what uses up a period.
      CREATE VIEW marketing_gone AS
        SELECT c.account_id, m.recipient_id, m.id AS message_id, m.changed_at AS at
        FROM campaign c LEFT JOIN address_book b ON b.id = c.address_book_id JOIN message m ON m.campaign_id = c.id
        WHERE coalesce(b.purpose, c.purpose) = 'MARKETING' AND m.state IN ('SENT', 'HANDING_OVER', 'UNKNOWN');

      -- When it went last to a recipient, but for one message; null = never.
      CREATE FUNCTION last_marketing_at(p_recipient uuid, p_account uuid, p_but_for uuid)
      RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT max(g.at) FROM marketing_gone g
        WHERE g.account_id = p_account AND g.recipient_id = p_recipient AND g.message_id IS DISTINCT FROM p_but_for
      $$;

      -- Where something is held already, what comes later waits with it: else a campaign that goes out at the very end of
      -- each period would be first each time, and what is held would never go.
      CREATE OR REPLACE FUNCTION period_is_used_up(p_recipient uuid, p_account uuid, p_frequency text, p_message uuid, p_now timestamptz)
      RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
            SELECT 1 FROM marketing_gone g WHERE g.account_id = p_account AND g.recipient_id = p_recipient
              AND g.message_id <> p_message AND next_allowed_at(p_frequency, g.at, p_now) IS NOT NULL
          ) OR EXISTS (
            SELECT 1 FROM message h JOIN campaign c ON c.id = h.campaign_id
            WHERE h.recipient_id = p_recipient AND h.state = 'HELD' AND h.id <> p_message
              AND c.account_id = p_account AND c.state IN ('SENDING', 'SENT'))
      $$;

      -- Nothing that exceeds a frequency is dropped, whoever stops it.
      CREATE FUNCTION hold_message() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.state := 'HELD';
        NEW.due_at := coalesce((
          SELECT next_allowed_at(p.frequency, last_marketing_at(NEW.recipient_id, c.account_id, NEW.id), NEW.changed_at)
          FROM campaign c JOIN recipient_preference p ON p.account_id = c.account_id AND p.recipient_id = NEW.recipient_id
          WHERE c.id = NEW.campaign_id
        ), NEW.changed_at);
        RETURN NEW;
      END $$;
      CREATE TRIGGER message_exceeds_frequency BEFORE UPDATE ON message FOR EACH ROW
        WHEN (NEW.state = 'STOPPED' AND NEW.outcome = 'FREQUENCY_CAP' AND OLD.state <> 'STOPPED')
        EXECUTE FUNCTION hold_message();

      -- What the link of a mail leaves below its book: the topic, or none where the mail told of several.
      CREATE FUNCTION topic_of_link(p_message uuid, p_carried_by uuid, p_topic uuid)
      RETURNS uuid LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN p_carried_by = p_message AND EXISTS (
          SELECT 1 FROM message o JOIN campaign c ON c.id = o.campaign_id
          WHERE o.carried_by = p_message AND c.topic_id IS DISTINCT FROM p_topic) THEN NULL ELSE p_topic END
      $$;
    `);
  }
}

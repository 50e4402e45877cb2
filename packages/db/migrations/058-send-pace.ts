import { Migration } from '@mikro-orm/migrations';

/** How fast mail may go, overall and to a receiving domain: what all senders of one database share. */
export class SendPace058 extends Migration {
  override up(): void {
    this.addSql(`
      CREATE TABLE send_pace (
        name text PRIMARY KEY CHECK (name <> ''),
        next_at timestamptz NOT NULL
      ) WITH (fillfactor = 50);
      COMMENT ON TABLE send_pace IS 'One row for each rate: * (overall) or a receiving domain. The rates themselves are settings of the sender';
      COMMENT ON COLUMN send_pace.next_at IS 'When the next message may go; each that goes moves it by one interval of its rate';

      -- Only of a domain that is throttled; '' = not, or not yet looked at. The domain is a setting, never an address, and is
      -- gone when the message waits no more.
      ALTER TABLE message ADD COLUMN lane text NOT NULL DEFAULT '';
      COMMENT ON COLUMN message.lane IS 'The throttled domain in whose line it waits';
      DROP INDEX message_open;
      CREATE INDEX message_open ON message (campaign_id, lane, due_at, id) WHERE state IN ('QUEUED', 'HANDING_OVER');
    `);
    this.addSql(`
      -- From when on messages of a rate are counted: what was not sent for a while is not made up for, but for the last
      -- fifth of a second, so that a sender that comes a little late keeps its rate. An instant that no rate explains comes
      -- from a clock that was wrong, and is forgotten.
      CREATE FUNCTION paced_from(p_next timestamptz, p_rate double precision, p_now timestamptz)
      RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
        SELECT greatest(
          CASE WHEN p_next > p_now + interval '1 minute' + interval '1 second' / p_rate THEN p_now ELSE p_next END,
          p_now - interval '200 milliseconds')
      $$;

      -- How many may go now.
      CREATE FUNCTION paced_room(p_next timestamptz, p_rate double precision, p_now timestamptz)
      RETURNS integer LANGUAGE sql IMMUTABLE AS $$
        SELECT greatest(0, floor(extract(epoch FROM p_now - paced_from(p_next, p_rate, p_now)) * p_rate)::integer + 1)
      $$;
    `);
  }
}

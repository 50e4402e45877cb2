import { Migration } from '@mikro-orm/migrations';

/** A campaign is paused by itself where too many complain, and its owner told (W-14). */
export class PausedByRate061 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE campaign ADD COLUMN paused_because text CHECK (paused_because IN ('COMPLAINT_RATE')),
        ADD CONSTRAINT campaign_paused_because CHECK (paused_because IS NULL OR state = 'PAUSED');
      COMMENT ON COLUMN campaign.paused_because IS 'Why it was paused by itself; null where a key paused it';
      COMMENT ON COLUMN campaign.changed_by IS
        'The key by which it was paused, resumed or cancelled last; null where it was paused by itself';

      ALTER TABLE campaign_warning DROP CONSTRAINT campaign_warning_kind_check;
      ALTER TABLE campaign_warning ADD CONSTRAINT campaign_warning_kind_check
        CHECK (kind IN ('OPT_OUT_RATE', 'OPT_OUT_UNUSUAL', 'COMPLAINT_RATE', 'COMPLAINT_PAUSE'));
      COMMENT ON TABLE campaign_warning IS
        'Once for each campaign and kind, with the figures of that moment; COMPLAINT_PAUSE is of the latest pause';
    `);
  }
}

import { Migration } from '@mikro-orm/migrations';

/** What a campaign may be made of beside MJML, where its way out stands, and who says that he sends it (A4, H-18). */
export class CampaignContent030 extends Migration {
  override up(): void {
    this.addSql(`
      ALTER TABLE campaign
        ADD COLUMN html jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(html) = 'object'),
        ADD COLUMN text jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(text) = 'object'),
        ADD COLUMN partials jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(partials) = 'object'),
        ADD COLUMN header text CHECK (header IN ('TOP', 'PLACED', 'NONE')),
        ADD COLUMN identity jsonb CHECK (jsonb_typeof(identity) = 'object');
      COMMENT ON COLUMN campaign.header IS 'Where the way out stands; null = where the content says, else at the top';
    `);
  }
}

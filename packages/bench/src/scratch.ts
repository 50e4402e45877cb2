import { type Database, openDatabase } from '@adieu/db';
import { releaseCompiled } from './release-compiled.ts';
import { emailContent } from '@adieu/domain';
import { startPostgres } from '@adieu/testkit/postgres';
import { seed, type Seed } from '@adieu/testkit/seed';

export interface Scratch {
  readonly url: string;
  readonly db: Database;
  /** As whoever owns the tables: for what a reference is measured with. */
  readonly owner: Database;
  readonly seeded: Seed;
  /** Counts its rows anew, so that what is measured is planned for what is there; the engine may not. */
  readonly analyze: () => Promise<void>;
  close(): Promise<void>;
}

/**
 * A PostgreSQL of the benchmark's own, durable as in production (fsync on), migrated, with a small organisation. What is measured
 * connects as the engine, as in production: no policy binds a superuser, who would be faster.
 */
export async function openScratch(): Promise<Scratch> {
  const postgres = await startPostgres({ durable: true });
  const { owner: ownerUrl, engine: url } = await postgres.createMigrated('bench');
  const owner = await openDatabase({ url: ownerUrl, maxConnections: 1 });
  const db = await openDatabase({ url, maxConnections: 16 });
  return {
    url,
    db,
    owner,
    seeded: await seed(db),
    async analyze() {
      await owner.sql.rows('VACUUM (ANALYZE)');
    },
    async close() {
      await Promise.all([db.close(), owner.close()]);
      await postgres.stop();
    },
  };
}

/** Fills the newsletter with `count` contacts, set-based, and releases a campaign to it: one queued message each. */
export async function queueCampaign(
  scratch: Scratch,
  count: number,
  mjml: string,
): Promise<string> {
  const { db, seeded } = scratch;
  const now = new Date();
  await db.sql.rows(
    `WITH people AS (
       INSERT INTO recipient (organisation_id, channel, address_key, address)
       SELECT $1, 'EMAIL', sha256(('bench' || i)::bytea), 'person-' || i || '@bench.example.test' FROM generate_series(1, $3::int) i
       ON CONFLICT (organisation_id, channel, address_key) DO UPDATE SET address = excluded.address RETURNING id
     ), contacts AS (
       INSERT INTO contact (id, address_book_id, language, fields)
       SELECT id, $2, 'en', '{"first_name": "Åsa"}' FROM people ON CONFLICT DO NOTHING
     )
     INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id)
     SELECT id, 'EMAIL', $2, id FROM people ON CONFLICT DO NOTHING`,
    [seeded.organisationId, seeded.newsletterId, count],
  );
  const content = emailContent({
    subject: { en: 'Hello {{ contact.first_name }}' },
    mjml: { en: mjml },
  });
  const [campaign] = await db.sql.rows<{ id: string }>(
    `INSERT INTO campaign (organisation_id, account_id, address_book_id, name, channel, content, created_by)
     VALUES ($1, $2, $3, 'bench', 'EMAIL', $4, 'bench') RETURNING id`,
    [seeded.organisationId, seeded.accountId, seeded.newsletterId, JSON.stringify(content)],
  );
  const campaignId = campaign!.id;
  await releaseCompiled(db, { organisationId: seeded.organisationId, campaignId, now });
  await scratch.analyze();
  return campaignId;
}

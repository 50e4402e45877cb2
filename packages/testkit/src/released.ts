import type { Database } from '@adieu/db';
import { releaseDraft } from './release-draft.ts';
import { type Seed, seedContacts } from './seed.ts';

export interface ReleasedMessage {
  readonly id: string;
  readonly recipientId: string;
  readonly address: string;
}

type Options = Parameters<typeof seedContacts>[2] &
  Pick<Parameters<typeof releaseDraft>[1], 'now' | 'sendAt' | 'inRecipientsZone'>;

/** A campaign to `count` contacts (`person-1@example.test` …) that was released at `now`, with its messages in order. */
export async function released(
  { db }: { readonly db: Database },
  org: Seed,
  options: Options,
): Promise<{ campaignId: string; messages: ReleasedMessage[] }> {
  const { organisationId } = org;
  const campaignId = await seedContacts(db, org, options);
  const result = await db.transaction((sql) =>
    releaseDraft(sql, { ...options, organisationId, campaignId }),
  );
  if ('refused' in result) throw new Error(result.refused);
  const messages = await db.sql.rows<ReleasedMessage>(
    `SELECT m.id, m.recipient_id AS "recipientId", r.address FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1 ORDER BY m.id`,
    [campaignId],
  );
  return { campaignId, messages };
}

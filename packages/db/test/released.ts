import { releaseDraft, type Seed, seedContacts, type TestDatabase } from '@adieu/testkit';

export interface ReleasedMessage {
  readonly id: string;
  readonly recipientId: string;
}

/** A campaign to `count` contacts (`person-1@example.test` …) that was released at `now`, with its messages in order. */
export async function released(
  test: TestDatabase,
  org: Seed,
  options: { count: number; now: Date; addressBookId?: string; topicId?: string },
): Promise<{ campaignId: string; messages: ReleasedMessage[] }> {
  const campaignId = await seedContacts(test.db, org, options);
  const { organisationId } = org;
  await test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId, campaignId, now: options.now }),
  );
  const messages = await test.db.sql.rows<ReleasedMessage>(
    'SELECT id, recipient_id AS "recipientId" FROM message WHERE campaign_id = $1 ORDER BY id',
    [campaignId],
  );
  return { campaignId, messages };
}

import type { CampaignState } from '@adieu/domain';
import { postAll } from '../outbox/post.ts';
import type { Sql } from '../sql.ts';
import { prepareBursts } from './prepare-bursts.ts';

/**
 * Releases a draft: one message is queued for each contact of its book, and the sender is told by the outbox. Who may
 * be written to is not asked here but at hand-over (W-2). Releasing again says that it was released.
 */
export async function releaseCampaign(
  sql: Sql,
  input: { organisationId: string; campaignId: string; now: Date },
): Promise<{ queued: number } | { refused: 'not-found' | 'already-released' }> {
  const { organisationId, campaignId, now } = input;
  const [campaign] = await sql.rows<{ state: CampaignState }>(
    'SELECT state FROM campaign WHERE id = $1 AND organisation_id = $2 FOR UPDATE',
    [campaignId, organisationId],
  );
  if (campaign === undefined) return { refused: 'not-found' };
  if (campaign.state !== 'DRAFT') return { refused: 'already-released' };
  const [queued] = await sql.rows<{ n: number }>(
    `WITH released AS (
       UPDATE campaign SET state = 'SENDING', released_at = $2 WHERE id = $1 RETURNING id, address_book_id
     ), queued AS (
       INSERT INTO message (campaign_id, recipient_id, contact_id, due_at, changed_at)
       SELECT c.id, k.recipient_id, k.id, $2, $2 FROM released c
       JOIN contact k ON k.address_book_id = c.address_book_id AND k.removed_at IS NULL
       RETURNING 1
     ) SELECT count(*)::int AS n FROM queued`,
    [campaignId, now],
  );
  await prepareBursts(sql, campaignId);
  await postAll(sql, [{ kind: 'campaign.released', campaignId }]);
  return { queued: queued!.n };
}

import {
  campaignAfter,
  type CampaignChange,
  type CampaignState,
  type PauseReason,
} from '@adieu/domain';
import type { SenderForm } from '@adieu/keys';
import { postAll } from '../outbox/post.ts';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { type ForeignSender, refuseForeign } from '../senders/owns-sender.ts';
import type { Sql } from '../sql.ts';

/**
 * Pauses, resumes or cancels a campaign, and tells its sender. After the commit of a pause or a cancellation no hand-over
 * begins; those that had begun end as they would have. What a cancelled campaign had queued or held is taken back by its
 * sender; of one that is sent, and stays so, all that is held is taken back here.
 */
export async function changeCampaign(
  sql: Sql,
  input: {
    organisationId: string;
    campaignId: string;
    change: CampaignChange;
    /** The name of a key; null where it is paused by itself. */
    changedBy: string | null;
    pausedBecause?: PauseReason;
    now: Date;
  },
): Promise<
  | { state: CampaignState }
  | { refused: 'not-found' }
  | { refused: ForeignSender }
  | { refused: 'state'; state: CampaignState }
> {
  const { organisationId, campaignId, change, changedBy, now, pausedBecause = null } = input;
  const [campaign] = await sql.rows<{ state: CampaignState }>(
    'SELECT state FROM campaign WHERE id = $1 AND organisation_id = $2 FOR UPDATE',
    [campaignId, organisationId],
  );
  if (campaign === undefined) return { refused: 'not-found' };
  if (change === 'CANCEL' && campaign.state === 'SENT' && (await takeBackHeld(sql, input)))
    return { state: 'SENT' };
  const state = campaignAfter(change, campaign.state);
  if (state === null) return { refused: 'state', state: campaign.state };
  const foreign = change === 'RESUME' ? await refuseForeignCampaign(sql, input) : null;
  if (foreign !== null) return foreign;
  const wasDraft = campaign.state === 'DRAFT';
  await sql.rows(
    `UPDATE campaign SET state = $2, changed_at = $3::timestamptz, changed_by = $4, finished_at = CASE WHEN $5::boolean THEN $3::timestamptz END,
       paused_because = $6
     WHERE id = $1`,
    [campaignId, state, now, changedBy, wasDraft, pausedBecause],
  );
  // A pause needs no word to the sender: the gate tells them.
  if (change !== 'PAUSE' && !wasDraft)
    await postAll(sql, [{ kind: 'campaign.changed', campaignId }]);
  return { state };
}

/** Null where what it is sent from is its organisation's, which stays so until this is committed. */
async function refuseForeignCampaign(
  sql: Sql,
  { organisationId, campaignId }: { organisationId: string; campaignId: string },
): Promise<{ refused: ForeignSender } | null> {
  await lockOwnership(sql, 'shared');
  const [sender] = await sql.rows<SenderForm>(
    `SELECT s.kind, s.name, s.address, s.keyword FROM campaign c JOIN sender s ON s.id = c.sender_id WHERE c.id = $1`,
    [campaignId],
  );
  return sender === undefined ? null : refuseForeign(sql, organisationId, sender);
}

/** Stops what is held of a campaign (N12); false where nothing is. Its sweep waits for the campaign's row, which is locked. */
async function takeBackHeld(
  sql: Sql,
  { campaignId, changedBy, now }: { campaignId: string; changedBy: string | null; now: Date },
): Promise<boolean> {
  const taken = await sql.rows(
    `WITH taken AS (
       UPDATE message SET state = 'STOPPED', stopped_by = 'CANCELLED', changed_at = $2
       WHERE campaign_id = $1 AND state = 'HELD' RETURNING campaign_id
     ) UPDATE campaign SET changed_at = $2, changed_by = $3 WHERE id IN (SELECT campaign_id FROM taken) RETURNING 1`,
    [campaignId, now, changedBy],
  );
  return taken.length > 0;
}

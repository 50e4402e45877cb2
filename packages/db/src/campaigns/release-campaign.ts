import {
  type CampaignContent,
  type CampaignState,
  type CompiledContent,
  domainOf,
} from '@adieu/domain';
import type { SenderForm } from '@adieu/keys';
import { postAll } from '../outbox/post.ts';
import { lockOwnership } from '../senders/lock-ownership.ts';
import { type ForeignSender, refuseForeign } from '../senders/owns-sender.ts';
import { pauseForeign } from '../senders/pause-foreign.ts';
import type { Sql } from '../sql.ts';
import { prepareBursts } from './prepare-bursts.ts';

/** A million messages are queued in one statement, all or none: a minute or two, which holds nobody's wish up (decision 011). */
const QUEUE_TIMEOUT_MS = 15 * 60_000;

export type ReleaseRefusal =
  | 'not-found'
  | 'already-released'
  | 'archived'
  | 'changed'
  | 'no-sender'
  | ForeignSender;

/**
 * Releases a draft: one message is queued for each contact of its audience, or each recipient that it names by hand, due at
 * once or at its hour, and the sender is told by the outbox, who waits. Who may be written to is not asked here but at
 * hand-over (W-2). Releasing again says that it was released; what was archived since is not sent through. What it is sent
 * from is kept, so that it does not change under way. `changed`: the draft says something else by now than what was compiled.
 */
export async function releaseCampaign(
  sql: Sql,
  input: {
    organisationId: string;
    campaignId: string;
    /** What was compiled, and what it was made into: kept, and filled for each message. */
    content: CampaignContent;
    compiled: CompiledContent;
    now: Date;
    /** Not before; null or none = at once. */
    sendAt?: Date | null;
    /** At the hour that clocks show then in the account's zone, for each where they live (contact's field `time_zone`). */
    inRecipientsZone?: boolean;
  },
): Promise<{ queued: number } | { refused: ReleaseRefusal }> {
  const { organisationId, campaignId, now, sendAt = null, inRecipientsZone = false } = input;
  const [campaign] = await sql.rows<{
    state: CampaignState;
    archived: boolean;
    isSame: boolean;
  }>(
    `SELECT c.state, c.content = $3::jsonb AS "isSame", w.archived
     FROM campaign c JOIN campaign_way w ON w.campaign_id = c.id
     WHERE c.id = $1 AND c.organisation_id = $2 FOR UPDATE OF c`,
    [campaignId, organisationId, JSON.stringify(input.content)],
  );
  if (campaign === undefined) return { refused: 'not-found' };
  if (campaign.state !== 'DRAFT') return { refused: 'already-released' };
  if (campaign.archived) return { refused: 'archived' };
  if (!campaign.isSame) return { refused: 'changed' };
  // Held until the release is seen: who archives it meanwhile finds the campaign that is sent from it.
  const [sender] = await sql.rows<{ id: string } & SenderForm>(
    'SELECT id, kind, name, address, keyword FROM sender WHERE id = campaign_sender($1) AND archived_at IS NULL FOR SHARE',
    [campaignId],
  );
  if (sender === undefined) return { refused: 'no-sender' };
  const foreign = await refuseForeign(sql, organisationId, sender);
  if (foreign !== null) return foreign;
  await sql.rows(`SET LOCAL statement_timeout = ${QUEUE_TIMEOUT_MS}`);
  const [queued] = await sql.rows<{ n: number }>(
    `WITH released AS (
       UPDATE campaign SET state = 'SENDING', released_at = $2, send_at = $3, compiled = $5, sender_id = $6 WHERE id = $1 RETURNING id, account_id
     ), zones AS MATERIALIZED (
       SELECT name FROM pg_timezone_names WHERE $4::boolean
     ), due AS (
       SELECT coalesce($3::timestamptz, $2::timestamptz) AS at,
         $3::timestamptz AT TIME ZONE coalesce(a.time_zone, 'UTC') AS wall FROM released c JOIN account a ON a.id = c.account_id
     ), queued AS (
       INSERT INTO message (campaign_id, recipient_id, contact_id, due_at, changed_at)
       SELECT c.id, k.recipient_id, k.contact_id,
         CASE WHEN z.name IS NULL THEN d.at ELSE greatest(d.wall AT TIME ZONE z.name, $2::timestamptz) END, $2 FROM released c CROSS JOIN due d
       CROSS JOIN campaign_audience($1) k
       LEFT JOIN zones z ON z.name = k.fields ->> 'time_zone'
       RETURNING 1
     ), named AS (
       DELETE FROM campaign_recipient h USING released c WHERE h.campaign_id = c.id
     ), chosen AS (
       DELETE FROM campaign_address x USING released c WHERE x.campaign_id = c.id
     ) SELECT count(*)::int AS n FROM queued`,
    [
      campaignId,
      now,
      sendAt,
      sendAt !== null && inRecipientsZone,
      JSON.stringify(input.compiled),
      sender.id,
    ],
  );
  if (input.content.channel === 'EMAIL') await prepareBursts(sql, campaignId);
  // Only now, as this may have taken minutes: who took the sender away meanwhile could not see this campaign yet.
  await lockOwnership(sql, 'shared');
  const from =
    sender.kind === 'EMAIL' ? { domain: domainOf(sender.address) } : { smsAddress: sender.address };
  await pauseForeign(sql, from, now);
  await postAll(sql, [{ kind: 'campaign.released', campaignId }]);
  return { queued: queued!.n };
}

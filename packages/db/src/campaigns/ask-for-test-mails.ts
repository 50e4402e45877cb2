import type { Channel, GateAnswer } from '@adieu/domain';
import { ensureRecipient } from '../contacts/ensure-recipients.ts';
import { mayContactMany } from '../gate/may-contact.ts';
import { lockAccount } from '../organisation/accounts.ts';
import { postAll } from '../outbox/post.ts';
import type { ForeignSender } from '../senders/owns-sender.ts';
import type { Sql } from '../sql.ts';
import type { NamedRecipient } from './create-campaign-by-hand.ts';

/** A test is for a handful of eyes: more would be a send past the campaign. */
export const MOST_TEST_MAILS_IN_AN_HOUR = 50;

export interface AskedTestMails {
  readonly organisationId: string;
  readonly campaignId: string;
  /** Each address once, of the campaign's channel. */
  readonly to: readonly NamedRecipient[];
  /** As whom they are filled; null = a made-up reader. */
  readonly contactId: string | null;
  readonly language: string | null;
  readonly askedBy: string;
  readonly now: Date;
}

/**
 * Queues test mails of a campaign, in the caller's transaction. Whoever stands on the suppression list for this campaign is left
 * out: their answer of the gate is given, in the order of `to`. `not-found` where the organisation has no such campaign,
 * `archived` where nothing is sent through it any more, `foreign-domain` and `foreign-sender` where its
 * organisation may not send from its sender, `limit` where the account had its tests of this hour.
 */
export async function askForTestMails(
  sql: Sql,
  asked: AskedTestMails,
): Promise<
  { answers: GateAnswer[] } | { refused: 'not-found' | 'archived' | ForeignSender | 'limit' }
> {
  const { organisationId, campaignId, to, contactId, language, askedBy, now } = asked;
  const [way] = await sql.rows<Way>(WAY, [campaignId, organisationId]);
  if (way === undefined) return { refused: 'not-found' };
  if (way.archived) return { refused: 'archived' };
  if (way.isForeign)
    return { refused: way.channel === 'EMAIL' ? 'foreign-domain' : 'foreign-sender' };
  await lockAccount(sql, organisationId, way.accountId);
  const judged = await mayContactMany(
    sql,
    { organisationId, ...way, now: null },
    to.map(({ addressKey }) => addressKey),
  );
  if ('refused' in judged) return judged;
  const allowed = to.filter((_, i) => judged.answers[i]!.allowed);
  const [recent] = await sql.rows<{ n: number }>(RECENT, [way.accountId, now]);
  if (recent!.n + allowed.length > MOST_TEST_MAILS_IN_AN_HOUR) return { refused: 'limit' };
  const recipientIds: string[] = [];
  for (const recipient of allowed)
    recipientIds.push(
      await ensureRecipient(sql, { organisationId, channel: way.channel, ...recipient }),
    );
  const rows = await sql.rows<{ id: string }>(
    `INSERT INTO test_mail (campaign_id, account_id, recipient_id, contact_id, language, asked_at, asked_by)
     SELECT $1, $2, r.id, $4, $5, $6, $7 FROM unnest($3::uuid[]) AS r(id) RETURNING id`,
    [campaignId, way.accountId, recipientIds, contactId, language, now, askedBy],
  );
  await postAll(
    sql,
    rows.map(({ id }) => ({ kind: 'test-mail.asked' as const, id })),
  );
  return judged;
}

interface Way {
  readonly channel: Channel;
  readonly accountId: string;
  readonly addressBookId: string | null;
  readonly topicId: string | null;
  readonly purpose: 'MARKETING' | 'SERVICE' | 'TRANSACTIONAL';
  readonly archived: boolean;
  /** Whether what it is sent from is not its organisation's. */
  readonly isForeign: boolean;
}

const WAY = `
  SELECT c.channel, w.account_id AS "accountId", w.address_book_id AS "addressBookId", w.topic_id AS "topicId",
    w.purpose, w.archived, EXISTS (SELECT FROM sender s WHERE s.id = campaign_sender(c.id)
      AND NOT owns_sender(w.organisation_id, s.kind, s.address, s.keyword_form)) AS "isForeign"
  FROM campaign_way w JOIN campaign c ON c.id = w.campaign_id WHERE w.campaign_id = $1 AND w.organisation_id = $2`;

const RECENT = `
  SELECT count(*)::int AS n FROM test_mail
  WHERE account_id = $1 AND asked_at > $2::timestamptz - interval '1 hour'`;

import { chooseSender, type Database, ensureRecipient } from '@adieu/db';
import { addressKey } from '@adieu/keys';
import type { SmsSenderKind } from '@adieu/domain';
import { ownedSmsSender } from './owned-sms-sender.ts';
import type { Seed } from './seed.ts';

/** What an account of the seed sends SMS from, and the book that chose it. Gives the sender's id. */
export async function smsSender(
  db: Database,
  org: Pick<Seed, 'organisationId' | 'accountId'>,
  sender: { kind: SmsSenderKind; address: string; keyword?: string; addressBookId?: string },
): Promise<string> {
  const { organisationId } = org;
  const { addressBookId } = sender;
  const senderId = await ownedSmsSender(db, org, sender);
  if (addressBookId !== undefined) {
    const choice = { organisationId, addressBookId, channel: 'SMS', senderId } as const;
    const chosen = await chooseSender(db.sql, choice);
    if ('refused' in chosen) throw new Error(chosen.refused);
  }
  return senderId;
}

export interface SentSms {
  readonly campaignId: string;
  readonly messageId: string;
  readonly recipientId: string;
}

/** An SMS as a campaign to a book leaves it that was handed over at `at`. */
export async function sentSms(
  db: Database,
  org: Pick<Seed, 'organisationId' | 'accountId' | 'ring'>,
  sms: { senderId: string; addressBookId: string; to: string; at: Date },
): Promise<SentSms> {
  const { organisationId, accountId, ring } = org;
  const recipientId = await ensureRecipient(db.sql, {
    organisationId,
    channel: 'SMS',
    addressKey: addressKey(ring, 'SMS', sms.to),
    address: sms.to,
  });
  const content = '{"channel": "SMS"}';
  const [campaign] = await db.sql.rows<{ id: string }>(
    `INSERT INTO campaign (organisation_id, account_id, address_book_id, name, channel, content, compiled, sender_id, state,
       created_by, released_at, finished_at)
     VALUES ($1, $2, $3, 'Sent by SMS', 'SMS', $4, $4, $5, 'SENT', 'test', $6, $6) RETURNING id`,
    [organisationId, accountId, sms.addressBookId, content, sms.senderId, sms.at],
  );
  const [message] = await db.sql.rows<{ id: string }>(
    `INSERT INTO message (campaign_id, recipient_id, state, attempts, due_at, changed_at, outcome)
     VALUES ($1, $2, 'SENT', 1, $3, $3, 'sent') RETURNING id`,
    [campaign!.id, recipientId, sms.at],
  );
  return { campaignId: campaign!.id, messageId: message!.id, recipientId };
}

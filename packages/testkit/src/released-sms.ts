import {
  chooseSender,
  type ContactRow,
  createAddressBook,
  createCampaign,
  type Database,
  importContacts,
} from '@adieu/db';
import type { Language, SmsSenderKind } from '@adieu/domain';
import { ownedSmsSender } from './owned-sms-sender.ts';
import { releaseDraft } from './release-draft.ts';
import type { Seed } from './seed.ts';

export interface SmsOptions {
  readonly count: number;
  readonly now: Date;
  readonly sendAt?: Date;
  readonly kind?: SmsSenderKind;
  readonly text?: string;
  readonly language?: Language;
  /** Instead of `numberOf`: of the first contacts. */
  readonly numbers?: readonly string[];
}

const ADDRESSES = { NUMBER: '+46766861004', TEXT: 'Nordlys', SHORT_CODE: '72080' } as const;

let books = 1;

/** The number of the i-th contact. */
export const numberOf = (i: number): string => `+46731${String(i).padStart(6, '0')}`;

/** A draft by SMS to `count` contacts of a new book, from a sender of a kind that it has chosen; gives its id. */
export async function seedSms(
  { db }: { readonly db: Database },
  org: Seed,
  options: SmsOptions,
): Promise<string> {
  const { organisationId, accountId, ring } = org;
  const { count, now, kind = 'NUMBER', language = 'sv' } = options;
  const { text = 'Hej {{ contact.first_name }}!', numbers = [] } = options;
  const name = `By SMS ${books++}`;
  const book = await createAddressBook(db.sql, {
    accountId,
    name,
    purpose: 'MARKETING',
    createdBy: 'seed',
  });
  if ('refused' in book) throw new Error(book.refused);
  const { addressBookId } = book;
  const rows = Array.from({ length: count }, (_, i): ContactRow => ({
    line: i + 2,
    addresses: [{ channel: 'SMS', address: numbers[i] ?? numberOf(i + 1) }],
    language,
    fields: { first_name: `Person ${i + 1}` },
  }));
  await importContacts(db, { organisationId, addressBookId, rows, ring, now });
  const senderId = await ownedSmsSender(db, org, { kind, address: ADDRESSES[kind] });
  const chosen = { organisationId, addressBookId, channel: 'SMS', senderId } as const;
  const choice = await chooseSender(db.sql, chosen);
  if ('refused' in choice) throw new Error(choice.refused);
  const campaign = await createCampaign(db.sql, {
    organisationId,
    addressBookId,
    topicId: null,
    name: 'By SMS',
    content: { channel: 'SMS', text: { [language]: text } },
    createdBy: 'seed',
  });
  if ('refused' in campaign) throw new Error(campaign.refused);
  return campaign.campaignId;
}

/** The same, released: its messages in order. */
export async function releasedSms(
  test: { readonly db: Database },
  org: Seed,
  options: SmsOptions,
): Promise<{
  campaignId: string;
  messages: { id: string; recipientId: string; address: string }[];
}> {
  const campaignId = await seedSms(test, org, options);
  const { organisationId } = org;
  const { now, sendAt = null } = options;
  const result = await test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId, campaignId, now, sendAt }),
  );
  if ('refused' in result) throw new Error(result.refused);
  const messages = await test.db.sql.rows<{ id: string; recipientId: string; address: string }>(
    `SELECT m.id, m.recipient_id AS "recipientId", r.address FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1 ORDER BY r.address`,
    [campaignId],
  );
  return { campaignId, messages };
}

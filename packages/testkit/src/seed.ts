import { emailContent, type Role } from '@adieu/domain';
import {
  type ContactRow,
  createAccount,
  createAddressBook,
  createApiKey,
  createCampaign,
  createOrganisation,
  createTopic,
  type Database,
  importContacts,
} from '@adieu/db';
import { createKeyRing, createSecretToken, type KeyRing } from '@adieu/keys';

/** A small organisation to test with: one account, a newsletter with topics, a reviewed staff book, a key of each role. */
export interface Seed {
  readonly ring: KeyRing;
  readonly organisationId: string;
  readonly accountId: string;
  readonly newsletterId: string;
  readonly staffId: string;
  readonly newsTopicId: string;
  readonly eventsTopicId: string;
  readonly adminKey: string;
  readonly campaignerKey: string;
  readonly reviewerKey: string;
  readonly auditorKey: string;
  readonly operatorKey: string;
}

/** Fills an empty database. Staff review lasts `staffReviewSeconds` (default 7 days) and reverts. */
export async function seed(
  db: Database,
  options: { staffReviewSeconds?: number; name?: string } = {},
): Promise<Seed> {
  const ring = createKeyRing();
  const { sql } = db;
  const organisationId = await createOrganisation(sql, { name: options.name ?? 'Nordlys' });
  const accountId = await createAccount(sql, {
    organisationId,
    name: 'Nordlys Shop',
    sender: { name: 'Nordlys Shop', address: 'news@nordlys.example.test' },
    defaultLanguage: 'en',
  });
  const newsTopicId = await createTopic(sql, { accountId, name: 'Product news' });
  const eventsTopicId = await createTopic(sql, { accountId, name: 'Events' });
  const newsletterId = await book(db, {
    accountId,
    name: 'Newsletter',
    purpose: 'MARKETING',
    createdBy: 'seed',
  });
  const staffId = await book(db, {
    accountId,
    name: 'Staff information',
    purpose: 'SERVICE',
    policy: {
      mode: 'REVIEW',
      reviewSeconds: options.staffReviewSeconds ?? 604_800,
      onTimeout: 'REVERT',
    },
    createdBy: 'seed',
  });
  const keyOf = async (role: Role): Promise<string> => {
    const { secret, hash } = createSecretToken(`adieu_${role.toLowerCase()}_`);
    await createApiKey(sql, {
      organisationId,
      role,
      name: `${role.toLowerCase()} of the test`,
      keyHash: hash,
      createdBy: { kind: 'SYSTEM', name: 'seed' },
    });
    return secret;
  };
  return {
    ring,
    organisationId,
    accountId,
    newsletterId,
    staffId,
    newsTopicId,
    eventsTopicId,
    adminKey: await keyOf('ADMIN'),
    campaignerKey: await keyOf('CAMPAIGNER'),
    reviewerKey: await keyOf('REVIEWER'),
    auditorKey: await keyOf('AUDITOR'),
    operatorKey: await keyOf('OPERATOR'),
  };
}

async function book(db: Database, input: Parameters<typeof createAddressBook>[1]): Promise<string> {
  const made = await createAddressBook(db.sql, input);
  if ('refused' in made) throw new Error(`the seed's own policy was refused: ${made.refused}`);
  return made.addressBookId;
}

/** Imports `count` contacts `person-1@example.test` … (or at other addresses) into a book, and makes a draft campaign to it; gives its id. */
export async function seedContacts(
  db: Database,
  seeded: Seed,
  options: {
    count: number;
    addresses?: readonly string[];
    addressBookId?: string;
    topicId?: string | null;
  },
): Promise<string> {
  const addressBookId = options.addressBookId ?? seeded.newsletterId;
  const rows = Array.from({ length: options.count }, (_, i): ContactRow => ({
    line: i + 2,
    addresses: [
      {
        channel: 'EMAIL',
        address: options.addresses?.[i] ?? `person-${i + 1}@example.test`,
      },
    ],
    language: 'en',
    fields: { first_name: `Person ${i + 1}` },
  }));
  await importContacts(db, {
    organisationId: seeded.organisationId,
    addressBookId,
    rows,
    ring: seeded.ring,
    now: new Date(),
  });
  const campaign = await createCampaign(db.sql, {
    organisationId: seeded.organisationId,
    addressBookId,
    topicId: options.topicId ?? null,
    name: 'Spring',
    content: emailContent({
      subject: { en: 'Spring is here, {{ contact.first_name }}' },
      mjml: {
        en: '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ contact.first_name }}</mj-text></mj-column></mj-section></mj-body></mjml>',
      },
    }),
    createdBy: 'seed',
  });
  if ('refused' in campaign) throw new Error(campaign.refused);
  return campaign.campaignId;
}

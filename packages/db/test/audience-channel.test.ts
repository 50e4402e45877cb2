import { emailContent } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import {
  createTestDatabase,
  releaseDraft,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import {
  addContact,
  countAudience,
  countWithoutConsent,
  createCampaign,
  fieldCoverage,
  previewReader,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');
const IN_BOOK = 3;
const NUMBER = '+46701740605';
const email = emailContent({ subject: { en: 'x' }, mjml: {} });
const sms = { channel: 'SMS', text: { en: 'x' } } as const;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  await seedContacts(test.db, org, { count: IN_BOOK });
  const added = await test.db.transaction((tx) =>
    addContact(tx, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      addresses: [{ channel: 'SMS', address: NUMBER, addressKey: keyOf(NUMBER) }],
      language: null,
      fields: {},
      now,
    }),
  );
  if ('refused' in added) throw new Error(added.refused);
});
afterAll(() => test?.close());

const keyOf = (number: string): Buffer => addressKey(org.ring, 'SMS', number);

async function draft(content: typeof email | typeof sms): Promise<string> {
  const made = await test.db.transaction((sql) =>
    createCampaign(sql, {
      organisationId: org.organisationId,
      addressBookId: org.newsletterId,
      topicId: null,
      name: 'Spring',
      content,
      createdBy: 't',
    }),
  );
  if ('refused' in made) throw new Error(made.refused);
  return made.campaignId;
}

const covered = async (campaignId: string): Promise<number> => {
  const by = await fieldCoverage(test.db.sql, {
    campaignId,
    languages: [],
    fallback: 'en',
    fields: [],
  });
  return [...by.values()].reduce((sum, { contacts }) => sum + contacts, 0);
};

describe('a book with a number in it', () => {
  it('queues nothing for the number when a campaign of e-mail is released, and counts and shows it nowhere', async () => {
    const { sql } = test.db;
    const campaignId = await draft(email);
    expect((await countAudience(sql, campaignId, now)).total).toBe(IN_BOOK);
    expect(await covered(campaignId)).toBe(IN_BOOK);
    expect(await countWithoutConsent(sql, campaignId)).toBe(0);
    expect(await previewReader(sql, campaignId, { addressKey: keyOf(NUMBER) })).toBeNull();
    const released = await test.db.transaction((tx) =>
      releaseDraft(tx, { organisationId: org.organisationId, campaignId, now }),
    );
    expect(released).toEqual({ queued: IN_BOOK });
    const channels = await sql.rows(
      `SELECT DISTINCT r.channel FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.campaign_id = $1`,
      [campaignId],
    );
    expect(channels).toEqual([{ channel: 'EMAIL' }]);
  });

  it('is counted and shown for a campaign of text messages by its number alone', async () => {
    const campaignId = await draft(sms);
    expect(await countAudience(test.db.sql, campaignId, now)).toEqual({
      total: 1,
      reachable: 1,
      stopped: [],
    });
    expect(await covered(campaignId)).toBe(1);
    expect(
      await previewReader(test.db.sql, campaignId, { addressKey: keyOf(NUMBER) }),
    ).toMatchObject({ address: NUMBER });
  });
});

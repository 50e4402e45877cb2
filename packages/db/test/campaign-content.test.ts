import { emailContent } from '@adieu/domain';
import {
  createCampaign,
  createCampaignByHand,
  campaignForSending,
  fieldCoverage,
  importContacts,
} from '@adieu/db';
import { addressKey } from '@adieu/keys';
import { createTestDatabase, type Seed, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactRows } from './contact-rows.ts';

let test: TestDatabase;
let org: Seed;

beforeAll(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
});
afterAll(() => test?.close());

const create = (more: Partial<Parameters<typeof createCampaign>[1]>) =>
  createCampaign(test.db.sql, {
    organisationId: org.organisationId,
    addressBookId: org.newsletterId,
    topicId: null,
    name: 'Spring',
    content: emailContent({ subject: { en: 's' }, mjml: {} }),
    createdBy: 'test',
    ...more,
  });

describe('what a campaign says', () => {
  it('comes back as it was given, on either channel', async () => {
    const mail = emailContent({
      subject: { en: 's' },
      html: { en: '<p>x</p>' },
      partials: { footer: { en: 'f' } },
      header: 'PLACED',
      identity: { postalAddress: 'Storgatan 1', onBehalfOf: null, marking: null },
    });
    for (const content of [mail, { channel: 'SMS', text: { sv: 'Hej' } } as const]) {
      const { campaignId } = (await create({ content })) as { campaignId: string };
      expect(await campaignForSending(test.db.sql, campaignId)).toMatchObject({
        content,
        compiled: null,
      });
    }
  });

  it.each([
    ['of another channel', `content = '{"channel": "SMS"}'`],
    ['of no channel that there is', `channel = 'FAX', content = '{"channel": "FAX"}'`],
    ['released before it is compiled', `released_at = now()`],
  ])('is never %s, also by raw SQL', async (_what, change) => {
    const { campaignId } = (await create({})) as { campaignId: string };
    const update = test.db.sql.rows(`UPDATE campaign SET ${change} WHERE id = $1`, [campaignId]);
    await expect(update).rejects.toThrow(/check constraint/);
  });
});

describe('the fields of a book', () => {
  it('are counted by the language of the text that people get; empty counts as lacking', async () => {
    const rows = (
      [
        ['a', 'sv', 'Malmö', 'Anna'],
        ['b', 'sv', '', 'Bo'],
        ['c', 'de', '', 'Carl'],
        ['d', 'en', 'London', ''],
        ['e', null, 'Oslo', 'Eva'],
      ] as const
    ).map(([name, language, city, first_name]) => ({
      address: `${name}@example.test`,
      language,
      fields: { city, first_name },
    }));
    const { ring, organisationId, newsletterId: addressBookId } = org;
    await importContacts(test.db, {
      now: new Date(),
      organisationId,
      addressBookId,
      rows: contactRows(...rows),
      ring,
    });
    const { campaignId } = (await create({})) as { campaignId: string };
    const coverage = await fieldCoverage(test.db.sql, {
      campaignId,
      languages: ['en', 'sv'],
      fallback: 'en',
      fields: ['first_name', 'city', 'nothing'],
    });
    expect(
      Object.fromEntries(
        [...coverage].map(([language, { contacts, lacking }]) => [
          language,
          [contacts, Object.fromEntries(lacking)],
        ]),
      ),
    ).toEqual({
      sv: [2, { first_name: 0, city: 1, nothing: 2 }],
      en: [3, { first_name: 1, city: 1, nothing: 3 }],
    });
    const none = await fieldCoverage(test.db.sql, {
      campaignId,
      languages: ['en'],
      fallback: 'en',
      fields: [],
    });
    expect(none.get('en')).toEqual({ contacts: 5, lacking: new Map() });
  });

  it('lack everything where recipients are named by hand (B6)', async () => {
    const { ring, organisationId, accountId } = org;
    const made = (await createCampaignByHand(test.db.sql, {
      organisationId,
      accountId,
      purpose: 'MARKETING',
      recipients: ['x@example.test', 'y@example.test'].map((address) => ({
        address,
        addressKey: addressKey(ring, 'EMAIL', address),
      })),
      name: 'By hand',
      content: emailContent({ subject: { en: 's' }, mjml: {} }),
      createdBy: 'test',
    })) as { campaignId: string };
    const coverage = await fieldCoverage(test.db.sql, {
      campaignId: made.campaignId,
      languages: ['en', 'sv'],
      fallback: 'sv',
      fields: ['first_name'],
    });
    expect(coverage).toEqual(
      new Map([['sv', { contacts: 2, lacking: new Map([['first_name', 2]]) }]]),
    );
  });
});

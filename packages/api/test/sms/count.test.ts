import { audienceReaders, changeAddressBook } from '@adieu/db';
import { seedSms } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { docExamples } from '../doc-examples.ts';
import { countOf, type House, openHouse } from '../house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const AUDIENCE = `smsAudience { recipients counted isSample parts languages { language recipients parts
  median { contactId count { parts } } longest { contactId count { encoding characters parts forcedBy replacement } } } }`;

interface Checked {
  readonly maySend: boolean;
  readonly findings: { readonly code: string; readonly language: string | null }[];
  readonly smsAudience: Record<string, unknown> & {
    readonly languages: { longest: { contactId: string } }[];
  };
}

async function check(campaignId: string): Promise<Checked> {
  const { data } = await house.ask<{ checkCampaign: Checked }>(
    `mutation ($id: ID!) { checkCampaign(id: $id) { maySend findings { code language } ${AUDIENCE} } }`,
    { id: toId('campaign', campaignId) },
    house.org.campaignerKey,
  );
  return data.checkCampaign;
}

async function sent(campaignId: string): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ sendCampaign: Record<string, unknown> }>(
    `mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { __typename
       ... on CampaignCheckFailed { findings { code } } } }`,
    { input: { id: toId('campaign', campaignId) } },
  );
  return data.sendCampaign;
}

async function draft(text: string, count = 3, addsSmsWayOut = true): Promise<string> {
  const { db } = house.test;
  const campaignId = await seedSms(house.test, house.org, { count, text, now: house.now });
  const [row] = await db.sql.rows<{ id: string }>(
    'SELECT address_book_id AS id FROM campaign WHERE id = $1',
    [campaignId],
  );
  await db.transaction((sql) =>
    changeAddressBook(sql, {
      organisationId: house.org.organisationId,
      addressBookId: row!.id,
      change: { addsSmsWayOut },
      now: house.now,
    }),
  );
  return campaignId;
}

describe('a campaign by SMS before it is sent (A2)', () => {
  it('says what it comes to for all whom it reaches, with the longest reader to look at', async () => {
    const campaignId = await draft('Hej {{ contact.first_name }} – rea!');
    const { maySend, smsAudience } = await check(campaignId);
    expect(maySend).toBe(true);
    expect(smsAudience).toMatchObject({
      recipients: 3,
      counted: 3,
      isSample: false,
      parts: 3,
      languages: [
        {
          language: 'sv',
          recipients: 3,
          parts: 3,
          median: { count: { parts: 1 } },
          longest: {
            count: {
              encoding: 'UCS-2',
              characters: 40,
              forcedBy: '–',
              replacement: expect.stringMatching(
                /^Hej Person \d - rea!\nAvsluta: svara STOPP$/,
              ) as string,
            },
          },
        },
      ],
    });
    const { contactId } = smsAudience.languages[0]!.longest;
    const { data } = await house.ask<{ previewCampaign: Record<string, unknown> }>(
      `query ($input: PreviewCampaignInput!) { previewCampaign(input: $input) {
         ... on CampaignPreview { sms { characters } ${AUDIENCE} } } }`,
      { input: { campaignId: toId('campaign', campaignId), contactId } },
    );
    expect(data.previewCampaign).toEqual({ sms: { characters: 40 }, smsAudience });
  });

  it('is counted as docs/sms.md says', async () => {
    const id = toId('campaign', await draft('Hej'));
    const { query } = docExamples('sms.md').examples.find(({ name }) => name === 'Count')!;
    const { data } = await house.ask<{ checkCampaign: unknown }>(query, { id });
    expect(data.checkCampaign).toMatchObject({
      maySend: true,
      findings: [],
      smsAudience: { recipients: 3, parts: 3, languages: [{ longest: { count: { parts: 1 } } }] },
    });
  });

  it('is a check of mails too, which have no such count', async () => {
    const { data } = await house.ask<{ checkCampaign: unknown }>(
      'mutation ($id: ID!) { checkCampaign(id: $id) { smsAudience { parts } findings { code } } }',
      { id: toId('campaign', house.org.organisationId) },
    );
    expect(data.checkCampaign).toEqual({
      smsAudience: null,
      findings: [{ code: 'CAMPAIGN_NOT_FOUND' }],
    });
  });

  it.each([
    ['Hej {{ contact.first_name }}', 'WAY_OUT_MISSING'],
    ['Hej, svara STOPP', null],
    ['Hej. {{ opt_out }}', null],
  ])(
    'of a book that puts no way out behind it, says one itself or is not sent: %j (SM-10)',
    async (text, code) => {
      const campaignId = await draft(text, 1, false);
      const { maySend, findings } = await check(campaignId);
      expect(maySend).toBe(code === null);
      expect(
        findings.map((each) => each.code).filter((each) => each === 'WAY_OUT_MISSING'),
      ).toEqual(code === null ? [] : [code]);
      const before = await countOf(house, 'message');
      expect((await sent(campaignId))['__typename']).toBe(
        code === null ? 'CampaignSent' : 'CampaignCheckFailed',
      );
      expect((await countOf(house, 'message')) - before).toBe(code === null ? 1 : 0);
    },
  );

  it('is not sent where a reader’s text takes more than ten parts', async () => {
    const campaignId = await draft(`${'lång '.repeat(310)}{{ contact.first_name }}`, 1);
    expect(await sent(campaignId)).toMatchObject({
      findings: [{ code: 'SMS_TOO_LONG' }],
    });
  });

  it('is counted for so many of a large audience, always the same', async () => {
    const campaignId = await draft('Hej', 40);
    const drawn = async (most: number) => {
      const found = await audienceReaders(house.test.db.sql, campaignId, { most, now: house.now });
      return found.map(({ contactId }) => contactId);
    };
    const ten = await drawn(10);
    expect(new Set(ten).size).toBe(10);
    expect(await drawn(10)).toEqual(ten);
    expect(await drawn(11)).toEqual(expect.arrayContaining(ten));
    expect(await drawn(41)).toHaveLength(40);
  });
});

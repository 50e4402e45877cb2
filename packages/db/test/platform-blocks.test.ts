import { type CampaignContent } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { createTestDatabase, releaseDraft, type Seed, seed, smsSender } from '@adieu/testkit';
import type { TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  blockAtShortCode,
  claimMessages,
  countAudience,
  createCampaign,
  mayContact,
  type Sql,
} from '../src/index.ts';
import { personsOf } from './persons.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const NUMBER = '+46701740605';
const TEXT: CampaignContent = { channel: 'SMS', text: { en: 'Spring is here' } };

let test: TestDatabase;
let [theirs, ours]: Seed[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  theirs = await seed(test.db, { name: 'Whose message they had last' });
  ours = { ...(await seed(test.db, { name: 'Who shares its short code' })), ring: theirs.ring };
  for (const [org, keyword] of [
    [theirs, 'ROSOR'],
    [ours, 'TULPAN'],
  ] as const) {
    const { newsletterId: addressBookId } = org;
    await smsSender(test.db, org, {
      kind: 'SHORT_CODE',
      address: '72080',
      keyword,
      addressBookId,
    });
    await personsOf(test, org, now).imports([{ phone: NUMBER }, { phone: '+46701740606' }]);
  }
  await blockAtShortCode(test.db.sql, {
    addressKey: addressKey(theirs.ring, 'SMS', NUMBER),
    shortCode: '72080',
    organisationId: theirs.organisationId,
    addressBookId: theirs.newsletterId,
    now,
  });
});
afterAll(() => test?.close());

async function draft(): Promise<string> {
  const { organisationId, newsletterId: addressBookId } = ours!;
  const made = await createCampaign(test.db.sql, {
    organisationId,
    addressBookId,
    topicId: null,
    name: 'Spring',
    content: TEXT,
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  return made.campaignId;
}

const judge = async (sql: Sql): Promise<string> => {
  const judged = await mayContact(sql, {
    organisationId: ours!.organisationId,
    channel: 'SMS',
    addressKey: addressKey(ours!.ring, 'SMS', NUMBER),
    addressBookId: ours!.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now,
  });
  if ('refused' in judged) throw new Error(judged.refused);
  return judged.answer.because;
};

describe('the block list of a short code (A8)', () => {
  it('is read by no organisation, not even what names its own book (Q-8)', async () => {
    for (const { organisationId } of [ours!, theirs!])
      for (const ask of ['SELECT * FROM', 'DELETE FROM'])
        await expect(
          test.db.ofTenant(organisationId).sql.rows(`${ask} platform_block`),
        ).rejects.toMatchObject({ code: '42501' });
  });

  it('is asked by the gate all the same: for one address, and for the audience of a draft', async () => {
    const { sql } = test.db.ofTenant(ours!.organisationId);
    expect(await judge(sql)).toBe('SENDER_BLOCKED');
    expect(await countAudience(sql, await draft(), now)).toMatchObject({
      total: 2,
      reachable: 1,
      stopped: [{ reason: 'SENDER_BLOCKED', count: 1 }],
    });
  });

  it('stops the hand-over of whoever shares the short code, and of nobody else’s', async () => {
    const campaignId = await draft();
    const { organisationId } = ours!;
    await test.db.transaction((tx) => releaseDraft(tx, { organisationId, campaignId, now }));
    const leaseUntil = new Date(now.getTime() + 60_000);
    const claimed = await claimMessages(test.db.sql, { campaignId, limit: 9, now, leaseUntil });
    expect(claimed.map(({ address }) => address)).toEqual(['+46701740606']);
    const stopped = await test.db.sql.rows(
      `SELECT stopped_by FROM message WHERE campaign_id = $1 AND state = 'STOPPED'`,
      [campaignId],
    );
    expect(stopped).toEqual([{ stopped_by: 'SENDER_BLOCKED' }]);
  });
});

import { releaseDraft, seedContacts } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { docExamples } from './doc-examples.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let id: string;

beforeAll(async () => {
  house = await openHouse();
  const { organisationId } = house.org;
  const campaignId = await seedContacts(house.test.db, house.org, { count: 3 });
  await house.test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId, campaignId, now: house.now }),
  );
  id = toId('campaign', campaignId);
});
afterAll(() => house?.close());

async function change(name: string, key?: string): Promise<unknown> {
  const { data } = await house.ask<Record<string, unknown>>(
    `mutation ($id: ID!) { ${name}(input: { id: $id }) { ... on CampaignChanged { campaign { state changedAt changedBy } } ... on Problem { code field message } } }`,
    { id },
    key,
  );
  return data[name];
}

describe('a campaign that is being sent', () => {
  it('is held as docs/templates.md says, on record with when and by whom', async () => {
    const example = docExamples('templates.md').examples.find(({ name }) => name === 'Hold');
    const { data, errors } = await house.ask(example!.query, { id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      pauseCampaign: {
        campaign: {
          state: 'PAUSED',
          changedAt: house.now.toISOString(),
          changedBy: expect.stringMatching(/./),
          progress: { sent: 0, queued: 3 },
        },
      },
    });
  });

  it('says where it stands when it is asked for what can not be, and changes nothing', async () => {
    expect(await change('pauseCampaign')).toEqual({
      code: 'CAMPAIGN_STATE',
      field: 'id',
      message: 'Only what is being sent can be paused. It is PAUSED.',
    });
    const [row] = await house.test.db.sql.rows(
      "SELECT 1 FROM outbox WHERE message->>'kind' = 'campaign.changed'",
    );
    expect(row).toBeUndefined();
  });

  it('goes on, and is cancelled for good, by a key of a campaigner too', async () => {
    const { campaignerKey } = house.org;
    expect(await change('resumeCampaign', campaignerKey)).toMatchObject({
      campaign: { state: 'SENDING' },
    });
    expect(await change('cancelCampaign', campaignerKey)).toMatchObject({
      campaign: { state: 'CANCELLED' },
    });
    expect(await change('resumeCampaign')).toMatchObject({ code: 'CAMPAIGN_STATE' });
    expect(await change('cancelCampaign')).toMatchObject({
      code: 'CAMPAIGN_STATE',
      message: 'It is over already. It is CANCELLED.',
    });
  });
});

describe('a campaign with an hour', () => {
  async function send(input: object): Promise<unknown> {
    const campaignId = await seedContacts(house.test.db, house.org, { count: 2 });
    const { data, errors } = await house.ask<Record<string, unknown>>(
      'mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { ... on CampaignSent { campaign { state sendAt } queued } ... on Problem { code field } } }',
      { input: { id: toId('campaign', campaignId), ...input } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data['sendCampaign'];
  }
  const after = (ms: number): string => new Date(house.now.getTime() + ms).toISOString();

  it('is called SCHEDULED until then', async () => {
    const sendAt = after(3_600_000);
    expect(await send({ sendAt, inRecipientsZone: true })).toMatchObject({
      campaign: { state: 'SCHEDULED', sendAt },
    });
    house.now = new Date(sendAt);
    const { data } = await house.ask<{ campaigns: { nodes: { state: string; sendAt: string }[] } }>(
      '{ campaigns { nodes { state sendAt } } }',
    );
    expect(data.campaigns.nodes[0]).toEqual({ state: 'SENDING', sendAt });
  });

  it.each([
    [() => ({ sendAt: after(-1) }), 'NOT_LATER', 'sendAt'],
    [() => ({ sendAt: after(366 * 86_400_000) }), 'BEYOND_THE_LONGEST_WAIT', 'sendAt'],
    [() => ({ inRecipientsZone: true }), 'INVALID_INPUT', 'inRecipientsZone'],
  ])('is refused with another (%#)', async (input, code, field) => {
    expect(await send(input())).toEqual({ code, field });
  });
});

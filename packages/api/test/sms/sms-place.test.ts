import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { LOCAL_INSTALLATION } from '../../src/installation.ts';
import { type House, openHouse } from '../house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse({
    installation: { ...LOCAL_INSTALLATION, carriesSms: (sender) => sender !== 'Unheard' },
  });
});
afterAll(() => house?.close());

async function asked<T>(query: string, variables: object): Promise<T> {
  const { data, errors } = await house.ask<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function created(more: object): Promise<{ id: string; isCarried: boolean }> {
  const { createSender } = await asked<{
    createSender: { sender: { id: string; isCarried: boolean } };
  }>(
    `mutation ($input: CreateSenderInput!) { createSender(input: $input) { ... on SenderCreated { sender { id isCarried } } ... on Problem { code message } } }`,
    { input: { accountId: toId('account', house.org.accountId), ...more } },
  );
  return createSender.sender;
}

const choose = (senderId: string) =>
  asked(
    'mutation ($input: SetAddressBookSenderInput!) { setAddressBookSender(input: $input) { ... on Problem { message } } }',
    {
      input: { addressBookId: toId('book', house.org.newsletterId), channel: 'SMS', senderId },
    },
  );

async function draft(): Promise<string> {
  const { createCampaign } = await asked<{ createCampaign: { campaign: { id: string } } }>(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } ... on Problem { message } } }',
    {
      input: {
        addressBookId: toId('book', house.org.newsletterId),
        name: 'Spring by SMS',
        channel: 'SMS',
        text: [{ language: 'en', text: 'Hello' }],
      },
    },
  );
  return createCampaign.campaign.id;
}

async function found(id: string): Promise<string[]> {
  const { checkCampaign } = await asked<{
    checkCampaign: { findings: { level: string; code: string; message: string }[] };
  }>('mutation ($id: ID!) { checkCampaign(id: $id) { findings { level code message } } }', { id });
  return checkCampaign.findings.map(({ level, code }) => `${level} ${code}`);
}

describe('what no gateway carries', () => {
  it('says so when it is made, and is no sender of a campaign (SM-15)', async () => {
    const unheard = await created({ smsKind: 'TEXT', address: 'Unheard' });
    const heard = await created({ smsKind: 'NUMBER', address: '+46766861004' });
    expect([unheard.isCarried, heard.isCarried]).toEqual([false, true]);
    const id = await draft();
    await choose(unheard.id);
    expect(await found(id)).toContain('ERROR CHANNEL_NOT_SERVED');
    await choose(heard.id);
    expect(await found(id)).not.toContain('ERROR CHANNEL_NOT_SERVED');
  });
});

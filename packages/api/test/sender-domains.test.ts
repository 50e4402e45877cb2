import { createOrganisation } from '@adieu/db';
import { seedContacts } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
/** What the name servers say, by name. */
const dns = new Map<string, string>();

beforeAll(async () => {
  house = await openHouse({
    resolveTxt: async (name) => {
      const text = dns.get(name);
      if (text === undefined) throw Object.assign(new Error('none'), { code: 'ENODATA' });
      return [[text]];
    },
  });
});
afterAll(() => house?.close());

interface Told {
  readonly code?: string;
  readonly message?: string;
  readonly senderDomain?: {
    readonly id: string;
    readonly challengeName: string;
    readonly challenge: string;
    readonly provenBy: string | null;
  };
}

async function act(name: string, input: object, key?: string): Promise<Told> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const inputType = /^(check|release)SenderDomain$/.test(name) ? 'ChangeSenderDomain' : type;
  const shown =
    name === 'claimSenderDomain' || name === 'checkSenderDomain'
      ? '... on SenderDomainChanged { senderDomain { id challengeName challenge provenBy } }'
      : '';
  const { data, errors } = await house.ask<Record<string, Told> | null>(
    `mutation ($input: ${inputType}Input!) { ${name}(input: $input) { __typename ${shown} ... on Problem { code message } } }`,
    { input },
    key,
  );
  if (errors) return { code: String(errors[0]!.extensions?.['code']) };
  return data![name]!;
}

const sender = (address: string) =>
  act('createSender', { accountId: toId('account', house.org.accountId), address });

describe('a domain to send from (Q-8)', () => {
  it('is claimed, proven by a TXT record, and only then sent from', async () => {
    expect(await sender('news@nordlys.se')).toMatchObject({
      code: 'FOREIGN_DOMAIN',
      message: expect.stringMatching(/claimSenderDomain.*TXT.*checkSenderDomain/),
    });
    const { senderDomain } = await act('claimSenderDomain', { domain: 'Nordlys.se' });
    expect(senderDomain).toMatchObject({
      challengeName: '_adieu-challenge.nordlys.se',
      provenBy: null,
    });
    const { id, challengeName, challenge } = senderDomain!;
    expect((await act('claimSenderDomain', { domain: 'nordlys.se' })).senderDomain).toEqual(
      senderDomain,
    );
    expect(await act('checkSenderDomain', { id })).toMatchObject({
      code: 'DOMAIN_NOT_PROVEN',
      message: expect.stringContaining(challengeName),
    });
    dns.set(challengeName, 'something else');
    expect(await act('checkSenderDomain', { id })).toMatchObject({ code: 'DOMAIN_NOT_PROVEN' });
    expect(await sender('news@nordlys.se')).toMatchObject({ code: 'FOREIGN_DOMAIN' });
    dns.set(challengeName, challenge);
    expect(await act('checkSenderDomain', { id })).toMatchObject({
      senderDomain: { provenBy: 'DNS' },
    });
    expect(await sender('news@nordlys.se')).not.toHaveProperty('code');
    expect(await sender('news@mail.nordlys.se')).not.toHaveProperty('code');
  });

  it('is given and taken by an operator alone, and a campaign says why it stands still', async () => {
    const rogue = await createOrganisation(house.test.db.sql, { name: 'Rogue' });
    const given = { domain: 'example.test', organisationId: toId('org', rogue) };
    expect(await act('assignSenderDomain', given)).toMatchObject({ code: 'FORBIDDEN' });
    const campaignId = await seedContacts(house.test.db, house.org, { count: 1 });
    const id = toId('campaign', campaignId);
    expect(await act('sendCampaign', { id })).not.toHaveProperty('code');
    const operator = house.org.operatorKey;
    expect(await act('assignSenderDomain', given, operator)).not.toHaveProperty('code');
    const { data } = await house.ask<{ campaign: object }>(
      'query ($id: ID!) { campaign(id: $id) { state pausedBecause } }',
      { id },
    );
    expect(data.campaign).toEqual({ state: 'PAUSED', pausedBecause: 'SENDER_DOMAIN' });
    expect(
      await house.ask(
        'mutation ($id: ID!) { resumeCampaign(input: { id: $id }) { ... on Problem { code } } }',
        { id },
      ),
    ).toMatchObject({ data: { resumeCampaign: { code: 'FOREIGN_DOMAIN' } } });
    const draft = toId('campaign', await seedContacts(house.test.db, house.org, { count: 1 }));
    const { data: checked } = await house.ask<{ checkCampaign: { findings: object[] } }>(
      'mutation ($id: ID!) { checkCampaign(id: $id) { findings { level code } } }',
      { id: draft },
    );
    expect(checked.checkCampaign.findings).toContainEqual({ level: 'ERROR', code: 'FROM_FOREIGN' });
    await act('assignSenderDomain', { domain: 'example.test' }, operator);
  });

  it.each(['se', 'co.uk', 'news@nordlys.se'])('is not %s', async (domain) => {
    expect(await act('claimSenderDomain', { domain })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

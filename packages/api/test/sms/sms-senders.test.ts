import { createOrganisation } from '@adieu/db';
import { seedSms } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse } from '../house.ts';

let house: House;
let rogue: string;
beforeAll(async () => {
  house = await openHouse();
  rogue = await createOrganisation(house.test.db.sql, { name: 'Rogue' });
});
afterAll(() => house?.close());

type Told = Record<string, unknown> & { code?: string };

async function act(name: string, input: object, key?: string): Promise<Told> {
  const type =
    name === 'resumeCampaign'
      ? 'ChangeCampaignInput'
      : `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const told = name === 'assignSmsSender' ? '... on SmsSenderAssigned { address keyword }' : '';
  const { data, errors } = await house.ask<Record<string, Told>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${told} ... on Problem { code field message } } }`,
    { input },
    key,
  );
  return (data?.[name] ?? { code: errors![0]!.extensions!['code'] }) as Told;
}

describe('what SMS are sent from (Q-8)', () => {
  const number = { smsKind: 'NUMBER', address: '+46 76 686 10 04' };

  it('is given by an operator alone; until then no account can send from it', async () => {
    const accountId = toId('account', house.org.accountId);
    expect(await act('createSender', { accountId, ...number })).toMatchObject({
      code: 'FOREIGN_SENDER',
      field: 'address',
      message: expect.stringContaining('assignSmsSender') as unknown,
    });
    const given = { ...number, organisationId: toId('org', house.org.organisationId) };
    expect(await act('assignSmsSender', given)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await act('assignSmsSender', given, house.org.operatorKey)).toEqual({
      __typename: 'SmsSenderAssigned',
      address: '+46766861004',
      keyword: '',
    });
    expect(await act('createSender', { accountId, ...number })).toMatchObject({
      __typename: 'SenderCreated',
    });
    const { data } = await house.ask('{ smsSenders { smsKind address keyword assignedBy } }');
    expect(data).toEqual({
      smsSenders: [
        { smsKind: 'NUMBER', address: '+46766861004', keyword: '', assignedBy: 'OPERATOR' },
      ],
    });
  });

  it('is an error of the check once it is another’s, and the campaign says why it stands still', async () => {
    const id = toId('campaign', await seedSms(house.test, house.org, { count: 1, now: house.now }));
    const draft = toId(
      'campaign',
      await seedSms(house.test, house.org, { count: 1, now: house.now }),
    );
    expect(await act('sendCampaign', { id })).toMatchObject({ __typename: 'CampaignSent' });
    const taken = { ...number, organisationId: toId('org', rogue) };
    await act('assignSmsSender', taken, house.org.operatorKey);
    const { data } = await house.ask<{ campaign: object }>(
      'query ($id: ID!) { campaign(id: $id) { state pausedBecause } }',
      { id },
    );
    expect(data.campaign).toEqual({ state: 'PAUSED', pausedBecause: 'SMS_SENDER' });
    const { data: checked } = await house.ask<{ checkCampaign: { findings: object[] } }>(
      'mutation ($id: ID!) { checkCampaign(id: $id) { findings { level code } } }',
      { id: draft },
    );
    expect(checked.checkCampaign.findings).toContainEqual({ level: 'ERROR', code: 'FROM_FOREIGN' });
    expect(await act('resumeCampaign', { id })).toMatchObject({ code: 'FOREIGN_SENDER' });
  });

  it.each([
    [{ smsKind: 'NUMBER', address: '070-174 06 05' }, 'address'],
    [{ smsKind: 'SHORT_CODE', address: '72080', keyword: 'two words' }, 'keyword'],
    [{ smsKind: 'SHORT_CODE', address: '72080', keyword: 'STOPP' }, 'keyword'],
    [{ smsKind: 'TEXT', address: '12345' }, 'address'],
  ])('is not %j', async (input, field) => {
    expect(await act('assignSmsSender', input, house.org.operatorKey)).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('is not taken from another organisation by another spelling of its keyword (SM-5)', async () => {
    const code = { smsKind: 'SHORT_CODE', address: '72080' };
    const key = house.org.operatorKey;
    const ours = {
      ...code,
      keyword: 'rosor',
      organisationId: toId('org', house.org.organisationId),
    };
    expect(await act('assignSmsSender', ours, key)).toMatchObject({ keyword: 'ROSOR' });
    const theirs = { ...code, keyword: 'RÖSÖR', organisationId: toId('org', rogue) };
    expect(await act('assignSmsSender', theirs, key)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'keyword',
    });
    // Taken away first, by whichever spelling it was given: then it is theirs.
    await act('assignSmsSender', { ...ours, organisationId: null }, key);
    expect(await act('assignSmsSender', theirs, key)).toMatchObject({ keyword: 'RÖSÖR' });
  });

  it('is not given to an organisation that is none', async () => {
    const organisationId = toId('org', '01900000-0000-7000-8000-000000000001');
    expect(
      await act('assignSmsSender', { ...number, organisationId }, house.org.operatorKey),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'organisationId' });
  });
});

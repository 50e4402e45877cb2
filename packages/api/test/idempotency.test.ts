import { toId } from '../src/graphql/shared/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, countOf, type House, openHouse, seedMails } from './house.ts';

let house: House;
let newsletter: string;

beforeAll(async () => {
  house = await openHouse();
  newsletter = toId('book', house.org.newsletterId);
});
afterAll(() => house?.close());

type Result = { __typename: string; code?: string; campaign?: { id: string } };

const create = (
  name: string,
  idempotencyKey: string,
): Promise<Answer<{ createCampaign: Result }>> =>
  house.ask(
    `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) {
       __typename ... on CampaignCreated { campaign { id } } ... on Problem { code field }
     } }`,
    {
      input: {
        addressBookId: newsletter,
        name,
        subject: [{ language: 'en', text: 'Hello' }],
        mjml: [
          {
            language: 'en',
            text: '<mjml><mj-body><mj-section><mj-column><mj-text>Hi</mj-text></mj-column></mj-section></mj-body></mjml>',
          },
        ],
        idempotencyKey,
      },
    },
  );

describe('an idempotency key (Q-5)', () => {
  it('with the same input gives the same result again, marked, and does nothing twice', async () => {
    const first = await create('Once', 'key-1');
    const again = await create('Once', 'key-1');
    expect(first.data.createCampaign.__typename).toBe('CampaignCreated');
    expect(again.data).toEqual(first.data);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await countOf(house, 'campaign', "name = 'Once'")).toBe(1);
  });

  it('with another input is a conflict that names the field', async () => {
    await create('One', 'key-2');
    const { data } = await create('Two', 'key-2');
    expect(data.createCampaign).toEqual({
      __typename: 'Conflict',
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: 'idempotencyKey',
    });
    expect(await countOf(house, 'campaign', "name = 'Two'")).toBe(0);
  });

  it('twenty times at the same moment has one effect', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create('At once', 'key-3')));
    expect(new Set(answers.map(({ data }) => data.createCampaign.campaign!.id)).size).toBe(1);
    expect(await countOf(house, 'campaign', "name = 'At once'")).toBe(1);
  });

  it.each(['', 'x'.repeat(201)])('must have 1 to 200 characters', async (key) => {
    const { data } = await create('Bad key', key);
    expect(data.createCampaign).toMatchObject({ code: 'INVALID_INPUT', field: 'idempotencyKey' });
  });

  it('is each link’s own: one recipient’s key never meets another’s', async () => {
    const [one, two] = await seedMails(house, { count: 2 });
    const leave = (token: string): Promise<Answer<{ leave: { __typename: string } }>> =>
      house.ask(
        'mutation ($input: LeaveInput!) { leave(input: $input) { __typename } }',
        { input: { token, choice: 'THIS_SCOPE', idempotencyKey: 'form-1' } },
        null,
      );
    const answers = [await leave(one!.token), await leave(two!.token), await leave(one!.token)];
    expect(answers.map(({ data }) => data.leave.__typename)).toEqual(['Left', 'Left', 'Left']);
    expect(answers.map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([
      null,
      null,
      'true',
    ]);
    expect(await countOf(house, 'opt_out_request')).toBe(2);
  });
});

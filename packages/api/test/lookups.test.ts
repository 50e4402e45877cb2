import { getNamedType, type GraphQLSchema } from 'graphql';
import { type Seed, seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../src/graphql/schema.ts';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';
import { operationFor } from './operation-for.ts';

const schema: GraphQLSchema = await createSchema();
let house: House;
let foreign: Seed;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
});
afterAll(() => house?.close());

/** Every id that a query takes. */
const IDS = Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, args }) =>
  args
    .filter((arg) => getNamedType(arg.type).name === 'ID')
    .map((arg) => ({ query: name, argument: arg.name })),
);

describe('one thing by its id', () => {
  it.each(['account', 'addressBook', 'topic'] as const)(
    '%s answers with it; somebody else’s answers like none',
    async (query) => {
      const idOf = (of: Seed): string =>
        ({
          account: toId('account', of.accountId),
          addressBook: toId('book', of.newsletterId),
          topic: toId('topic', of.newsTopicId),
        })[query];
      const text = `query ($id: ID!) { ${query}(id: $id) { id name } }`;
      const find = async (of: Seed): Promise<unknown> =>
        (await house.ask<Record<string, unknown>>(text, { id: idOf(of) })).data[query];
      expect(await find(house.org)).toMatchObject({ id: idOf(house.org) });
      expect(await find(foreign)).toBeNull();
    },
  );

  it('an account tells its country and zone, alone and in the list', async () => {
    const { sql } = house.test.db;
    const { accountId } = house.org;
    await sql.rows(
      `UPDATE account SET country = 'SE', time_zone = 'Europe/Stockholm' WHERE id = $1`,
      [accountId],
    );
    const { data } = await house.ask<{ account: object; accounts: object[] }>(
      'query ($id: ID!) { account(id: $id) { country timeZone } accounts { country timeZone } }',
      { id: toId('account', accountId) },
    );
    const expected = { country: 'SE', timeZone: 'Europe/Stockholm' };
    expect(data).toEqual({ account: expected, accounts: [expected] });
  });
});

describe('an id that is none', () => {
  it.each(IDS)('is bad input of $query, by the name $argument', async ({ query, argument }) => {
    const { errors } = await house.ask(operationFor(schema, 'Query', query, [argument]));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: argument });
  });

  it('is bad input of a mutation, a filter and a cursor too', async () => {
    const { data, errors } = await house.ask<{ createTopic: object }>(
      'mutation { createTopic(input: { accountId: "book_1", name: "n" }) { ... on InvalidInput { field message } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.createTopic).toEqual({
      field: 'accountId',
      message: 'Argument "accountId" is not an id of the form account_….',
    });
    for (const [query, field] of [
      [
        '{ suppressions(filter: { addressBookId: "x" }) { nodes { state } } }',
        'filter.addressBookId',
      ],
      ['{ optOutRequests(filter: { accountId: "" }) { nodes { id } } }', 'filter.accountId'],
      ['{ campaigns(after: "x") { nodes { id } } }', 'after'],
    ] as const) {
      const answer = await house.ask(query);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
  });
});

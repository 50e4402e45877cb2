import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { type Seed, seed, seedContacts } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../src/graphql/schema.ts';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';
import { anything, operationFor } from './operation-for.ts';

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

/** The ids in what a query takes as an object, each by its path. */
const INNER_IDS = Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, args }) =>
  args.flatMap((arg) =>
    pathsOf(arg.type).map((path) => ({ query: name, path: [arg.name, ...path].join('.') })),
  ),
);

function pathsOf(type: GraphQLInputType): string[][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    getNamedType(field.type).name === 'ID'
      ? [[field.name]]
      : pathsOf(field.type).map((path) => [field.name, ...path]),
  );
}

/** A query in which one id is none, and all else is left out where it may be. */
function withBadId(query: string, path: string): string {
  const [first, ...inner] = path.split('.') as [string, ...string[]];
  const field = schema.getQueryType()!.getFields()[query]!;
  const value = (type: GraphQLInputType, at: readonly string[]): string => {
    if (isNonNullType(type)) return value(type.ofType, at);
    if (isListType(type)) return `[${value(type.ofType, at)}]`;
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return anything(named);
    const fields = Object.values(named.getFields()).filter(
      (each) => each.name === at[0] || isRequiredInputField(each),
    );
    return `{ ${fields.map((each) => `${each.name}: ${each.name === at[0] ? value(each.type, at.slice(1)) : anything(each.type)}`).join(', ')} }`;
  };
  const args = field.args
    .filter((arg) => arg.name === first || isRequiredArgument(arg))
    .map(
      (arg) => `${arg.name}: ${arg.name === first ? value(arg.type, inner) : anything(arg.type)}`,
    );
  return `{ ${query}(${args.join(', ')}) { __typename } }`;
}

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

describe('a list', () => {
  const names = async (query: string): Promise<string[]> => {
    const { data, errors } = await house.ask<Record<string, { nodes: { name: string }[] }>>(query);
    expect(errors).toBeUndefined();
    return Object.values(data)[0]!.nodes.map(({ name }) => name);
  };

  it('of books is narrowed to an account, a purpose, or what is archived', async () => {
    const books = (filter: string): Promise<string[]> =>
      names(`{ addressBooks(filter: { ${filter} }) { nodes { name } } }`);
    const all = await names('{ addressBooks { nodes { name } } }');
    expect(await books(`accountId: "${toId('account', house.org.accountId)}"`)).toEqual(all);
    expect(await books(`accountId: "${toId('account', foreign.accountId)}"`)).toEqual([]);
    const service = await books('purpose: SERVICE');
    expect(service.length).toBeGreaterThan(0);
    expect(service.length).toBeLessThan(all.length);
    expect(await books('archived: true')).toEqual([]);
    const scope = `{ kind: BOOK, id: "${toId('book', house.org.staffId)}" }`;
    await house.ask(`mutation { archiveScope(input: { scope: ${scope} }) { __typename } }`);
    const archived = await books('archived: true');
    expect(archived).toHaveLength(1);
    expect(
      [...(await names('{ addressBooks { nodes { name } } }')), ...archived].toSorted(),
    ).toEqual(all.toSorted());
  });

  it('of topics and of accounts is of those in use, or of those that are archived', async () => {
    const { data } = await house.ask<{ createAccount: { account: { id: string } } }>(
      'mutation { createAccount(input: { name: "Old shop", sender: { address: "old@nordlys.example.test" } }) { ... on AccountCreated { account { id } } } }',
    );
    const { id } = data.createAccount.account;
    await house.ask(
      'mutation ($id: ID!) { createTopic(input: { accountId: $id, name: "Old news" }) { __typename } }',
      { id },
    );
    const topicId = toId('topic', house.org.newsTopicId);
    const archive = (kind: string, of: string) =>
      house.ask(
        `mutation { archiveScope(input: { scope: { kind: ${kind}, id: "${of}" } }) { __typename } }`,
      );
    const lists = async (archived: boolean, of = '') => {
      const { data: found } = await house.ask<Record<string, { id: string; name: string }[]>>(
        `{ accounts(filter: { archived: ${archived} }) { id name } topics(filter: { archived: ${archived} ${of} }) { id name } }`,
      );
      return found;
    };
    const before = await lists(false);
    expect(await lists(true)).toEqual({ accounts: [], topics: [] });
    await archive('ACCOUNT', id);
    await archive('TOPIC', topicId);
    const archived = await lists(true);
    expect(archived['accounts']!.map(({ name }) => name)).toEqual(['Old shop']);
    expect(archived['topics']!.map((each) => each.name)).toContain('Old news');
    expect(archived['topics']).toHaveLength(2);
    expect((await lists(true, `accountId: "${id}"`))['topics']).toHaveLength(1);
    const now = await lists(false);
    for (const list of ['accounts', 'topics'])
      expect([...now[list]!, ...archived[list]!].map((each) => each.id).toSorted()).toEqual(
        before[list]!.map((each) => each.id).toSorted(),
      );
  });

  it('of campaigns is narrowed to a book, an account or states, as they are shown', async () => {
    await seedContacts(house.test.db, house.org, { count: 1 });
    const campaigns = (filter: string): Promise<string[]> =>
      names(`{ campaigns(filter: { ${filter} }) { nodes { name } } }`);
    expect(await campaigns('states: [DRAFT]')).toHaveLength(1);
    expect(await campaigns('states: [SENDING, SENT]')).toEqual([]);
    expect(
      await campaigns(`addressBookId: "${toId('book', house.org.newsletterId)}"`),
    ).toHaveLength(1);
    expect(await campaigns(`addressBookId: "${toId('book', house.org.staffId)}"`)).toEqual([]);
    await house.test.db.sql.rows(
      `UPDATE campaign SET state = 'SENDING', released_at = $1, send_at = $1::timestamptz + interval '1 hour',
         compiled = jsonb_build_object('channel', channel), sender_id = campaign_sender(id)`,
      [house.now],
    );
    expect(await campaigns('states: [SCHEDULED]')).toHaveLength(1);
    expect(await campaigns('states: [SENDING]')).toEqual([]);
  });
});

describe('an id that is none', () => {
  it.each(IDS)('is bad input of $query, by the name $argument', async ({ query, argument }) => {
    const { errors } = await house.ask(operationFor(schema, 'Query', query, [argument]));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: argument });
  });

  it.each(INNER_IDS)('is bad input of $query, by the name $path', async ({ query, path }) => {
    const { data, errors } = await house.ask<Record<string, unknown> | null>(
      withBadId(query, path),
    );
    // A query whose result is a union can say so itself.
    if (data?.[query]) return expect(data[query]).toEqual({ __typename: 'InvalidInput' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(`input.${String(errors?.[0]?.extensions?.['field'])}`).toContain(
      path.replace(/^input\./, ''),
    );
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

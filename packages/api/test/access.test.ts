import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { createApiKey, revokeApiKey } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { randomUUID } from 'node:crypto';
import { type Seed, seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../src/graphql/areas.ts';
import { toId } from '../src/graphql/shared/ids.ts';
import { createSchema } from '../src/graphql/schema.ts';
import { operationFor } from './operation-for.ts';
import { countOf, type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

const schema: GraphQLSchema = await createSchema();
const FIELDS = (['Query', 'Mutation'] as const).flatMap((kind) =>
  Object.entries(ACCESS[kind]).map(([name, access]) => ({ kind, name, access })),
);

/** Links that open by an id instead of a token. */
const BY_ID = ['brandImage', 'signUp', 'signUpFormView'];

let house: House;
let foreign: Seed;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
});
afterAll(() => house?.close());

describe('every root field (Q-8)', () => {
  it('stands in the table of who may use it, and the table in the schema', () => {
    const roots = {
      Query: schema.getQueryType()!,
      Mutation: schema.getMutationType()!,
      Subscription: schema.getSubscriptionType()!,
    };
    for (const kind of ['Query', 'Mutation', 'Subscription'] as const) {
      const type = roots[kind];
      expect(Object.keys(type.getFields()).toSorted()).toEqual(
        Object.keys(ACCESS[kind]).toSorted(),
      );
    }
  });

  it.each(FIELDS)(
    '$kind $name answers nobody without a key, but for links',
    async ({ kind, name, access }) => {
      const { status, data, errors } = await house.ask<Record<
        string,
        { __typename: string }
      > | null>(operationFor(schema, kind, name), {}, null);
      // Whoever asks for a way in has neither key nor token yet, and is answered alike whoever they are.
      if (name === 'askToSignIn') {
        expect(data?.[name]?.__typename).toBe('InvalidInput');
        return;
      }
      // A link's token is the key; one that opens nothing is answered as such. The one that takes either has no token here.
      if (access === 'link' && name !== 'startDoubleOptIn') {
        // What is no id at all is told as such, to whomever.
        const isId = BY_ID.includes(name);
        const code = isId ? 'BAD_USER_INPUT' : undefined;
        expect(errors?.[0]?.extensions?.['code']).toBe(name === 'signUp' ? undefined : code);
        const answered = name === 'signUp' ? 'InvalidInput' : 'NotFound';
        expect(data?.[name]?.__typename ?? 'NotFound').toBe(answered);
        return;
      }
      expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
      expect(status).toBe(401);
    },
  );

  it.each(FIELDS.filter(({ access }) => access !== 'link'))(
    '$kind $name answers a campaigner only where the table says so',
    async ({ kind, name, access }) => {
      const { data, errors } = await house.ask<Record<
        string,
        { __typename: string } | null
      > | null>(operationFor(schema, kind, name), {}, house.org.campaignerKey);
      const refused =
        errors?.[0]?.extensions?.['code'] === 'FORBIDDEN' ||
        data?.[name]?.__typename === 'Forbidden';
      expect(refused).toBe(access !== 'link' && !access.rights.includes('CAMPAIGNER'));
    },
  );

  it.each([
    ['Bearer wrong', 'UNKNOWN'],
    ['Bearer', 'UNREADABLE'],
    ['Basic d3Jvbmc=', 'UNREADABLE'],
    ['revoked', 'REVOKED'],
  ] as const)('says of %j apart from none that it opens nothing: %s', async (given, because) => {
    const revoked = async (): Promise<string> => {
      const key = `adieu_${randomUUID()}`;
      const { organisationId } = house.org;
      const made = {
        organisationId,
        role: 'ADMIN',
        name: 'Left',
        keyHash: hashSecretToken(key),
        createdBy: { kind: 'SYSTEM', name: 'test' },
      } as const;
      await revokeApiKey(house.test.db.sql, await createApiKey(house.test.db.sql, made), house.now);
      return `Bearer ${key}`;
    };
    const authorization = given === 'revoked' ? await revoked() : given;
    // Also where none is needed, and outside of GraphQL.
    const answer = await fetch(`${house.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: '{ preferences(token: "x") { __typename } }' }),
    });
    expect(answer.status).toBe(401);
    const { errors } = (await answer.json()) as { errors: GraphQLFormattedError[] };
    expect(errors[0]!.extensions).toMatchObject({ code: 'UNAUTHENTICATED', key: because });
    const elsewhere = await fetch(`${house.url}/audience/x`, { headers: { authorization } });
    expect([elsewhere.status, await elsewhere.json()]).toEqual([
      401,
      { code: 'FORBIDDEN', message: errors[0]!.message, field: null },
    ]);
    const none = await fetch(`${house.url}/audience/x`);
    expect(await none.json()).not.toMatchObject({ message: errors[0]!.message });
  });
});

describe('what belongs to another organisation', () => {
  /** Each asks for something by its id: `ours` is somebody else's, `none` is nobody's. The two must be told alike. */
  const asked: [
    string,
    string,
    (id: string) => object,
    'book' | 'campaign' | 'optout' | 'account' | 'contact',
  ][] = [
    [
      'previewListSwitch',
      'query ($id: ID!) { previewListSwitch(accountId: $id, keepsOwnList: true) { optOuts } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'switchAccountList',
      'mutation ($id: ID!) { switchAccountList(input: { accountId: $id, keepsOwnList: true }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'createTopic',
      'mutation ($id: ID!) { createTopic(input: { accountId: $id, name: "n" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'createAddressBook',
      'mutation ($id: ID!) { createAddressBook(input: { accountId: $id, name: "n", purpose: SERVICE }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'createCampaign by hand',
      'mutation ($id: ID!) { createCampaign(input: { accountId: $id, recipients: ["x@example.test"], name: "n", subject: [{ language: "en", text: "s" }], mjml: [{ language: "en", text: "<mjml><mj-body></mj-body></mjml>" }] }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'changeAddressBook',
      'mutation ($id: ID!) { changeAddressBook(input: { id: $id, name: "n" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'changeAccount',
      'mutation ($id: ID!) { changeAccount(input: { id: $id, name: "n" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'dropOptOutPolicy',
      'mutation ($id: ID!) { dropOptOutPolicy(input: { addressBookId: $id }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'extendOptOutRequests',
      'mutation ($id: ID!) { extendOptOutRequests(input: { ids: [$id], deadline: "2026-06-01T00:00:00Z" }) { ... on Extended { items { request { id } problem { code message } } } } }',
      (id) => ({ id }),
      'optout',
    ],
    [
      'archiveScope',
      'mutation ($id: ID!) { archiveScope(input: { scope: { kind: ACCOUNT, id: $id } }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'deleteScope',
      'mutation ($id: ID!) { deleteScope(input: { scope: { kind: BOOK, id: $id } }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'addContact',
      'mutation ($id: ID!) { addContact(input: { addressBookId: $id, email: "x@example.test" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'updateContact',
      'mutation ($id: ID!) { updateContact(input: { id: $id, phone: "+46701740605" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'contact',
    ],
    [
      'removeContact',
      'mutation ($id: ID!) { removeContact(input: { id: $id }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'contact',
    ],
    ['campaign', 'query ($id: ID!) { campaign(id: $id) { id } }', (id) => ({ id }), 'campaign'],
    [
      'optOutRequest',
      'query ($id: ID!) { optOutRequest(id: $id) { id } }',
      (id) => ({ id }),
      'optout',
    ],
    [
      'topics',
      'query ($id: ID!) { topics(filter: { accountId: $id }) { id } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'optOutRequests',
      'query ($id: ID!) { optOutRequests(filter: { addressBookId: $id }) { totalCount nodes { id } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'mayContact',
      'query ($id: ID!) { mayContact(input: { address: "person-1@example.test", channel: EMAIL, addressBookId: $id }) { allowed } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'mayContactMany',
      'query ($id: ID!) { mayContactMany(input: { addresses: ["person-1@example.test"], channel: EMAIL, addressBookId: $id }) { answer { allowed } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'gateStops',
      'query ($id: ID!) { gateStops(from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z", accountId: $id) { messages } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'allowUnfilteredExport',
      'mutation ($id: ID!) { allowUnfilteredExport(input: { addressBookId: $id, purpose: SERVICE, reason: "r" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'decideOptOutRequests',
      'mutation ($id: ID!) { decideOptOutRequests(input: { ids: [$id], decision: CONFIRM }) { ... on Decided { items { request { id } problem { code message } } } } }',
      (id) => ({ id }),
      'optout',
    ],
    [
      'extendOptOutRequest',
      'mutation ($id: ID!) { extendOptOutRequest(input: { id: $id, deadline: "2026-06-01T00:00:00Z" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'optout',
    ],
    [
      'setOptOutPolicy',
      'mutation ($id: ID!) { setOptOutPolicy(input: { addressBookId: $id, mode: AT_ONCE, reviewPeriod: "P7D", onTimeout: OPT_OUT }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'setOptOutPolicy of an account',
      'mutation ($id: ID!) { setOptOutPolicy(input: { accountId: $id, purpose: SERVICE, mode: AT_ONCE, reviewPeriod: "P7D", onTimeout: OPT_OUT }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'account',
    ],
    [
      'reactivateRecipient',
      'mutation ($id: ID!) { reactivateRecipient(input: { requestId: $id, reason: "r" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'optout',
    ],
    [
      'exemptAddressBook',
      'mutation ($id: ID!) { exemptAddressBook(input: { addressBookId: $id, reason: "r" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'endExemption',
      'mutation ($id: ID!) { endExemption(input: { addressBookId: $id, reason: "r" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'importContacts',
      'mutation ($id: ID!) { importContacts(input: { addressBookId: $id, csv: "email\\nx@example.test\\n" }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'createCampaign',
      'mutation ($id: ID!) { createCampaign(input: { addressBookId: $id, name: "n", subject: [{ language: "en", text: "s" }], mjml: [{ language: "en", text: "<mjml><mj-body></mj-body></mjml>" }] }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'checkCampaign',
      'mutation ($id: ID!) { checkCampaign(id: $id) { maySend campaign { id } findings { code message } } }',
      (id) => ({ id }),
      'campaign',
    ],
    [
      'pauseCampaign',
      'mutation ($id: ID!) { pauseCampaign(input: { id: $id }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'campaign',
    ],
    [
      'resumeCampaign',
      'mutation ($id: ID!) { resumeCampaign(input: { id: $id }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'campaign',
    ],
    [
      'cancelCampaign',
      'mutation ($id: ID!) { cancelCampaign(input: { id: $id }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'campaign',
    ],
    [
      'sendCampaign',
      'mutation ($id: ID!) { sendCampaign(input: { id: $id }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'campaign',
    ],
    [
      'suppressions',
      'query ($id: ID!) { suppressions(filter: { addressBookId: $id }) { nodes { maskedAddress } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'addOptOuts',
      'mutation ($id: ID!) { addOptOuts(input: { addresses: ["x@example.test"], channel: EMAIL, scope: { kind: BOOK, id: $id } }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'requestOptOut',
      'mutation ($id: ID!) { requestOptOut(input: { address: "x@example.test", scope: { kind: BOOK, id: $id } }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
    [
      'startDoubleOptIn',
      'mutation ($id: ID!) { startDoubleOptIn(input: { address: "x@example.test", scope: { kind: BOOK, id: $id } }) { ... on Problem { code message } } }',
      (id) => ({ id }),
      'book',
    ],
  ];

  it.each(asked)('%s answers as if there were none', async (name, query, variables, of) => {
    const key = /xempt/.test(name) ? foreign.operatorKey : foreign.adminKey;
    const [mail] = await seedMails(house, { count: 1 });
    await oneClick(house, mail!.token);
    const [row] = await house.test.db.sql.rows<{
      request: string;
      campaign: string;
      contact: string;
    }>(
      `SELECT (SELECT id FROM opt_out_request LIMIT 1) AS request, (SELECT id FROM campaign LIMIT 1) AS campaign,
         (SELECT id FROM contact LIMIT 1) AS contact`,
      [],
    );
    const ours = {
      book: house.org.newsletterId,
      account: house.org.accountId,
      campaign: row!.campaign,
      optout: row!.request,
      contact: row!.contact,
    }[of];
    const before = await countOf(house, 'ledger_event');
    const theirs = await house.ask(query, variables(toId(of, ours)), key);
    const none = await house.ask(query, variables(toId(of, randomUUID())), key);
    expect({ data: theirs.data, errors: theirs.errors }).toEqual({
      data: none.data,
      errors: none.errors,
    });
    expect(JSON.stringify(theirs)).not.toContain(toId(of, ours));
    expect(await countOf(house, 'ledger_event')).toBe(before);
  });

  it('recipients are each organisation’s own', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    const query =
      'query ($address: String!) { recipient(address: $address, channel: EMAIL) { id } }';
    const own = await house.ask<{ recipient: object | null }>(query, { address: mail!.address });
    const others = await house.ask<{ recipient: object | null }>(
      query,
      { address: mail!.address },
      foreign.adminKey,
    );
    expect(own.data.recipient).not.toBeNull();
    expect(others.data.recipient).toBeNull();
  });
});

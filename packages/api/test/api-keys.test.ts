import { createAccount } from '@adieu/db';
import { type Seed, seed } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';
import { openStream } from './stream.ts';

interface Key {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly uses: string[];
  readonly accountId: string | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly replacedById: string | null;
  readonly createdBy: { kind: string; name: string };
}
interface Made {
  readonly __typename: string;
  readonly code?: string;
  readonly apiKey: Key;
  readonly secret: string | null;
}

const KEY =
  '{ id name role uses accountId expiresAt lastUsedAt revokedAt replacedById createdBy { kind name } }';
const BEGAN = new Date('2026-05-04T08:00:00.000Z');
const later = (ms: number): Date => new Date(BEGAN.getTime() + ms);
const DAY = 86_400_000;

let house: House;
let foreign: Seed;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
});
beforeEach(() => {
  house.now = BEGAN;
});
afterAll(() => house?.close());

async function act(
  name: 'createApiKey' | 'rotateApiKey' | 'revokeApiKey',
  input: object,
  by?: string,
): Promise<Made> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const kind = name === 'revokeApiKey' ? 'ApiKeyRevoked' : 'ApiKeyCreated';
  const { data } = await house.ask<Record<string, Made>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       __typename ... on Problem { code message field } ... on ${kind} { apiKey ${KEY} ${kind === 'ApiKeyCreated' ? 'secret' : ''} } } }`,
    { input },
    by,
  );
  return data[name]!;
}

const reads = async (key: string): Promise<unknown> => {
  const { errors, data } = await house.ask<{ viewer: { name: string } } | null>(
    '{ viewer { name } }',
    {},
    key,
  );
  return errors?.[0]?.extensions?.['key'] ?? data?.viewer.name;
};

describe('a key', () => {
  it('is made with a role or with uses, shown once, and listed without its secret', async () => {
    const made = await act('createApiKey', {
      name: 'Shop',
      uses: ['GATE_ASK', 'SUPPRESSIONS_READ'],
    });
    expect(made).toMatchObject({
      __typename: 'ApiKeyCreated',
      apiKey: { name: 'Shop', role: null, uses: ['GATE_ASK', 'SUPPRESSIONS_READ'] },
    });
    expect(made.apiKey.createdBy).toEqual({ kind: 'KEY', name: 'admin of the test' });
    expect(await reads(made.secret!)).toBe('Shop');
    const listed = await house.ask<{ apiKeys: { nodes: Key[] } }>(`{ apiKeys { nodes ${KEY} } }`);
    expect(listed.data.apiKeys.nodes[0]!.id).toBe(made.apiKey.id);
    expect(JSON.stringify(listed)).not.toContain(made.secret);
    expect(house.log()).not.toContain(made.secret);
    const [stored] = await house.test.db.sql.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM idempotency_key WHERE result::text LIKE '%' || $1 || '%'`,
      [made.secret!.slice(-20)],
    );
    expect(stored!.n).toBe(0);
    for (const wrong of [{}, { role: 'ADMIN', uses: ['GATE_ASK'] }])
      expect(await act('createApiKey', { name: 'x', ...wrong })).toMatchObject({
        code: 'ROLE_OR_USES',
      });
  });

  it('shows no secret again where an idempotency key is repeated (Q-5)', async () => {
    const input = { name: 'Once', role: 'CAMPAIGNER', idempotencyKey: 'once' };
    const first = await act('createApiKey', input);
    const again = await act('createApiKey', input);
    expect(first.secret).toMatch(/^adieu_campaigner_/);
    expect([again.apiKey.id, again.secret]).toEqual([first.apiKey.id, null]);
    const stored = await house.test.db.sql.rows(
      "SELECT FROM idempotency_key WHERE key = 'once' AND result::text LIKE '%adieu_%'",
      [],
    );
    expect(stored).toEqual([]);
  });

  it('gives no more than its maker has: no other role, no account beyond theirs, no later end', async () => {
    expect(await act('createApiKey', { name: 'x', role: 'OPERATOR' })).toMatchObject({
      code: 'NOT_YOURS_TO_GIVE',
    });
    const byOperator = await act(
      'createApiKey',
      { name: 'x', role: 'ADMIN' },
      house.org.operatorKey,
    );
    expect(byOperator).toMatchObject({ code: 'NOT_YOURS_TO_GIVE' });
    for (const key of [house.org.campaignerKey, house.org.reviewerKey, house.org.auditorKey])
      expect(await act('createApiKey', { name: 'x', uses: ['GATE_ASK'] }, key)).toMatchObject({
        __typename: 'Forbidden',
      });
    const accountId = toId('account', house.org.accountId);
    const held = await act('createApiKey', { name: 'held', role: 'ADMIN', accountId });
    const wider = await act('createApiKey', { name: 'wider', role: 'ADMIN' }, held.secret!);
    expect(wider.__typename).toBe('Forbidden');
    const within = await act(
      'createApiKey',
      { name: 'within', role: 'CAMPAIGNER', accountId },
      held.secret!,
    );
    expect(within.apiKey.accountId).toBe(accountId);
    const ending = await act('createApiKey', {
      name: 'ending',
      role: 'ADMIN',
      expiresAt: later(DAY).toISOString(),
    });
    for (const expiresAt of [undefined, later(2 * DAY).toISOString()])
      expect(
        await act('createApiKey', { name: 'x', role: 'ADMIN', expiresAt }, ending.secret!),
      ).toMatchObject({ code: 'OUTLIVES_ITS_MAKER' });
  });

  it('that is another organisation’s is not found', async () => {
    const [theirs] = await house.test.db.sql.rows<{ id: string }>(
      'SELECT id FROM api_key WHERE organisation_id = $1 LIMIT 1',
      [foreign.organisationId],
    );
    const id = toId('key', theirs!.id);
    expect(await act('revokeApiKey', { id })).toMatchObject({ __typename: 'NotFound' });
    expect(await act('rotateApiKey', { id })).toMatchObject({ __typename: 'NotFound' });
    expect((await house.ask(`{ apiKey(id: "${id}") { id } }`)).data).toEqual({ apiKey: null });
  });

  it('says when it was last used, to the minute', async () => {
    const { apiKey, secret } = await act('createApiKey', { name: 'Used', uses: ['GATE_ASK'] });
    const lastUse = async (): Promise<string | null> =>
      (await house.ask<{ apiKey: Key }>(`{ apiKey(id: "${apiKey.id}") ${KEY} }`)).data.apiKey
        .lastUsedAt;
    expect(await lastUse()).toBeNull();
    await reads(secret!);
    house.now = later(59_000);
    await reads(secret!);
    expect(await lastUse()).toBe(BEGAN.toISOString());
    house.now = later(60_000);
    await reads(secret!);
    expect(await lastUse()).toBe(later(60_000).toISOString());
  });
});

describe('the end of a key', () => {
  it('comes by revocation: the next request opens nothing, and a stream that is open ends', async () => {
    const { apiKey, secret } = await act('createApiKey', { name: 'Gone', role: 'ADMIN' });
    const stream = await openStream(house, null, secret);
    const revoked = await act('revokeApiKey', { id: apiKey.id });
    expect(revoked.apiKey.revokedAt).not.toBeNull();
    expect(await reads(secret!)).toBe('REVOKED');
    expect(await stream.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await stream.next()).toBeNull();
    expect(await act('rotateApiKey', { id: apiKey.id })).toMatchObject({ code: 'KEY_ENDED' });
  });

  it('comes at its time, also for a stream that is open', async () => {
    const { secret } = await act('createApiKey', {
      name: 'Short',
      role: 'ADMIN',
      expiresAt: later(60_000).toISOString(),
    });
    const stream = await openStream(house, null, secret);
    expect(await reads(secret!)).toBe('Short');
    house.now = later(60_000);
    expect(await reads(secret!)).toBe('EXPIRED');
    expect(await stream.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await stream.next()).toBeNull();
    const past = { name: 'x', role: 'ADMIN', expiresAt: BEGAN.toISOString() };
    expect(await act('createApiKey', past)).toMatchObject({ code: 'UNTIL_OUT_OF_RANGE' });
  });
});

describe('a rotation', () => {
  it('gives a new secret for the same rights; the old one works for the overlap alone', async () => {
    const old = await act('createApiKey', { name: 'Shop', uses: ['OPT_OUTS_ADD'] });
    const fresh = await act('rotateApiKey', { id: old.apiKey.id, overlap: 'P1D' });
    expect(fresh.apiKey).toMatchObject({ name: 'Shop', uses: ['OPT_OUTS_ADD'], expiresAt: null });
    expect([await reads(old.secret!), await reads(fresh.secret!)]).toEqual(['Shop', 'Shop']);
    expect(await act('rotateApiKey', { id: old.apiKey.id })).toMatchObject({
      code: 'ALREADY_REPLACED',
    });
    house.now = later(DAY);
    expect([await reads(old.secret!), await reads(fresh.secret!)]).toEqual(['EXPIRED', 'Shop']);
  });

  it('without an overlap ends the old one at once; more than seven days are refused', async () => {
    const old = await act('createApiKey', { name: 'Shop', role: 'CAMPAIGNER' });
    expect(await act('rotateApiKey', { id: old.apiKey.id, overlap: 'P8D' })).toMatchObject({
      code: 'OVERLAP_TOO_LONG',
    });
    const fresh = await act('rotateApiKey', { id: old.apiKey.id });
    expect([await reads(old.secret!), await reads(fresh.secret!)]).toEqual(['REVOKED', 'Shop']);
  });
});

describe('a key with uses alone', () => {
  it('reaches the fields of its use, and of these no more than they are for (D5)', async () => {
    const { secret } = await act('createApiKey', { name: 'Shop', uses: ['GATE_ASK'] });
    const book = toId('book', house.org.newsletterId);
    const asked = `mayContact(input: { address: "a@example.test", channel: EMAIL, addressBookId: "${book}" })`;
    const gate = await house.ask<{ mayContact: { allowed: boolean } }>(
      `{ ${asked} { allowed } }`,
      {},
      secret,
    );
    expect(gate.data.mayContact.allowed).toBe(true);
    const more = await house.ask('{ suppressions { nodes { since } } }', {}, secret);
    expect(more.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const { data } = await house.ask<{ viewer: { may: string[]; uses: string[] } }>(
      '{ viewer { may uses roles } }',
      {},
      secret,
    );
    expect(data.viewer.uses).toEqual(['GATE_ASK']);
    expect(data.viewer.may).toContain('mayContact');
    expect(data.viewer.may).not.toContain('contact');
  });
});

describe('a key of one account', () => {
  it('works there, and lists what is of it alone', async () => {
    const { sql } = house.test.db;
    const otherAccount = await createAccount(sql, {
      organisationId: house.org.organisationId,
      name: 'Other',
      sender: { name: 'Other', address: 'other@nordlys.example.test' },
      defaultLanguage: 'en',
    });
    const accountId = toId('account', otherAccount);
    const { secret } = await act('createApiKey', { name: 'Theirs', role: 'ADMIN', accountId });
    const made = await house.ask<{ createAddressBook: { addressBook: { id: string } } }>(
      `mutation { createAddressBook(input: { accountId: "${accountId}", name: "Own", purpose: MARKETING }) {
         ... on AddressBookCreated { addressBook { id } } } }`,
      {},
      secret,
    );
    const bookId = made.data.createAddressBook.addressBook.id;
    expect(fromId('book', bookId)).not.toBeNull();
    const books = await house.ask<{ addressBooks: { nodes: { id: string }[] } }>(
      '{ addressBooks { nodes { id } } }',
      {},
      secret,
    );
    expect(books.data.addressBooks.nodes).toEqual([{ id: bookId }]);
    const others = await house.ask(
      `{ addressBook(id: "${toId('book', house.org.newsletterId)}") { id } }`,
      {},
      secret,
    );
    expect(others.data).toEqual({ addressBook: null });
    const added = await house.ask<{ addContact: { __typename: string } }>(
      `mutation { addContact(input: { addressBookId: "${bookId}", email: "a@example.test" }) { __typename } }`,
      {},
      secret,
    );
    expect(added.data.addContact.__typename).toBe('ContactAdded');
    const wide = await house.ask('{ members { nodes { id } } }', {}, secret);
    expect(wide.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

import { randomUUID } from 'node:crypto';
import { type Seed, seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse } from './house.ts';

let house: House;
let foreign: Seed;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
});
afterAll(() => house?.close());

const MEMBER =
  'id name email language digestPeriod active lastDigestAt acceptedAt invitationExpiresAt roles { role accountId }';
interface Shown {
  id: string;
  name: string;
  email: string;
}
interface Result {
  __typename: string;
  member?: Shown;
  id?: string;
  code?: string;
  field?: string;
}

async function run(
  mutation: 'inviteMember' | 'changeMember' | 'removeMember',
  input: object,
  key = house.org.adminKey,
): Promise<Result> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const ok = {
    inviteMember: `... on MemberInvited { member { ${MEMBER} } }`,
    changeMember: `... on MemberChanged { member { ${MEMBER} } }`,
    removeMember: '... on MemberRemoved { id }',
  }[mutation];
  const { data } = await house.ask<Record<string, Result>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ${ok} ... on Problem { code field } } }`,
    { input },
    key,
  );
  return data[mutation]!;
}

const add = (email: string, more: object = {}): Promise<Result> =>
  run('inviteMember', { name: 'Eva', email, roles: [{ role: 'REVIEWER' }], ...more });

describe('members (N1, N11)', () => {
  it('are let in by no key that ends: they would stay longer than it (D5)', async () => {
    const made = await house.ask<{ createApiKey: { secret: string } }>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ... on ApiKeyCreated { secret } } }',
      { input: { name: 'of an hour', role: 'ADMIN', expiresAt: '2026-05-04T09:00:00.000Z' } },
    );
    const key = made.data.createApiKey.secret;
    const [lasting, roles] = ['stays@nordlys.example.test', [{ role: 'ADMIN' }]];
    const invited = { name: 'Eva', email: lasting, roles };
    expect(await run('inviteMember', invited, key)).toMatchObject({ code: 'FORBIDDEN' });
    const { member } = await add('goes@nordlys.example.test');
    const id = member!.id;
    for (const change of [{ email: lasting }, { roles }, { active: true }])
      expect(await run('changeMember', { id, ...change }, key)).toMatchObject({
        code: 'FORBIDDEN',
      });
    expect(await run('removeMember', { id }, key)).toMatchObject({ __typename: 'MemberRemoved' });
  });

  it('are added with a digest a day in English unless something else is said', async () => {
    expect(await add('Eva@NORDLYS.example.test')).toMatchObject({
      member: {
        id: expect.stringMatching(/^member_/),
        name: 'Eva',
        email: expect.stringMatching(/@nordlys\.example\.test$/),
        language: 'en',
        digestPeriod: 'P1D',
        active: true,
        lastDigestAt: null,
        acceptedAt: null,
        invitationExpiresAt: '2026-05-11T08:00:00.000Z',
        roles: [{ role: 'REVIEWER', accountId: null }],
      },
    });
    expect(
      await add('olof@nordlys.example.test', { language: 'sv', digestPeriod: 'PT4H' }),
    ).toMatchObject({ member: { language: 'sv', digestPeriod: 'PT4H' } });
  });

  it('change in what is given, and can be made inactive', async () => {
    const { member } = await add('change@nordlys.example.test');
    const changed = await run('changeMember', {
      id: member!.id,
      digestPeriod: 'P7D',
      active: false,
    });
    expect(changed).toMatchObject({ member: { name: 'Eva', digestPeriod: 'P7D', active: false } });
  });

  it('are listed in pages, each organisation its own', async () => {
    for (const n of [1, 2, 3]) await add(`list-${n}@nordlys.example.test`);
    const ask = (after: string | null, key = house.org.adminKey) =>
      house.ask<{
        members: { nodes: Shown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(
        'query ($after: String) { members(first: 2, after: $after) { nodes { id email } pageInfo { hasNextPage endCursor } } }',
        { after },
        key,
      );
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data } = await ask(after);
      seen.push(...data.members.nodes.map(({ email }) => email));
      if (!data.members.pageInfo.hasNextPage) break;
      after = data.members.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(await countOf(house, 'member'));
    expect(new Set(seen).size).toBe(seen.length);
    expect((await ask(null, foreign.adminKey)).data.members.nodes).toEqual([]);
  });

  it('are removed once', async () => {
    const { member } = await add('gone@nordlys.example.test');
    const gone = { __typename: 'MemberRemoved', id: member!.id };
    expect(await run('removeMember', { id: member!.id })).toEqual(gone);
    expect(await run('removeMember', { id: member!.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of others answer like ones that do not exist', async () => {
    const { member } = await add('mine@nordlys.example.test');
    for (const [mutation, more] of [
      ['changeMember', { name: 'Eva' }],
      ['removeMember', {}],
    ] as const) {
      const answers = await Promise.all([
        run(mutation, { id: member!.id, ...more }, foreign.adminKey),
        run(mutation, { id: toId('member', randomUUID()), ...more }, foreign.adminKey),
      ]);
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
    }
    expect(await countOf(house, 'member', "email = 'mine@nordlys.example.test'")).toBe(1);
  });

  it.each([
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'Eva\r\nBcc: all@example.test' }, 'name'],
    [{ name: 'Eva\u202Eave' }, 'name'],
    [{ roles: [] }, 'roles'],
    [{ email: 'nobody' }, 'email'],
    [{ email: 'a@b.test\r\nBcc: c@d.test' }, 'email'],
    [{ language: 'xx' }, 'language'],
    [{ digestPeriod: 'PT59S' }, 'digestPeriod'],
    [{ digestPeriod: 'P31D' }, 'digestPeriod'],
    [{ digestPeriod: 'P1M' }, 'digestPeriod'],
  ])('are refused with what is wrong: %j', async (more, field) => {
    expect(await add('new@nordlys.example.test', more)).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
    const { member } = await add(`known-${randomUUID()}@nordlys.example.test`);
    expect(await run('changeMember', { id: member!.id, ...more })).toMatchObject({ field });
  });

  it('are not called changed where nothing is said but who', async () => {
    const { member } = await add('same@nordlys.example.test');
    const input = { id: member!.id, idempotencyKey: 'nothing' };
    expect(await run('changeMember', input)).toMatchObject({ code: 'INVALID_INPUT', field: 'id' });
    // Refused before any work: what is said then has its key still.
    const named = { ...input, name: 'Eva Lind' };
    expect(await run('changeMember', named)).toMatchObject({ member: { name: 'Eva Lind' } });
  });

  it('have one address once, also under ten requests at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => add('twice@nordlys.example.test')),
    );
    const added = answers.filter(({ member }) => member !== undefined);
    expect(added).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'EMAIL_TAKEN')).toHaveLength(9);
  });

  it('are added once for one idempotency key (Q-5)', async () => {
    const input = { idempotencyKey: 'member-1' };
    const first = await add('key@nordlys.example.test', input);
    expect(await add('key@nordlys.example.test', input)).toEqual(first);
    expect(await add('other-key@nordlys.example.test', input)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('have no address in the log', () => {
    expect(house.log()).not.toContain('nordlys.example.test');
  });

  it('of the last ADMIN of everything are neither demoted, made inactive nor removed, also two at once (P6)', async () => {
    const all = [{ role: 'ADMIN' }];
    const [one, two] = [
      (await add('one@nordlys.example.test', { roles: all })).member!,
      (await add('two@nordlys.example.test', { roles: all })).member!,
    ];
    // Who has not accepted yet administers nothing: nobody is the last.
    await house.test.db.sql.rows('UPDATE member SET accepted_at = now() WHERE email LIKE $1', [
      'one@%',
    ]);
    const changes = [
      () => run('changeMember', { id: one.id, roles: [{ role: 'AUDITOR' }] }),
      () =>
        run('changeMember', {
          id: one.id,
          roles: [{ ...all[0], accountId: toId('account', house.org.accountId) }],
        }),
      () => run('changeMember', { id: one.id, active: false }),
      () => run('removeMember', { id: one.id }),
    ];
    for (const change of changes) expect(await change()).toMatchObject({ code: 'LAST_ADMIN' });
    expect(await run('changeMember', { id: one.id, name: 'Eva Lind' })).not.toHaveProperty('code');
    await house.test.db.sql.rows('UPDATE member SET accepted_at = now() WHERE email LIKE $1', [
      'two@%',
    ]);
    const both = await Promise.all([one, two].map(({ id }) => run('removeMember', { id })));
    expect(both.flatMap(({ code }) => code ?? [])).toEqual(['LAST_ADMIN']);
  });

  it('are given roles by an ADMIN of everything alone, for accounts of their own organisation', async () => {
    const theirs = { role: 'REVIEWER', accountId: toId('account', foreign.accountId) };
    expect(await add('roles@nordlys.example.test', { roles: [theirs] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'roles.accountId',
    });
    await house.test.db.sql.rows(
      "UPDATE api_key SET account_id = $1 WHERE name = 'admin of the test' AND organisation_id = $2",
      [house.org.accountId, house.org.organisationId],
    );
    expect(await add('roles@nordlys.example.test')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await countOf(house, 'member', "email = 'roles@nordlys.example.test'")).toBe(0);
    await house.test.db.sql.rows('UPDATE api_key SET account_id = NULL');
  });
});

import {
  addMember,
  armInvitation,
  armReviewLink,
  findMember,
  inviteMember,
  type MemberFields,
} from '@adieu/db';
import { type MemberGrant, SESSION } from '@adieu/domain';
import { createSecretToken, hashSecretToken, invitationToken, reviewToken } from '@adieu/keys';
import { leaves, until } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails } from './house.ts';
import { openStream } from './stream.ts';

const EMAIL = 'eva@nordlys.example.test';
const WORDS = { name: 'Eva Lind', language: 'sv', digestSeconds: 86_400 } as const;

let house: House;
let eva: string;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());
beforeEach(async () => {
  await house.test.db.sql.rows('DELETE FROM member');
  eva = await add(EMAIL);
});

async function add(email: string, grants?: readonly MemberGrant[]): Promise<string> {
  const { organisationId } = house.org;
  const member: MemberFields = { ...WORDS, email };
  const added = await addMember(house.test.db.sql, {
    ...member,
    organisationId,
    ...(grants && { grants }),
  });
  if ('refused' in added) throw new Error(added.refused);
  return added.memberId;
}

interface Result {
  __typename: string;
  session?: string;
  token?: string;
  code?: string;
}

async function run(name: string, input: object, session: string | null = null): Promise<Result> {
  const type = { acceptInvitation: 'SignIn' }[name] ?? name[0]!.toUpperCase() + name.slice(1);
  const more =
    { signIn: '... on SignedIn { session }', acceptInvitation: '... on SignedIn { session }' }[
      name
    ] ?? (name === 'openReview' ? '... on ReviewOpened { token }' : '');
  const { data, errors } = await house.ask<Record<string, Result>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${more} ... on Problem { code } } }`,
    { input },
    session && `Session ${session}`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name]!;
}

interface Me {
  name: string;
  waiting: number | null;
  roles: { role: string; accountName: string | null }[];
  sessions: { id: string; isThis: boolean; userAgent: string | null }[];
}
const me = async (session: string | null): Promise<Me | null> =>
  (
    await house.ask<{ me: Me | null }>(
      '{ me { name waiting roles { role accountName } sessions { id isThis userAgent } } }',
      {},
      session && `Session ${session}`,
    )
  ).data.me;

let origins = 0;
const anyOrigin = (): string => `198.51.100.${(origins += 1)}`;

const askFor = (email: string, origin: string = anyOrigin()) =>
  run('askToSignIn', { email, origin });

/** The way in that was asked for last, armed as the worker does before it mails it. */
async function wayIn(email = EMAIL): Promise<string> {
  const { sql } = house.test.db;
  expect(await askFor(email)).toMatchObject({ __typename: 'SignInAsked' });
  const row = await until(async () => {
    const [found] = await sql.rows<{ id: string }>(
      "SELECT id FROM review_link WHERE purpose = 'SIGN_IN' AND token_hash IS NULL",
    );
    return found;
  });
  const secret = reviewToken(house.org.ring, row.id);
  await armReviewLink(sql, row.id, hashSecretToken(secret));
  return secret;
}

async function signedIn(userAgent: string | null = null): Promise<string> {
  // The pause between two mails would hold the second browser up.
  await house.test.db.sql.rows("DELETE FROM review_link WHERE purpose = 'SIGN_IN'");
  const { session } = await run('signIn', { token: await wayIn(), userAgent });
  return session!;
}

/** How far the clock stands ahead, in seconds, while something is done. */
async function later<Value>(seconds: number, work: () => Promise<Value>): Promise<Value> {
  const { now } = house;
  house.now = new Date(now.getTime() + seconds * 1_000);
  try {
    return await work();
  } finally {
    house.now = now;
  }
}

describe('asking for a way in', () => {
  it('answers alike for members and everybody else, and mails only the former', async () => {
    expect(await askFor(EMAIL.toUpperCase())).toMatchObject({ __typename: 'SignInAsked' });
    expect(await askFor('nobody@nordlys.example.test')).toMatchObject({
      __typename: 'SignInAsked',
    });
    expect(await askFor('not an address')).toMatchObject({ __typename: 'InvalidInput' });
    await until(async () => (await countOf(house, 'review_link')) === 1);
    expect(await askFor(EMAIL)).toMatchObject({ __typename: 'SignInAsked' });
    // What comes after an answer is done in turn: where a later one's mail is there, this one's will not come.
    const other = await add('ola@nordlys.example.test');
    await askFor('ola@nordlys.example.test');
    await until(async () => (await countOf(house, 'review_link', `member_id = '${other}'`)) === 1);
    expect(await countOf(house, 'review_link', `member_id = '${eva}'`)).toBe(1);
  });

  it('does not wait for what a known address alone takes: its time tells nothing', async () => {
    const held = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const lock = house.test.db.transaction(async (tx) => {
      await tx.rows('SELECT FROM member WHERE id = $1 FOR UPDATE', [eva]);
      holding.resolve();
      await held.promise;
    });
    await holding.promise;
    try {
      // Whoever looks the member up waits for the lock; the answer is there all the same.
      expect(await askFor(EMAIL)).toMatchObject({ __typename: 'SignInAsked' });
      expect(await countOf(house, 'review_link')).toBe(0);
    } finally {
      // Also where it failed: every test after this one would wait for it.
      held.resolve();
      await lock;
    }
    await until(async () => (await countOf(house, 'review_link')) === 1);
  });

  it('is limited for an origin, known addresses or not, and for all that tell none', async () => {
    for (const origin of ['192.0.2.7', null]) {
      for (let i = 0; i < 10; i += 1)
        expect(await run('askToSignIn', { email: `x${i}@example.test`, origin })).toMatchObject({
          __typename: 'SignInAsked',
        });
      for (const email of [EMAIL, 'nobody@example.test'])
        expect(await run('askToSignIn', { email, origin })).toMatchObject({
          code: 'LIMIT_REACHED',
        });
      expect(
        await later(3_601, () => run('askToSignIn', { email: 'y@example.test', origin })),
      ).toMatchObject({ __typename: 'SignInAsked' });
    }
  });
});

describe('a session (P6)', () => {
  it('begins by a mailed link, which works once, and says who they are', async () => {
    const way = await wayIn();
    const begun = await run('signIn', { token: way, userAgent: 'Lynx' });
    expect(begun).toMatchObject({
      __typename: 'SignedIn',
      session: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await me(begun.session!)).toMatchObject({
      name: 'Eva Lind',
      roles: [{ role: 'REVIEWER', accountName: null }],
      sessions: [{ isThis: true, userAgent: 'Lynx' }],
    });
    expect(await run('signIn', { token: way })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await me(null)).toBeNull();
    expect(await me('x'.repeat(43))).toBeNull();
  });

  it('is one alone where a link is opened ten times at the same moment (P6)', async () => {
    const token = await wayIn();
    const all = await Promise.all(Array.from({ length: 10 }, () => run('signIn', { token })));
    const kinds = all.map(({ __typename, code }) => code ?? __typename).toSorted();
    expect(kinds).toEqual([...Array<string>(9).fill('NOT_FOUND'), 'SignedIn']);
    expect(await countOf(house, 'member_session')).toBe(1);
  });

  it('is never one that somebody else put into the browser before (P6)', async () => {
    const planted = 'p'.repeat(43);
    const begun = await run('signIn', { token: await wayIn() }, planted);
    expect(begun.session).not.toBe(planted);
    expect(await me(planted)).toBeNull();
    await add('mallory@nordlys.example.test');
    const way = await wayIn('mallory@nordlys.example.test');
    const { session: mallorys } = await run('signIn', { token: way });
    await house.test.db.sql.rows("DELETE FROM review_link WHERE purpose = 'SIGN_IN'");
    const { session } = await run('signIn', { token: await wayIn() }, mallorys);
    // In a browser that was given her session Eva is Eva, and what was given opens nothing.
    expect((await me(session!))?.sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(session).not.toBe(mallorys);
    expect(await me(mallorys!)).toBeNull();
  });

  it('is kept as a hash alone: the database opens none', async () => {
    const session = await signedIn();
    const [row] = await house.test.db.sql.rows<{ text: string }>(
      'SELECT s::text AS text FROM member_session s',
    );
    expect(row!.text).not.toContain(session);
    expect(row!.text).toContain(hashSecretToken(session).toString('hex'));
  });

  it('is another one at each sign-in: the browser’s former one is dead', async () => {
    const first = await signedIn();
    await house.test.db.sql.rows("DELETE FROM review_link WHERE purpose = 'SIGN_IN'");
    const { session } = await run('signIn', { token: await wayIn() }, first);
    expect(session).not.toBe(first);
    expect(await me(first)).toBeNull();
    expect(await me(session!)).not.toBeNull();
  });

  it('ends unused after twelve hours, and used after fourteen days', async () => {
    const session = await signedIn();
    const { idleSeconds, absoluteSeconds } = SESSION;
    expect(await later(idleSeconds, () => me(session))).toBeNull();
    for (let at = 0; at < absoluteSeconds; at += idleSeconds - 60)
      expect(await later(at, () => me(session))).not.toBeNull();
    expect(await later(absoluteSeconds, () => me(session))).toBeNull();
  });

  it('is ended by its owner, one or all others, and is dead at the next request', async () => {
    const [desk, phone, lost] = [
      await signedIn('desk'),
      await signedIn('phone'),
      await signedIn('lost'),
    ];
    const { id } = (await me(desk))!.sessions.find(({ userAgent }) => userAgent === 'lost')!;
    expect(await run('endSessions', { id }, desk)).toMatchObject({ __typename: 'SessionsEnded' });
    expect([await me(lost), (await me(phone))?.name]).toEqual([null, 'Eva Lind']);
    await run('endSessions', {}, desk);
    expect([await me(phone), (await me(desk))?.sessions.length]).toEqual([null, 1]);
    expect(await run('signOut', {}, desk)).toMatchObject({ __typename: 'SignedOut' });
    expect(await me(desk)).toBeNull();
    for (const name of ['signOut', 'endSessions', 'openReview'])
      expect(await run(name, {}, desk)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of another member is none that could be ended', async () => {
    const session = await signedIn();
    const [own] = (await me(session))!.sessions;
    await add('olof@nordlys.example.test');
    await house.test.db.sql.rows("DELETE FROM review_link WHERE purpose = 'SIGN_IN'");
    const { session: other = null } = await run('signIn', {
      token: await wayIn('olof@nordlys.example.test'),
    });
    expect(await run('endSessions', { id: own!.id }, other)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await me(session)).not.toBeNull();
  });

  it('is dead at once where the member is made inactive, moves to another address, or is removed', async () => {
    await add('admin@nordlys.example.test', [{ right: 'ADMIN', accountId: null }]);
    const id = toId('member', eva);
    for (const change of [{ active: false }, { active: true, email: 'eva@new.example.test' }]) {
      await house.test.db.sql.rows('UPDATE member SET active = true, email = $2 WHERE id = $1', [
        eva,
        EMAIL,
      ]);
      const session = await signedIn();
      await house.ask(
        'mutation ($input: ChangeMemberInput!) { changeMember(input: $input) { __typename } }',
        { input: { id, ...change } },
      );
      expect(await me(session)).toBeNull();
    }
    await house.test.db.sql.rows('UPDATE member SET email = $2 WHERE id = $1', [eva, EMAIL]);
    const session = await signedIn();
    await house.ask(
      'mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }',
      { input: { id } },
    );
    expect(await me(session)).toBeNull();
  });

  it('has the rights of its member’s roles as they are now', async () => {
    const session = await signedIn();
    const ask = () =>
      house.ask<{ optOutRequests: object }>(
        '{ optOutRequests { nodes { id } } }',
        {},
        `Session ${session}`,
      );
    const members = () =>
      house.ask<object>('{ members { nodes { id } } }', {}, `Session ${session}`);
    expect((await members()).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    await house.test.db.sql.rows("UPDATE member_role SET role = 'ADMIN' WHERE member_id = $1", [
      eva,
    ]);
    expect((await members()).errors).toBeUndefined();
    expect((await ask()).errors).toBeUndefined();
  });

  it('keeps no stream that began with other roles', async () => {
    const session = await signedIn();
    const stream = await openStream(house, null, `Session ${session}`);
    expect(stream.status).toBe(200);
    await house.test.db.sql.rows("UPDATE member_role SET role = 'CAMPAIGNER'");
    expect(await stream.next()).toMatchObject({ errors: [{ extensions: { code: 'RECONNECT' } }] });
    expect(await stream.next()).toBeNull();
    const again = await openStream(house, null, `Session ${session}`);
    expect((await again.next())?.errors).toHaveLength(1);
  });

  it('is no key by itself: a cookie that a browser sends opens nothing of GraphQL', async () => {
    const session = await signedIn();
    const response = await fetch(`${house.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `__Host-adieu=${session}` },
      body: JSON.stringify({ query: '{ me { name } }' }),
    });
    expect(await response.json()).toEqual({ data: { me: null } });
  });
});

describe('the review of a session', () => {
  const review = async (token: string) =>
    (
      await house.ask<{ review: { waiting: { nodes: object[] } } | null }>(
        'query ($token: String!) { review(token: $token) { waiting(first: 10) { nodes { id } } } }',
        { token },
        null,
      )
    ).data.review;

  it('is the same however often it is opened, and ends with the session', async () => {
    const session = await signedIn();
    const { token } = await run('openReview', {}, session);
    expect(await run('openReview', {}, session)).toMatchObject({ token });
    expect(await review(token!)).not.toBeNull();
    await run('signOut', {}, session);
    expect(await review(token!)).toBeNull();
  });

  it('that is closed ends its session', async () => {
    const session = await signedIn();
    const { token } = await run('openReview', {}, session);
    await run('closeReview', { token });
    expect([await review(token!), await me(session)]).toEqual([null, null]);
  });

  it('shows and decides what is of their accounts, and nothing else', async () => {
    const [mail] = await seedMails(house, { count: 1, addressBookId: house.org.staffId });
    const { requestId } = await leaves(house.test.db.sql, mail!.messageId, { now: house.now });
    const [other] = await house.test.db.sql.rows<{ id: string }>(
      `INSERT INTO account (organisation_id, name, default_language)
       SELECT organisation_id, 'Other', default_language FROM account WHERE id = $1 RETURNING id`,
      [house.org.accountId],
    );
    const limit = (accountId: string | null) =>
      house.test.db.sql.rows('UPDATE member_role SET account_id = $2 WHERE member_id = $1', [
        eva,
        accountId,
      ]);
    const session = await signedIn();
    const { token } = await run('openReview', {}, session);
    const decide = () =>
      run('decideByReview', { token, ids: [toId('optout', requestId)], decision: 'CONFIRM' });
    await limit(other!.id);
    expect((await review(token!))!.waiting.nodes).toEqual([]);
    expect((await me(session))!.waiting).toBe(0);
    expect(await decide()).toMatchObject({ code: 'NOT_FOUND' });
    await limit(house.org.accountId);
    expect((await review(token!))!.waiting.nodes).toHaveLength(1);
    expect((await me(session))!.waiting).toBe(1);
    await house.test.db.sql.rows(
      "UPDATE member_role SET role = 'CAMPAIGNER' WHERE member_id = $1",
      [eva],
    );
    expect(await review(token!)).toBeNull();
    expect((await me(session))!.waiting).toBeNull();
  });
});

it('what somebody holds in one account opens nothing more of the whole organisation (Q-8)', async () => {
  const [mail] = await seedMails(house, { count: 1 });
  const [{ address }] = (await house.test.db.sql.rows<{ address: string }>(
    'SELECT r.address FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.id = $1',
    [mail!.messageId],
  )) as [{ address: string }];
  const shownTo = async (grants: readonly MemberGrant[]) => {
    await house.test.db.sql.rows('DELETE FROM member');
    eva = await add(EMAIL, grants);
    const { data } = await house.ask<{ recipient: { address: string } | null }>(
      'query ($address: String!) { recipient(address: $address, channel: EMAIL) { address } }',
      { address },
      `Session ${await signedIn()}`,
    );
    return data.recipient?.address;
  };
  const everywhere = { right: 'REVIEWER', accountId: null } as const;
  const inOne = { right: 'ADMIN', accountId: house.org.accountId } as const;
  expect(await shownTo([{ right: 'ADMIN', accountId: null }])).toBe(address);
  expect(await shownTo([everywhere])).toContain('•');
  expect(await shownTo([everywhere, inOne])).toContain('•');
});

describe('an invitation', () => {
  async function invite(
    email = 'olof@nordlys.example.test',
  ): Promise<{ id: string; token: string }> {
    const invited = {
      ...WORDS,
      email,
      organisationId: house.org.organisationId,
      grants: [{ right: 'AUDITOR', accountId: null }],
      invitedBy: 'Eva Lind',
      now: house.now,
    } as const;
    const made = await house.test.db.transaction((tx) => inviteMember(tx, invited));
    if ('refused' in made) throw new Error(made.refused);
    return { id: made.memberId, token: await arm(made.memberId) };
  }
  async function arm(memberId: string): Promise<string> {
    const { sql } = house.test.db;
    const [row] = await sql.rows<{ id: string }>('SELECT id FROM invitation WHERE member_id = $1', [
      memberId,
    ]);
    const token = invitationToken(house.org.ring, row!.id);
    await armInvitation(sql, row!.id, hashSecretToken(token));
    return token;
  }
  const shown = async (token: string) =>
    (
      await house.ask<{ invitation: { invitedBy: string } | null }>(
        'query ($token: String!) { invitation(token: $token) { memberName organisationName invitedBy } }',
        { token },
        null,
      )
    ).data.invitation;
  const accept = (token: string) => run('acceptInvitation', { token });
  const member = (id: string) => findMember(house.test.db.sql, house.org.organisationId, id);

  it('is inert until its button is pressed, then makes a member who is signed in, once', async () => {
    const { id, token } = await invite();
    expect(await shown(token)).toMatchObject({ invitedBy: 'Eva Lind' });
    expect(await member(id)).toMatchObject({ acceptedAt: null });
    const { session } = await accept(token);
    expect(await me(session!)).toMatchObject({ roles: [{ role: 'AUDITOR' }] });
    expect(await member(id)).toMatchObject({ acceptedAt: house.now });
    expect([await shown(token), await accept(token)]).toMatchObject([null, { code: 'NOT_FOUND' }]);
  });

  it('is accepted once, also where ten press its button at the same moment (P6)', async () => {
    const { token } = await invite();
    const all = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
    const kinds = all.map(({ __typename, code }) => code ?? __typename).toSorted();
    expect(kinds).toEqual([...Array<string>(9).fill('NOT_FOUND'), 'SignedIn']);
  });

  it('ends after seven days, and until it is accepted gives no way in', async () => {
    const { token } = await invite();
    await askFor('olof@nordlys.example.test');
    // What is done after answers is done one after the other: this one's mail comes last.
    await wayIn();
    expect(await countOf(house, 'review_link')).toBe(1);
    expect(await later(7 * 86_400 - 1, () => shown(token))).not.toBeNull();
    expect(await later(7 * 86_400, () => shown(token))).toBeNull();
    expect(await later(7 * 86_400, () => accept(token))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is sent again with a new link, not twice within ten minutes; the link before is dead', async () => {
    const { id, token } = await invite();
    const again = async () =>
      (
        await house.ask<{ inviteMemberAgain: Result }>(
          'mutation ($input: InviteMemberAgainInput!) { inviteMemberAgain(input: $input) { __typename ... on Problem { code } } }',
          { input: { id: toId('member', id) } },
        )
      ).data.inviteMemberAgain;
    expect(await again()).toMatchObject({ code: 'LIMIT_REACHED' });
    await later(601, async () => {
      expect(await again()).toMatchObject({ __typename: 'MemberInvited' });
      const second = await arm(id);
      expect(await shown(token)).toBeNull();
      expect(await accept(second)).toMatchObject({ __typename: 'SignedIn' });
      expect(await again()).toMatchObject({ code: 'ALREADY_ACCEPTED' });
    });
  });

  it('is taken back, and with it whom it made; one that was accepted is not', async () => {
    const withdraw = async (id: string) =>
      (
        await house.ask<{ withdrawInvitation: Result }>(
          'mutation ($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) { __typename ... on Problem { code } } }',
          { input: { id: toId('member', id) } },
        )
      ).data.withdrawInvitation;
    const { id, token } = await invite();
    expect(await withdraw(id)).toMatchObject({ __typename: 'InvitationWithdrawn' });
    expect([await member(id), await shown(token)]).toEqual([null, null]);
    const second = await invite();
    await accept(second.token);
    expect(await withdraw(second.id)).toMatchObject({ code: 'ALREADY_ACCEPTED' });
    expect(await member(second.id)).not.toBeNull();
  });
});

it('the log holds neither addresses nor secrets of those who sign in (O-13)', async () => {
  const { secret } = createSecretToken();
  await run('signIn', { token: secret });
  const way = await wayIn();
  const { session } = await run('signIn', { token: way });
  await me(session!);
  for (const text of [EMAIL, way, session!, secret]) expect(house.log()).not.toContain(text);
});

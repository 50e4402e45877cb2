import { covers, type MessagePath, type ScopeKind, WIDENINGS } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { createTestDatabase, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  armDoubleOptIn,
  confirmDoubleOptIn,
  createAccount,
  createAddressBook,
  createOrganisation,
  createSignUpForm,
  createTopic,
  ensureRecipient,
  ledgerOfRequest,
  listSuppressions,
  mayContact,
  type OptOutCommand,
  purgeBatch,
  recordConsents,
  reactivateRecipient,
  recordOptOutEverywhere,
  setPolicy,
  signUp,
  startDoubleOptIn,
  suppressionsOf,
  switchAccountList,
} from '../src/index.ts';

type Place = Readonly<
  Record<'organisation' | 'account' | 'book' | 'other' | 'staff' | 'topic' | 'next', string>
>;
type Scope = { readonly kind: ScopeKind; readonly id: string };

let test: TestDatabase;
const start = new Date('2026-05-04T08:00:00.000Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const someone = (name: string) => ({
  address: `${name}@example.test`,
  addressKey: hashSecretToken(name),
});

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** An account with two books of marketing, one of staff and a topic; and another account with a book. */
async function place(keepsOwnList = false): Promise<Place & { readonly nextBook: string }> {
  const { sql } = test.db;
  const organisation = await createOrganisation(sql, { name: 'Nordlys' });
  const account = (name: string, own: boolean) =>
    createAccount(sql, {
      organisationId: organisation,
      name,
      sender: { name: '', address: 'x@example.test' },
      defaultLanguage: 'en',
      keepsOwnList: own,
    });
  const shop = await account('Shop', keepsOwnList);
  const next = await account('Travel', false);
  const book = async (accountId: string, name: string, purpose: 'MARKETING' | 'SERVICE') => {
    const made = await createAddressBook(sql, { accountId, name, purpose, createdBy: 'test' });
    if ('refused' in made) throw new Error(made.refused);
    return made.addressBookId;
  };
  return {
    organisation,
    account: shop,
    next,
    book: await book(shop, 'News', 'MARKETING'),
    other: await book(shop, 'Offers', 'MARKETING'),
    staff: await book(shop, 'Staff', 'SERVICE'),
    nextBook: await book(next, 'Trips', 'MARKETING'),
    topic: await createTopic(sql, { accountId: shop, name: 'Events' }),
  };
}
type Placed = Awaited<ReturnType<typeof place>>;

const scopeOf = (at: Placed, kind: ScopeKind): Scope => ({
  kind,
  id: { TOPIC: at.topic, BOOK: at.book, ACCOUNT: at.account, ORGANISATION: at.organisation }[kind],
});

const recipient = (at: Placed, name: string): Promise<string> =>
  ensureRecipient(test.db.sql, {
    organisationId: at.organisation,
    channel: 'EMAIL',
    ...someone(name),
  });

async function leave(
  at: Placed,
  name: string,
  scope: Scope,
  now: Date,
  signal: OptOutCommand['signal'] = 'CLEAR',
) {
  const recorded = await test.db.transaction(async (sql) =>
    recordOptOutEverywhere(sql, {
      target: { organisationId: at.organisation, recipientId: await recipient(at, name), scope },
      signal,
      method: 'LINK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now,
      allChannels: false,
    }),
  );
  if ('refused' in recorded) throw new Error(recorded.refused);
  return recorded;
}

const visit = { formUrl: null, origin: null, userAgent: null, language: 'en' } as const;
const asked = { declaration: (scope: string) => `I want ${scope}`, declarationVersion: '1' };

/** Each way by which somebody can begin to come back; the form's is of its book alone. */
const WAYS = {
  form: async (at: Placed, name: string, _scope: Scope, now: Date) => {
    const formId = await createSignUpForm(test.db.sql, {
      organisationId: at.organisation,
      addressBookId: at.book,
      title: name,
      declaration: 'I want the news.',
      languages: ['en'],
      origins: [],
      redirectUrl: null,
      now,
    });
    await test.db.transaction((sql) =>
      signUp(sql, {
        formId: formId!,
        channel: 'EMAIL',
        ...someone(name),
        ...visit,
        originKey: null,
        now,
      }),
    );
  },
  asking: async (at: Placed, name: string, scope: Scope, now: Date) => {
    await test.db.transaction(async (sql) =>
      startDoubleOptIn(sql, {
        ...visit,
        ...asked,
        organisationId: at.organisation,
        recipientId: await recipient(at, name),
        accountId: at.account,
        scope,
        now,
      }),
    );
  },
  consent: async (at: Placed, name: string, { kind, id }: Scope, now: Date) => {
    if (kind === 'ORGANISATION') throw new Error('no such consent');
    const item = {
      ...someone(name),
      ...asked,
      channel: 'EMAIL',
      scope: { kind, id },
      consentText: 'Yes',
      source: 'Fair',
      obtainedAt: now,
      evidenceSha256: null,
      language: 'en',
    } as const;
    const [result] = await test.db.transaction((sql) =>
      recordConsents(sql, {
        organisationId: at.organisation,
        items: [item],
        actor: { kind: 'KEY', name: 'Eva' },
        now,
      }),
    );
    if (result === undefined || 'refused' in result) throw new Error('no consent recorded');
  },
} as const;

/** Follows the link of the mail that was asked for last. */
async function confirm(at: Placed, name: string, now: Date): Promise<string> {
  const [begun] = await test.db.sql.rows<{ id: string }>(
    'SELECT id FROM double_opt_in WHERE recipient_id = $1 ORDER BY requested_at DESC, id DESC LIMIT 1',
    [await recipient(at, name)],
  );
  const tokenHash = hashSecretToken(begun!.id);
  await armDoubleOptIn(test.db.sql, { id: begun!.id, tokenHash, messageId: '<1@test>', now });
  const confirmed = await test.db.transaction((sql) =>
    confirmDoubleOptIn(sql, { tokenHash, origin: null, userAgent: null, now }),
  );
  if ('refused' in confirmed) throw new Error(confirmed.refused);
  return confirmed.proofId;
}

async function comeBack(
  at: Placed,
  name: string,
  scope: Scope,
  now: Date,
  way: keyof typeof WAYS = 'asking',
) {
  await WAYS[way](at, name, scope, now);
  return confirm(at, name, now);
}

/** Every way that a message may go in the organisation, by its name. */
const waysOf = (at: Placed): readonly (readonly [string, MessagePath])[] => {
  const path = (accountId: string, more: Partial<MessagePath> = {}): MessagePath => ({
    purpose: 'MARKETING',
    organisationId: at.organisation,
    accountId,
    bookId: null,
    topicId: null,
    ...more,
  });
  return [
    ['News', path(at.account, { bookId: at.book })],
    ['News, Events', path(at.account, { bookId: at.book, topicId: at.topic })],
    ['Events', path(at.account, { topicId: at.topic })],
    ['Offers', path(at.account, { bookId: at.other })],
    ['Offers, Events', path(at.account, { bookId: at.other, topicId: at.topic })],
    ['Staff', path(at.account, { bookId: at.staff, purpose: 'SERVICE' })],
    ['Shop', path(at.account)],
    ['Trips', path(at.next, { bookId: at.nextBook })],
    ['Travel', path(at.next)],
  ];
};

async function isOpen(at: Placed, name: string, path: MessagePath): Promise<boolean> {
  const judged = await mayContact(test.db.sql, {
    organisationId: at.organisation,
    channel: 'EMAIL',
    addressKey: someone(name).addressKey,
    addressBookId: path.bookId,
    topicId: path.topicId,
    accountId: path.accountId,
    purpose: path.purpose,
    now: start,
  });
  if ('refused' in judged) throw new Error(judged.refused);
  return judged.answer.allowed;
}

const opened = async (at: Placed, name: string): Promise<string[]> => {
  const open: string[] = [];
  for (const [way, path] of waysOf(at)) if (await isOpen(at, name, path)) open.push(way);
  return open;
};

/** The rows that stop the account's messages, as the domain's law reads them. */
const rowsOf = async (at: Placed, name: string, listId: string) =>
  (await suppressionsOf(test.db.sql, await recipient(at, name))).filter(
    (row) => row.listId === listId,
  );

const WISHES: readonly (readonly ScopeKind[])[] = [
  ['TOPIC'],
  ['BOOK'],
  ['ACCOUNT'],
  ['ORGANISATION'],
  ['ORGANISATION', 'ACCOUNT'],
  ['ACCOUNT', 'ORGANISATION'],
  ['BOOK', 'ACCOUNT'],
  ['TOPIC', 'ORGANISATION'],
  ['TOPIC', 'BOOK', 'ACCOUNT', 'ORGANISATION'],
];
const RETURNS = [
  ['form', 'BOOK'],
  ['asking', 'TOPIC'],
  ['asking', 'BOOK'],
  ['asking', 'ACCOUNT'],
  ['consent', 'TOPIC'],
  ['consent', 'BOOK'],
  ['consent', 'ACCOUNT'],
] as const;

describe('whoever confirms gets just that (D-7, decision 035)', () => {
  it.each(WIDENINGS.flatMap((widening) => [false, true].map((own) => [widening, own] as const)))(
    'where opt-outs count for %s, own list %s: after every wish and by every way the gate agrees, and opens nothing else',
    async (widening, own) => {
      const at = await place(own);
      await changeOrganisation(test.db.sql, at.organisation, { widening });
      const listId = own ? at.account : at.organisation;
      const cases = WISHES.flatMap((wishes) =>
        RETURNS.map(([way, kind]) => ({ wishes, way, kind })),
      );
      for (const [i, { wishes, way, kind }] of cases.entries()) {
        const signal = i % 2 === 0 ? 'CLEAR' : 'UNCLEAR';
        const name = `${widening} ${own} ${i}`;
        const scope = scopeOf(at, kind);
        for (const [n, wish] of wishes.entries())
          await leave(at, name, scopeOf(at, wish), after(n), n === 0 ? signal : 'CLEAR');
        if (way === 'consent' && !(await needs(at, name, scope))) continue;
        const before = await rowsOf(at, name, listId);
        const others = (await opened(at, name)).filter(
          (each) => each === 'Trips' || each === 'Travel',
        );
        await comeBack(at, name, scope, after(10), way);
        const left = before
          .filter(({ scopeId }) => scopeId !== scope.id)
          .map((row) => ({
            ...row,
            returnedTo: ['ACCOUNT', 'ORGANISATION'].includes(row.scopeKind) ? [scope.id] : null,
          }));
        const expected = waysOf(at).flatMap(([each, path]) =>
          path.accountId === at.next
            ? others.filter((other) => other === each)
            : left.some((row) => covers(row, path))
              ? []
              : [each],
        );
        const told = `${wishes.join(' and ')} (${signal}), back to ${kind} by ${way}`;
        expect({ told, open: await opened(at, name) }).toEqual({ told, open: expected });
        const back = waysOf(at).find(
          ([each]) => each === { TOPIC: 'Events', BOOK: 'News', ACCOUNT: 'Shop' }[kind],
        );
        expect({ told, open: expected }).toEqual({
          told,
          open: expect.arrayContaining([back![0]]) as string[],
        });
      }
    },
    120_000,
  );

  const needs = async (at: Placed, name: string, scope: Scope): Promise<boolean> => {
    const [row] = await test.db.sql.rows<{ needed: boolean }>(
      'SELECT needs_double_opt_in($1, $2, $3, $4) AS needed',
      [await recipient(at, name), at.organisation, at.account, scope.id],
    );
    return row!.needed;
  };
});

const switchTo = (at: Placed, keepsOwnList: boolean, now: Date) =>
  test.db.transaction((sql) =>
    switchAccountList(sql, {
      organisationId: at.organisation,
      accountId: at.account,
      keepsOwnList,
      actor: { kind: 'KEY', name: 'Eva' },
      now,
    }),
  );

describe('an opt-out of all marketing that gives way to one book', () => {
  const backToNews = async (name: string) => {
    const at = await place();
    const all = await leave(at, name, scopeOf(at, 'ACCOUNT'), start);
    const proofId = await comeBack(at, name, scopeOf(at, 'BOOK'), after(1));
    expect(await opened(at, name)).toEqual(['News', 'News, Events', 'Staff', 'Trips', 'Travel']);
    return { at, all, proofId };
  };

  it.each(['CLEAR', 'UNCLEAR'] as const)(
    'counts for that book too when it is asked for again (%s), and keeps evidence of that',
    async (signal) => {
      const name = `again ${signal}`;
      const { at, all } = await backToNews(name);
      const again = await leave(at, name, scopeOf(at, 'ACCOUNT'), after(5), signal);
      expect(again).toMatchObject({
        requestId: all.requestId,
        effect: 'joined',
        state: 'CONFIRMED',
      });
      expect(await opened(at, name)).toEqual(['Staff', 'Trips', 'Travel']);
      const events = await ledgerOfRequest(test.db.sql, all.requestId);
      expect(
        events.map(({ type, oldState, newState }) => [type, oldState, newState]).at(-1),
      ).toEqual(['JOINED', 'CONFIRMED', 'CONFIRMED']);
      await leave(at, name, scopeOf(at, 'ACCOUNT'), after(6), signal);
      expect(await ledgerOfRequest(test.db.sql, all.requestId)).toHaveLength(events.length);
      // The proof from before is no key to it any more.
      await expect(
        test.db.sql.rows(
          'UPDATE suppression SET returned_to = ARRAY[$1::uuid] WHERE scope_id = $2',
          [at.book, at.account],
        ),
      ).rejects.toThrow(/gives way to a double opt-in only/);
      await comeBack(at, name, scopeOf(at, 'BOOK'), after(30));
      expect(await opened(at, name)).toContain('News');
    },
  );

  it('is no key for raw SQL to any other book, nor to a book of service (D-1)', async () => {
    const { at } = await backToNews('raw');
    for (const id of [at.other, at.topic, at.account, at.staff])
      await expect(
        test.db.sql.rows(
          'UPDATE suppression SET returned_to = returned_to || $1::uuid WHERE scope_id = $2',
          [id, at.account],
        ),
      ).rejects.toThrow(/gives way to a double opt-in only/);
    await test.db.sql.rows('UPDATE suppression SET returned_to = NULL WHERE scope_id = $1', [
      at.account,
    ]);
    expect(await opened(at, 'raw')).not.toContain('News');
  });

  it('is not listed among those whom that book does not reach, and tells what it gives way to', async () => {
    const { at } = await backToNews('listed');
    const page = { first: 10, after: null };
    const of = async (addressBookId: string) =>
      (await listSuppressions(test.db.sql, at.organisation, { ...page, filter: { addressBookId } }))
        .rows;
    await test.db.sql.rows(
      `WITH k AS (INSERT INTO contact (address_book_id) VALUES ($1) RETURNING id)
       INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id) SELECT id, 'EMAIL', $1, $2 FROM k`,
      [at.other, await recipient(at, 'listed')],
    );
    expect(await of(at.book)).toEqual([]);
    expect(await of(at.other)).toMatchObject([
      { scopeKind: 'ACCOUNT', returnedTo: [{ kind: 'BOOK', id: at.book }] },
    ]);
  });

  it.each(['ACCOUNT', 'ORGANISATION'] as const)(
    'goes on giving way when the account changes lists and back (%s)',
    async (kind) => {
      const name = `switch ${kind}`;
      const at = await place();
      await leave(at, name, scopeOf(at, kind), start);
      await comeBack(at, name, scopeOf(at, 'BOOK'), after(1));
      const open = await opened(at, name);
      expect(open).toContain('News');
      expect(open).not.toContain('Offers');
      for (const [i, keepsOwnList] of [true, false].entries()) {
        await switchTo(at, keepsOwnList, after(60 + i));
        expect(await opened(at, name)).toEqual(open);
      }
    },
  );

  it('forgets what it gave way to with the proof of it, so that lists can still be switched (G-9)', async () => {
    const { at } = await backToNews('forgotten');
    await leave(at, 'forgotten', scopeOf(at, 'BOOK'), after(20));
    const recipientId = await recipient(at, 'forgotten');
    await test.db.transaction(async (sql) => {
      await sql.rows('SET LOCAL session_replication_role = replica');
      await sql.rows(
        `UPDATE suppression SET since = now() - CASE scope_kind WHEN 'BOOK' THEN interval '11 years' ELSE interval '13 years' END
         WHERE address_key = (SELECT address_key FROM recipient WHERE id = $1)`,
        [recipientId],
      );
      await sql.rows(
        `UPDATE double_opt_in_proof SET confirmed_at = now() - interval '12 years', requested_at = now() - interval '12 years'
         WHERE recipient_id = $1`,
        [recipientId],
      );
    });
    expect(await purgeBatch(test.db.sql, 'proofs', start, 10)).toBe(1);
    expect(
      (await rowsOf(at, 'forgotten', at.organisation)).map(({ returnedTo }) => returnedTo),
    ).toEqual([[], []]);
    await switchTo(at, true, after(60));
    expect(await opened(at, 'forgotten')).toEqual(['Staff', 'Trips', 'Travel']);
  });

  it('leaves nothing of the organisation’s in an own list whose whole account its recipient came back to', async () => {
    const at = await place();
    await leave(at, 'whole', scopeOf(at, 'ORGANISATION'), start);
    await switchTo(at, true, after(1));
    await comeBack(at, 'whole', scopeOf(at, 'ACCOUNT'), after(2));
    const open = ['News', 'News, Events', 'Events', 'Offers', 'Offers, Events', 'Staff', 'Shop'];
    expect(await opened(at, 'whole')).toEqual(open);
    await switchTo(at, false, after(3));
    expect(await opened(at, 'whole')).toEqual(open);
  });
});

describe('a controller who brings somebody back to a service book (B1)', () => {
  const STEPS = {
    'all marketing left too': (at: Placed, name: string) =>
      leave(at, name, scopeOf(at, 'ACCOUNT'), after(1)),
    'the organisation left too': (at: Placed, name: string) =>
      leave(at, name, scopeOf(at, 'ORGANISATION'), after(1)),
    'the account changed lists': (at: Placed) => switchTo(at, true, after(2)),
    'the account changed lists and back': async (at: Placed) => {
      await switchTo(at, true, after(2));
      await switchTo(at, false, after(3));
    },
    'nothing else': () => Promise.resolve(),
  } as const;

  it.each(
    (Object.keys(STEPS) as (keyof typeof STEPS)[]).flatMap((step) =>
      WIDENINGS.map((widening) => [step, widening] as const),
    ),
  )(
    'is told the truth: the gate lets the book through (%s, widening %s)',
    async (step, widening) => {
      const at = await place();
      const name = `staff ${step} ${widening}`;
      await changeOrganisation(test.db.sql, at.organisation, { widening });
      await test.db.transaction((sql) =>
        setPolicy(sql, {
          organisationId: at.organisation,
          addressBookId: at.staff,
          policy: {
            mode: 'AT_ONCE',
            reviewSeconds: 3_600,
            onTimeout: 'OPT_OUT',
            reactivation: 'CONTROLLER',
          },
          createdBy: 'Eva',
        }),
      );
      const { requestId } = await leave(at, name, { kind: 'BOOK', id: at.staff }, start);
      await STEPS[step](at, name);
      expect(await opened(at, name)).not.toContain('Staff');
      const act = {
        organisationId: at.organisation,
        requestId,
        reason: 'They rang',
        actor: { kind: 'KEY', name: 'Eva' } as const,
      };
      expect(
        await test.db.transaction((sql) => reactivateRecipient(sql, { ...act, now: after(10) })),
      ).toEqual({ done: true });
      expect(await opened(at, name)).toContain('Staff');
    },
  );
});

import {
  emailContent,
  covers,
  coversOnChannel,
  CHANNELS,
  PURPOSES,
  SCOPE_KINDS,
  type ScopeKind,
  scopeLeftByLink,
  scopeNamedByLink,
  widen,
  WIDENINGS,
} from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import {
  releaseDraft,
  createTestDatabase,
  seed,
  type Seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  addContact,
  changeScope,
  claimMessages,
  type AddressStanding,
  type ContactStanding,
  createAccount,
  createAddressBook,
  createCampaign,
  createCampaignByHand,
  decideRequests,
  ensureRecipient,
  findRequests,
  importContacts,
  updateContact,
  listContacts,
  mayContact,
  openAddressBook,
  openLink,
  openTopic,
  recordOptOut,
  type RecordedOptOut,
  recordOptOutEverywhere,
  removeContact,
  suppressionsOf,
} from '../src/index.ts';
import { contactRows } from './contact-rows.ts';

let test: TestDatabase;
const now = new Date('2026-05-04T08:00:00.000Z');

beforeAll(async () => {
  test = await createTestDatabase({ role: 'engine' });
});
afterAll(() => test.close());

const clear = {
  signal: 'CLEAR',
  method: 'ONE_CLICK',
  actor: { kind: 'RECIPIENT', name: null },
  evidence: {},
  now,
} as const;

async function messagesOf(
  org: Seed,
  options: { addressBookId?: string; topicId?: string | null; count?: number } = {},
): Promise<string[]> {
  const campaignId = await seedContacts(test.db, org, { count: 3, ...options });
  return release(org, campaignId);
}

async function release(org: Seed, campaignId: string): Promise<string[]> {
  const { organisationId } = org;
  const released = await test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId, campaignId, now }),
  );
  if ('refused' in released) throw new Error(released.refused);
  const rows = await test.db.sql.rows<{ id: string }>(
    'SELECT m.id FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE campaign_id = $1 ORDER BY r.address',
    [campaignId],
  );
  return rows.map(({ id }) => id);
}

async function record(command: Parameters<typeof recordOptOut>[1]): Promise<RecordedOptOut> {
  const result = await recordOptOut(test.db.sql, command);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const click = (messageId: string): Promise<RecordedOptOut> =>
  record({ ...clear, target: { messageId, scope: 'LINK' } });

async function requestOf(org: Seed, id: string) {
  const [row] = await findRequests(test.db.sql, org.organisationId, [id]);
  return row!;
}

const byHand = (
  org: Seed,
  addresses: string[],
  purpose: 'MARKETING' | 'TRANSACTIONAL' = 'MARKETING',
) =>
  test.db.transaction((sql) =>
    createCampaignByHand(sql, {
      organisationId: org.organisationId,
      accountId: org.accountId,
      purpose,
      recipients: addresses.map((address) => ({
        address,
        addressKey: addressKey(org.ring, 'EMAIL', address),
      })),
      name: 'By hand',
      content: emailContent({
        subject: { en: 's' },
        mjml: { en: '<mjml><mj-body></mj-body></mjml>' },
      }),
      createdBy: 'test',
    }),
  );

const allowed = async (
  org: Seed,
  address: string,
  path: { addressBookId?: string; accountId?: string; topicId?: string },
): Promise<boolean> => {
  const gate = await mayContact(test.db.sql, {
    organisationId: org.organisationId,
    addressKey: addressKey(org.ring, 'EMAIL', address),
    channel: 'EMAIL',
    addressBookId: null,
    topicId: null,
    accountId: null,
    purpose: null,
    now,
    ...path,
  });
  if ('refused' in gate) throw new Error(gate.refused);
  return gate.answer.allowed;
};

/** A book's contacts, by address, of which each has one: the list itself is in the order of ids. */
async function contacts(
  addressBookId: string,
): Promise<(AddressStanding & Pick<ContactStanding, 'id'>)[]> {
  const page = { addressBookId, states: null, addressKey: null, first: 50, after: null };
  const { rows } = await listContacts(test.db.sql, page);
  return rows
    .map(({ id, addresses }) => ({ id, ...addresses[0]! }))
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

describe('the algebra of scopes', () => {
  it('covers in SQL what the domain says, on each channel (N9)', async () => {
    const [organisation, account, book, topic] = Array.from({ length: 4 }, () =>
      crypto.randomUUID(),
    ) as [string, string, string, string];
    const key = Buffer.alloc(32, 9);
    for (const scopeKind of SCOPE_KINDS) {
      for (const scopeId of [topic, book, account, organisation]) {
        for (const on of CHANNELS) {
          for (const asked of CHANNELS) {
            for (const purpose of PURPOSES) {
              const found = await test.db.transaction(async (sql) => {
                await sql.rows(
                  "INSERT INTO suppression VALUES ($1, $2, $3, $4, $5, 'PAUSED', $6)",
                  [key, organisation, on, scopeId, scopeKind, now],
                );
                const rows = await sql.rows(
                  'SELECT 1 FROM covering_suppressions($1, $2, $3, $4, $5, $6, $7, $8)',
                  [key, organisation, asked, purpose, organisation, account, book, topic],
                );
                await sql.rows('DELETE FROM suppression WHERE address_key = $1', [key]);
                return rows.length === 1;
              });
              const path = {
                purpose,
                organisationId: organisation,
                accountId: account,
                bookId: book,
                topicId: topic,
              };
              expect(found, `${scopeKind} ${on} ${asked} ${purpose}`).toBe(
                coversOnChannel({ scopeKind, scopeId, channel: on }, { ...path, channel: asked }),
              );
              if (on === asked) expect(found).toBe(covers({ scopeKind, scopeId }, path));
            }
          }
        }
      }
    }
  });

  it('is widened in SQL as the domain says: by every rule, purpose, list and way of asking (F9, D6, A7)', async () => {
    const org = await seed(test.db, { name: 'Widening' });
    const ownId = await createAccount(test.db.sql, {
      organisationId: org.organisationId,
      name: 'Own list',
      sender: { name: '', address: 'x@example.test' },
      defaultLanguage: 'en',
      keepsOwnList: true,
    });
    const own = await createAddressBook(test.db.sql, {
      accountId: ownId,
      name: 'Own newsletter',
      purpose: 'MARKETING',
      createdBy: 'test',
    });
    if ('refused' in own) throw new Error(own.refused);
    const through = [
      { accountId: org.accountId, bookId: org.newsletterId, topicId: null, purpose: 'MARKETING' },
      {
        accountId: org.accountId,
        bookId: org.newsletterId,
        topicId: org.newsTopicId,
        purpose: 'MARKETING',
      },
      { accountId: org.accountId, bookId: org.staffId, topicId: null, purpose: 'SERVICE' },
      { accountId: ownId, bookId: own.addressBookId, topicId: null, purpose: 'MARKETING' },
    ] as const;
    for (const { accountId, bookId, topicId, purpose } of through) {
      for (const widening of WIDENINGS) {
        await changeOrganisation(test.db.sql, org.organisationId, { widening });
        const rule = {
          widening,
          organisationId: org.organisationId,
          accountId,
          keepsOwnList: accountId === ownId,
        };
        const link = { purpose, accountId, bookId, topicId, isArchived: false };
        const explicit = [
          { kind: 'BOOK', id: bookId },
          { kind: 'ACCOUNT', id: accountId },
          { kind: 'ORGANISATION', id: org.organisationId },
        ] as const;
        const [first] = await messagesOf(org, { addressBookId: bookId, topicId, count: 1 });
        for (const scope of ['LINK', ...explicit] as const) {
          await test.db
            .transaction(async (sql) => {
              const command = { ...clear, target: { messageId: first!, scope } };
              const recorded = await recordOptOut(sql, command);
              if ('refused' in recorded) throw new Error(recorded.refused);
              const asked = scope === 'LINK' ? scopeNamedByLink(link) : scope;
              const of = scope === 'LINK' || scope.kind === 'BOOK' ? purpose : 'MARKETING';
              const counts = widen(scope === 'LINK' ? scopeLeftByLink(link) : scope, of, rule);
              const [row] = await findRequests(sql, org.organisationId, [recorded.requestId]);
              expect(row, `${widening} ${purpose} ${asked.kind}`).toMatchObject({
                scopeKind: counts.kind,
                scopeId: counts.id,
                requestedScopeKind: asked.kind,
                requestedScopeId: asked.id,
                listId: accountId === ownId ? ownId : org.organisationId,
                attribution: 'BOOK',
              });
              throw new Error('undo');
            })
            .catch((error: Error) => {
              if (error.message !== 'undo') throw error;
            });
        }
      }
    }
  });

  it('keeps what was recorded before the rule was changed (F9)', async () => {
    const org = await seed(test.db, { name: 'Changing' });
    const [one, two] = await messagesOf(org, { count: 2 });
    const before = await click(one!);
    await changeOrganisation(test.db.sql, org.organisationId, { widening: 'ORGANISATION' });
    expect(await suppressionsOf(test.db.sql, before.recipientId)).toMatchObject([
      { scopeKind: 'BOOK', scopeId: org.newsletterId },
    ]);
    const wide = await click(two!);
    expect(wide).toMatchObject({ scopeKind: 'ORGANISATION', scopeId: org.organisationId });
    await changeOrganisation(test.db.sql, org.organisationId, { widening: 'NONE' });
    expect(await suppressionsOf(test.db.sql, wide.recipientId)).toMatchObject([
      { scopeKind: 'ORGANISATION' },
    ]);
    expect(await allowed(org, 'person-2@example.test', { accountId: org.accountId })).toBe(false);
    expect(await allowed(org, 'person-2@example.test', { addressBookId: org.staffId })).toBe(true);
  });
});

describe('a wish to stop on all channels', () => {
  const numberOf = (org: Seed, address: string) =>
    ({ channel: 'SMS', address, addressKey: addressKey(org.ring, 'SMS', address) }) as const;
  const phone = async (org: Seed, number: string): Promise<string> =>
    ensureRecipient(test.db.sql, {
      organisationId: org.organisationId,
      ...numberOf(org, number),
    });
  /** Gives the contact of a message the number too, as this organisation. */
  const addNumber = async (org: Seed, messageId: string, number: string) => {
    const [contact] = await test.db.sql.rows<{ id: string }>(
      'SELECT contact_id AS id FROM message WHERE id = $1',
      [messageId],
    );
    return test.db.transaction((tx) =>
      updateContact(tx, {
        organisationId: org.organisationId,
        contactId: contact!.id,
        addresses: [numberOf(org, number)],
        language: null,
        fields: {},
        now,
      }),
    );
  };

  it('goes to the addresses that a contact links, each with a request of its own, and to no other (N9)', async () => {
    const org = await seed(test.db, { name: 'Channels' });
    const [one, two] = await messagesOf(org, { count: 2 });
    const [linked, stranger] = [await phone(org, '+46701234567'), await phone(org, '+46707654321')];
    await addNumber(org, one!, '+46701234567');
    const leave = (messageId: string, allChannels: boolean) =>
      test.db.transaction((sql) =>
        recordOptOutEverywhere(sql, {
          ...clear,
          target: { messageId, scope: 'LINK' },
          allChannels,
        }),
      );
    const narrow = await leave(two!, false);
    const wide = await leave(one!, true);
    if ('refused' in wide || 'refused' in narrow) throw new Error('refused');
    expect(await suppressionsOf(test.db.sql, linked)).toMatchObject([
      { scopeKind: 'BOOK', scopeId: org.newsletterId, state: 'OPTED_OUT', since: now },
    ]);
    expect(await suppressionsOf(test.db.sql, stranger)).toEqual([]);
    const rows = await test.db.sql.rows(
      'SELECT channel, state, all_channels, requested_scope_id FROM opt_out_request WHERE organisation_id = $1 ORDER BY received_at, id',
      [org.organisationId],
    );
    const scope = { requested_scope_id: org.newsletterId, state: 'CONFIRMED' };
    expect(rows).toEqual([
      { channel: 'EMAIL', all_channels: false, ...scope },
      { channel: 'EMAIL', all_channels: true, ...scope },
      { channel: 'SMS', all_channels: true, ...scope },
    ]);
    // Again, from both ends at once: nothing new, no deadlock.
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0
          ? leave(one!, true)
          : test.db.transaction((sql) =>
              recordOptOutEverywhere(sql, {
                ...clear,
                allChannels: true,
                target: {
                  organisationId: org.organisationId,
                  recipientId: linked,
                  scope: { kind: 'BOOK', id: org.newsletterId },
                },
              }),
            ),
      ),
    );
    expect(
      await test.db.sql.rows('SELECT 1 FROM opt_out_request WHERE organisation_id = $1', [
        org.organisationId,
      ]),
    ).toHaveLength(3);
  });

  it('goes also to an address that is linked later, by this organisation alone', async () => {
    const org = await seed(test.db, { name: 'Linking' });
    const other = await seed(test.db, { name: 'Linking too' });
    const [one] = await messagesOf(org, { count: 1 });
    await test.db.transaction((sql) =>
      recordOptOutEverywhere(sql, {
        ...clear,
        target: { messageId: one!, scope: { kind: 'ACCOUNT', id: org.accountId } },
        allChannels: true,
      }),
    );
    const later = await phone(org, '+46701111111');
    expect(await addNumber(other, one!, '+46701111111')).toEqual({ refused: 'not-found' });
    expect(await suppressionsOf(test.db.sql, later)).toEqual([]);
    expect(await addNumber(org, one!, '+46701111111')).toEqual({ contactId: expect.any(String) });
    expect(await suppressionsOf(test.db.sql, later)).toMatchObject([
      { scopeKind: 'ACCOUNT', scopeId: org.accountId, state: 'OPTED_OUT' },
    ]);
  });
});

describe('what is archived, deleted or made again (P-13)', () => {
  const change = (
    org: Seed,
    kind: Exclude<ScopeKind, 'ORGANISATION'>,
    id: string,
    how: Parameters<typeof changeScope>[1]['change'],
  ) =>
    test.db.transaction((sql) =>
      changeScope(sql, {
        organisationId: org.organisationId,
        scope: { kind, id },
        change: how,
        now,
      }),
    );

  it.each(['archive', 'delete'] as const)(
    'leaves the account by its old links, and staff information its own book: %s',
    async (how) => {
      const org = await seed(test.db, { name: `Old links ${how}` });
      const gone =
        how === 'archive' ? ({ change: how, archived: true } as const) : ({ change: how } as const);
      const [ofTopic] = await messagesOf(org, { topicId: org.newsTopicId });
      const [, ofBook] = await messagesOf(org);
      const [, , ofStaff] = await messagesOf(org, { addressBookId: org.staffId });
      await change(org, 'TOPIC', org.newsTopicId, gone);
      const account = { scopeKind: 'ACCOUNT', scopeId: org.accountId, state: 'CONFIRMED' };
      const first = await click(ofTopic!);
      expect(first).toMatchObject(account);
      expect(await requestOf(org, first.requestId)).toMatchObject({
        requestedScopeKind: 'TOPIC',
        requestedScopeId: org.newsTopicId,
      });
      await change(org, 'BOOK', org.newsletterId, gone);
      expect(await click(ofBook!)).toMatchObject(account);
      expect(await openLink(test.db.sql, ofBook!, now)).toMatchObject({
        isArchived: true,
        addressBookName: 'Newsletter',
        topics: [{ name: 'Events' }],
      });
      await change(org, 'ACCOUNT', org.accountId, gone);
      expect(await click(ofStaff!)).toMatchObject({ scopeKind: 'BOOK', scopeId: org.staffId });
    },
  );

  it('lifts nothing, whatever is done to it, and neither does one of its name (SendGrid, Braze)', async () => {
    const org = await seed(test.db, { name: 'Traps' });
    const other = await seed(test.db, { name: 'Traps of others' });
    const [ofBook] = await messagesOf(org);
    const [, ofTopic] = await messagesOf(org, { topicId: org.eventsTopicId });
    await click(ofBook!);
    await click(ofTopic!);
    const stopped = async (): Promise<boolean[]> => [
      await allowed(org, 'person-1@example.test', { addressBookId: org.newsletterId }),
      await allowed(org, 'person-2@example.test', { topicId: org.eventsTopicId }),
    ];
    const both = async (how: Parameters<typeof changeScope>[1]['change']): Promise<void> => {
      expect(await change(org, 'BOOK', org.newsletterId, how)).toEqual({ changed: true });
      expect(await change(org, 'TOPIC', org.eventsTopicId, how)).toEqual({ changed: true });
      expect(await stopped()).toEqual([false, false]);
    };
    await both({ change: 'archive', archived: true });
    await both({ change: 'archive', archived: false });
    expect(await change(other, 'BOOK', org.newsletterId, { change: 'delete' })).toEqual({
      refused: 'not-found',
    });
    await both({ change: 'delete' });
    expect(
      await change(org, 'BOOK', org.newsletterId, { change: 'archive', archived: false }),
    ).toEqual({ refused: 'not-found' });
    const { organisationId, accountId } = org;
    const again = await test.db.transaction(async (sql) => [
      await openAddressBook(sql, {
        organisationId,
        accountId,
        name: 'Newsletter',
        purpose: 'MARKETING',
        createdBy: 'test',
      }),
      await openTopic(sql, { organisationId, accountId, name: 'Events' }),
      await openAddressBook(sql, {
        organisationId,
        accountId,
        name: 'Newsletter',
        purpose: 'SERVICE',
        createdBy: 'test',
      }),
    ]);
    expect(again).toEqual([
      { id: org.newsletterId },
      { id: org.eventsTopicId },
      { refused: 'name-taken' },
    ]);
    const imported = await importContacts(test.db, {
      now: new Date(),
      organisationId,
      addressBookId: org.newsletterId,
      rows: contactRows('person-1@example.test', 'person-3@example.test'),
      ring: org.ring,
    });
    expect(imported).toMatchObject({ stillOptedOut: 1 });
    expect(await stopped()).toEqual([false, false]);
    // Its contacts left it with it; only those of the new file are there.
    expect(
      (await contacts(org.newsletterId)).map(({ address, state }) => [address, state]),
    ).toEqual([
      ['person-1@example.test', 'OPTED_OUT'],
      ['person-3@example.test', 'SUBSCRIBED'],
    ]);
  });

  it('is not written through any more: no new campaign, no release, no hand-over', async () => {
    const org = await seed(test.db, { name: 'Closed' });
    const { organisationId } = org;
    const running = await seedContacts(test.db, org, { count: 2 });
    await release(org, running);
    const draft = await seedContacts(test.db, org, { count: 2 });
    await change(org, 'BOOK', org.newsletterId, { change: 'archive', archived: true });
    const campaign = {
      organisationId,
      addressBookId: org.newsletterId,
      topicId: null,
      name: 'n',
      content: emailContent({ subject: {}, mjml: {} }),
      createdBy: 'test',
    };
    expect(await createCampaign(test.db.sql, campaign)).toEqual({ refused: 'archived' });
    expect(
      await test.db.transaction((sql) =>
        releaseDraft(sql, { organisationId, campaignId: draft, now }),
      ),
    ).toEqual({ refused: 'archived' });
    const claim = { campaignId: running, limit: 5, now, leaseUntil: new Date(now.getTime() + 1) };
    expect(await claimMessages(test.db.sql, claim)).toEqual([]);
    expect(
      await test.db.sql.rows(
        'SELECT DISTINCT state, stopped_by AS "stoppedBy" FROM message WHERE campaign_id = $1',
        [running],
      ),
    ).toEqual([{ state: 'STOPPED', stoppedBy: 'ARCHIVED' }]);
  });

  it('may not be deleted without being archived, also by raw SQL', async () => {
    await seed(test.db, { name: 'Raw' });
    for (const table of ['topic', 'address_book', 'account']) {
      await expect(
        test.db.sql.rows(`UPDATE ${table} SET deleted_at = now(), archived_at = NULL`),
      ).rejects.toThrow(/deleted_is_archived/);
    }
  });
});

describe('contacts', () => {
  it('show the state of their address in every book, by the request that made it (F9, A5)', async () => {
    const org = await seed(test.db, { name: 'States' });
    const second = await createAddressBook(test.db.sql, {
      accountId: org.accountId,
      name: 'Offers',
      purpose: 'MARKETING',
      createdBy: 'test',
    });
    if ('refused' in second) throw new Error(second.refused);
    const [one, two] = await messagesOf(org, { count: 3 });
    await messagesOf(org, { count: 3, addressBookId: second.addressBookId });
    await messagesOf(org, { count: 3, addressBookId: org.staffId });
    const book = await click(one!);
    const account = await record({
      ...clear,
      signal: 'UNCLEAR',
      method: 'MANUAL',
      target: { messageId: two!, scope: { kind: 'ACCOUNT', id: org.accountId } },
    });
    const shown = async (id: string) =>
      (await contacts(id)).map(({ state, since, requestId }) => [state, since, requestId]);
    const paused = ['PAUSED', now, account.requestId];
    const free = ['SUBSCRIBED', null, null];
    expect(await shown(org.newsletterId)).toEqual([
      ['OPTED_OUT', now, book.requestId],
      paused,
      free,
    ]);
    expect(await shown(second.addressBookId)).toEqual([free, paused, free]);
    expect(await shown(org.staffId)).toEqual([free, free, free]);
    const { rows, hasNext } = await listContacts(test.db.sql, {
      addressBookId: org.newsletterId,
      states: ['PAUSED', 'OPTED_OUT'],
      addressKey: null,
      first: 1,
      after: null,
    });
    expect([rows.length, hasNext]).toEqual([1, true]);
  });

  it('that are removed leave no opt-out; added, imported or put back by SQL they revive none (F9, W-13, I-2)', async () => {
    const org = await seed(test.db, { name: 'Removing' });
    const { organisationId } = org;
    const [one] = await messagesOf(org, { count: 2 });
    await click(one!);
    const [left, stays] = await contacts(org.newsletterId);
    const remove = (contactId: string, of = organisationId) =>
      removeContact(test.db.sql, { organisationId: of, contactId, now });
    expect(await remove(left!.id, crypto.randomUUID())).toEqual({ refused: 'not-found' });
    for (const { id } of [left!, stays!])
      expect(await remove(id)).toEqual({ addressBookId: org.newsletterId });
    expect(await remove(stays!.id)).toEqual({ refused: 'not-found' });
    expect(await suppressionsOf(test.db.sql, stays!.recipientId)).toEqual([]);
    const shown = async () =>
      (await contacts(org.newsletterId)).map(({ state, since }) => [state, since]);
    expect(await shown()).toEqual([]);
    const add = (address: string) =>
      test.db.transaction((sql) =>
        addContact(sql, {
          organisationId,
          addressBookId: org.newsletterId,
          addresses: [
            { channel: 'EMAIL', address, addressKey: addressKey(org.ring, 'EMAIL', address) },
          ],
          now,
          language: 'sv',
          fields: { first_name: 'P' },
        }),
      );
    expect(await add('person-1@example.test')).toEqual({ contactId: left!.id });
    expect(await add('person-2@example.test')).toEqual({ contactId: stays!.id });
    const standing = [
      ['OPTED_OUT', now],
      ['SUBSCRIBED', null],
    ];
    expect(await shown()).toEqual(standing);
    await remove(left!.id);
    await importContacts(test.db, {
      now: new Date(),
      organisationId,
      addressBookId: org.newsletterId,
      rows: contactRows('person-1@example.test'),
      ring: org.ring,
    });
    expect(await shown()).toEqual(standing);
    await remove(left!.id);
    await test.db.sql.rows('UPDATE contact SET removed_at = NULL WHERE id = $1', [left!.id]);
    expect(await shown()).toEqual(standing);
    await test.db.sql.rows('UPDATE message SET contact_id = NULL WHERE contact_id = $1', [
      left!.id,
    ]);
    await test.db.sql.rows('DELETE FROM contact WHERE id = $1', [left!.id]);
    await add('person-1@example.test');
    expect(await shown()).toEqual(standing);
  });
});

describe('attribution (B6, A8)', () => {
  it('makes the stop of somebody addressed by hand a request against the account, with that evidence', async () => {
    const org = await seed(test.db, { name: 'By hand' });
    const made = await byHand(org, ['hand@example.test', 'hand@example.test', 'two@example.test']);
    if ('refused' in made) throw new Error(made.refused);
    const messages = await release(org, made.campaignId);
    expect(messages).toHaveLength(2);
    const claim = { campaignId: made.campaignId, limit: 5, now };
    const claimed = await claimMessages(test.db.sql, {
      ...claim,
      leaseUntil: new Date(now.getTime() + 1000),
    });
    expect(claimed).toMatchObject([
      { language: null, fields: {} },
      { language: null, fields: {} },
    ]);
    expect(await openLink(test.db.sql, messages[0]!, now)).toMatchObject({
      addressBookId: null,
      addressBookName: null,
      purpose: 'MARKETING',
      isArchived: false,
    });
    const request = await click(messages[0]!);
    expect(request).toMatchObject({ scopeKind: 'ACCOUNT', scopeId: org.accountId });
    expect(await requestOf(org, request.requestId)).toMatchObject({
      attribution: 'BY_HAND',
      addressBookId: null,
      campaignId: made.campaignId,
      messageId: messages[0],
      purpose: 'MARKETING',
    });
    expect(await allowed(org, 'hand@example.test', { addressBookId: org.newsletterId })).toBe(
      false,
    );
    expect(await allowed(org, 'hand@example.test', { addressBookId: org.staffId })).toBe(true);
    // And the gate stops the next one.
    const next = await byHand(org, ['hand@example.test']);
    if ('refused' in next) throw new Error(next.refused);
    await release(org, next.campaignId);
    expect(
      await claimMessages(test.db.sql, { ...claim, campaignId: next.campaignId, leaseUntil: now }),
    ).toEqual([]);
  });

  it('has no opt-out for receipts by hand, though their page leaves all marketing (D1)', async () => {
    const org = await seed(test.db, { name: 'Receipts' });
    const made = await byHand(org, ['receipt@example.test'], 'TRANSACTIONAL');
    if ('refused' in made) throw new Error(made.refused);
    const [message] = await release(org, made.campaignId);
    const command = { ...clear, target: { messageId: message!, scope: 'LINK' } } as const;
    expect(await recordOptOut(test.db.sql, command)).toEqual({ refused: 'no-opt-out' });
    await record({
      ...clear,
      target: { messageId: message!, scope: { kind: 'ACCOUNT', id: org.accountId } },
    });
    const leaseUntil = new Date(now.getTime() + 1000);
    expect(
      await claimMessages(test.db.sql, { campaignId: made.campaignId, limit: 1, now, leaseUntil }),
    ).toHaveLength(1);
  });

  it('is held by the database: a campaign has a book, or is by hand with a purpose', async () => {
    const org = await seed(test.db, { name: 'Constraint' });
    const columns = 'organisation_id, account_id, name, channel, content, created_by';
    for (const [more, values] of [
      ['attribution', "'BOOK'"],
      ['attribution', "'BY_HAND'"],
      ['attribution, purpose', "'BY_HAND', 'SERVICE'"],
      ['attribution, purpose, address_book_id', `'BY_HAND', 'MARKETING', '${org.newsletterId}'`],
      ['attribution, purpose, topic_id', `'BY_HAND', 'MARKETING', '${org.newsTopicId}'`],
      ['attribution, purpose, address_book_id', `'BOOK', 'MARKETING', '${org.newsletterId}'`],
    ]) {
      await expect(
        test.db.sql.rows(
          `INSERT INTO campaign (${columns}, ${more}) VALUES ($1, $2, 'n', 'EMAIL', '{"channel": "EMAIL"}', 'x', ${values})`,
          [org.organisationId, org.accountId],
        ),
      ).rejects.toThrow(/by_hand_has_no_book|campaign_purpose_check/);
    }
  });
});

describe('a decision', () => {
  it('ends the pause of a widened request where it stands (A7, B5)', async () => {
    const org = await seed(test.db, { name: 'Deciding' });
    await changeOrganisation(test.db.sql, org.organisationId, { widening: 'ACCOUNT' });
    const [one] = await messagesOf(org, { count: 1 });
    const unclear = await record({
      ...clear,
      signal: 'UNCLEAR',
      method: 'MANUAL',
      target: { messageId: one!, scope: 'LINK' },
    });
    expect(await allowed(org, 'person-1@example.test', { accountId: org.accountId })).toBe(false);
    await test.db.transaction((sql) =>
      decideRequests(sql, {
        organisationId: org.organisationId,
        requestIds: [unclear.requestId],
        decision: 'DECLINE',
        reason: 'a misunderstanding',
        actor: { kind: 'KEY', name: 'Eva' },
        now,
      }),
    );
    expect(await allowed(org, 'person-1@example.test', { accountId: org.accountId })).toBe(true);
  });
});

import { emailContent, readSenderText } from '@adieu/domain';
import type { SenderForm } from '@adieu/keys';
import {
  createTestDatabase,
  leaves,
  ownedSmsSender,
  releaseDraft,
  type Seed,
  seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  archiveSender,
  campaignForSending,
  changeCampaign,
  chooseSender,
  createAccount,
  createCampaign,
  createSender,
  findSender,
  noticeOf,
  openAccount,
  sendersOfAccounts,
  sendersOfBooks,
  sendersOfCampaigns,
  updateSender,
} from '../src/index.ts';

let test: TestDatabase;
let org: Seed;
const now = new Date('2026-05-04T08:00:00.000Z');

const mail = (address: string, name = ''): SenderForm => ({
  kind: 'EMAIL',
  name,
  address,
  keyword: '',
});
const sms = (kind: SenderForm['kind'], address: string, keyword = ''): SenderForm => ({
  kind,
  name: '',
  address,
  keyword,
});
const tx = <T>(work: Parameters<TestDatabase['db']['transaction']>[0]) =>
  test.db.transaction(work) as Promise<T>;
async function add(form: SenderForm, isDefault = false, accountId = org.accountId) {
  const { organisationId } = org;
  const made = await tx<{ id: string } | { refused: string }>((sql) =>
    createSender(sql, { organisationId, accountId, form, isDefault }),
  );
  return 'id' in made ? made.id : made.refused;
}
const archive = (senderId: string, archived = true) =>
  tx<unknown>((sql) =>
    archiveSender(sql, { organisationId: org.organisationId, senderId, archived, now }),
  );
interface Chosen {
  readonly channel?: 'EMAIL' | 'SMS';
  readonly addressBookId?: string;
}
const choose = (
  senderId: string | null,
  { channel = 'EMAIL', addressBookId = org.newsletterId }: Chosen = {},
) =>
  tx<unknown>((sql) =>
    chooseSender(sql, { organisationId: org.organisationId, addressBookId, channel, senderId }),
  );
const update = (senderId: string, more: { name?: string; makeDefault?: boolean }) =>
  tx<unknown>((sql) =>
    updateSender(sql, {
      organisationId: org.organisationId,
      senderId,
      name: null,
      makeDefault: false,
      ...more,
    }),
  );
const shown = async (archivedToo = false) =>
  (await sendersOfAccounts(test.db.sql, [org.accountId], archivedToo)).map(
    ({ address, isDefault }) => `${address}${isDefault ? ' (default)' : ''}`,
  );
const senderOf = async (campaignId: string) =>
  (await campaignForSending(test.db.sql, campaignId))!.sender;
const SHOP = mail('news@nordlys.example.test', 'Nordlys Shop');

async function draft(addressBookId = org.newsletterId, name = 'Spring'): Promise<string> {
  const made = await createCampaign(test.db.sql, {
    organisationId: org.organisationId,
    addressBookId,
    topicId: null,
    name,
    content: emailContent({ subject: { en: 'Spring' }, html: { en: '<p>x</p>' } }),
    createdBy: 'test',
  });
  return (made as { campaignId: string }).campaignId;
}
const release = (campaignId: string, sendAt: Date | null = null) =>
  tx<unknown>((sql) =>
    releaseDraft(sql, { organisationId: org.organisationId, campaignId, now, sendAt }),
  );

describe('the table of senders', () => {
  beforeAll(async () => {
    test = await createTestDatabase();
    org = await seed(test.db);
  });
  afterAll(() => test.close());

  const insert = (columns: object) => {
    const row = { account_id: org.accountId, is_default: false, ...columns };
    const names = Object.keys(row);
    return test.db.sql.rows(
      `INSERT INTO sender (${names.join()}) VALUES (${names.map((_, i) => `$${i + 1}`).join()}) RETURNING channel`,
      Object.values(row),
    );
  };

  it.each([
    [{ kind: 'EMAIL', address: 'a@b.example', name: 'Søren "A", B' }, 'EMAIL'],
    [{ kind: 'NUMBER', address: '+46701740605' }, 'SMS'],
    [{ kind: 'TEXT', address: 'Åhléns 24' }, 'SMS'],
    [{ kind: 'SHORT_CODE', address: '72080', keyword: 'ROSOR', keyword_form: 'rosor' }, 'SMS'],
  ])('has %j, whose kind makes it one of %s', async (row, channel) => {
    expect(await insert(row)).toEqual([{ channel }]);
  });

  it.each([
    [{ kind: 'EMAIL', address: 'no address' }, 'sender_address_is_of_kind'],
    [{ kind: 'EMAIL', address: 'A <a@b.example>' }, 'sender_address_is_of_kind'],
    [{ kind: 'EMAIL', address: 'a@b.example\nBcc: c@d.example' }, 'sender_address_is_of_kind'],
    [{ kind: 'EMAIL', address: 'a@b.example', name: 'A\nBcc: c@d.example' }, 'sender_name_check'],
    [{ kind: 'EMAIL', address: 'a@b.example', name: 'A\u2028B' }, 'sender_name_check'],
    [{ kind: 'NUMBER', address: '0701740605' }, 'sender_address_is_of_kind'],
    [{ kind: 'NUMBER', address: '+46701740605', name: 'A' }, 'sender_name_is_of_email'],
    [{ kind: 'TEXT', address: '12345' }, 'sender_address_is_of_kind'],
    [{ kind: 'TEXT', address: 'abcdefghijkl' }, 'sender_address_is_of_kind'],
    [
      { kind: 'TEXT', address: 'A', keyword: 'K', keyword_form: 'k' },
      'sender_keyword_is_of_short_code',
    ],
    [{ kind: 'SHORT_CODE', address: '7208x' }, 'sender_address_is_of_kind'],
    [{ kind: 'SHORT_CODE', address: '72080', keyword: 'A B' }, 'sender_keyword_check'],
    [{ kind: 'PIGEON', address: 'a' }, 'sender_'],
    [{ kind: 'EMAIL', address: 'x@b.example', is_default: true }, 'sender_default'],
    [
      { kind: 'TEXT', address: 'Old', is_default: true, archived_at: now },
      'sender_default_is_not_archived',
    ],
  ])('refuses %j by %s', async (row, constraint) => {
    await expect(insert(row)).rejects.toThrow(constraint);
  });

  it('takes as texts what the domain does, of all characters of two bytes', async () => {
    const all = Array.from({ length: 0x7ff }, (_, i) => String.fromCharCode(i + 1));
    const [row] = await test.db.sql.rows<{ taken: string[] }>(
      `SELECT array_agg(x) AS taken FROM unnest($1::text[]) x WHERE pg_input_is_valid('a' || x, 'text')
         AND 'a' || x ~ (SELECT substring(pg_get_constraintdef(oid) FROM '''(\\^\\[ -Z[^'']*)''')
           FROM pg_constraint WHERE conname = 'sender_address_is_of_kind')`,
      [all],
    );
    const ours = all.filter((x) => readSenderText(`a${x}b`) === `a${x}b`);
    expect(row!.taken.toSorted()).toEqual(ours.toSorted());
  });

  it('lets a book choose nothing but of its account, of the channel, and not archived', async () => {
    const { organisationId } = org;
    const input = { organisationId, name: 'Other', defaultLanguage: 'en' } as const;
    const other = await createAccount(test.db.sql, { ...input, sender: SHOP });
    const [foreign] = await sendersOfAccounts(test.db.sql, [other], false);
    const [own] = await sendersOfAccounts(test.db.sql, [org.accountId], false);
    const set = (senderId: string, channel: string) =>
      test.db.sql.rows('INSERT INTO address_book_sender VALUES ($1, $2, $3)', [
        org.newsletterId,
        channel,
        senderId,
      ]);
    await expect(set(foreign!.id, 'EMAIL')).rejects.toThrow(/of its own account/);
    await expect(set(own!.id, 'SMS')).rejects.toThrow(/this channel/);
    await set(own!.id, 'EMAIL');
    const archived = test.db.sql.rows(
      'UPDATE sender SET is_default = false, archived_at = now() WHERE id = $1',
      [own!.id],
    );
    await expect(archived).rejects.toThrow(/that a book chose/);
  });
});

describe('what an account sends from', () => {
  beforeEach(async () => {
    test = await createTestDatabase();
    org = await seed(test.db);
    return () => test.close();
  });

  it('begins with a From, which is the default; the first of another channel is too', async () => {
    expect(await shown()).toEqual(['news@nordlys.example.test (default)']);
    await add(mail('club@nordlys.example.test'));
    await add(sms('TEXT', 'Nordlys'));
    await add(sms('NUMBER', '+46701740605'));
    expect(await shown()).toEqual([
      'news@nordlys.example.test (default)',
      'club@nordlys.example.test',
      'Nordlys (default)',
      '+46701740605',
    ]);
    await add(sms('SHORT_CODE', '72080', 'ROSOR'), true);
    expect((await shown()).slice(2)).toEqual(['72080 (default)', 'Nordlys', '+46701740605']);
  });

  it('is there once, in whatever state; the same address with another name is another', async () => {
    expect(await add(SHOP)).toBe('taken');
    expect(await add(mail(SHOP.address, 'Nordlys Club'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await add(sms('SHORT_CODE', '72080', 'A'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await add(sms('SHORT_CODE', '72080', 'B'))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await add(sms('SHORT_CODE', '72080', 'B'))).toBe('taken');
  });

  it('has one default after two became it at once', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map((x) => add(mail(`${x}@b.example`))));
    await Promise.all(ids.map((id) => update(id, { makeDefault: true })));
    expect((await shown()).filter((each) => each.endsWith('(default)'))).toHaveLength(1);
  });

  it('gets another name, if it is mail, is there and has not the name of another', async () => {
    const id = await add(mail('club@nordlys.example.test', 'Club'));
    const text = await add(sms('TEXT', 'Nordlys'));
    await add(mail('club@nordlys.example.test', 'Taken'));
    expect(await update(id, { name: 'Nordlys Club' })).toEqual({ id });
    expect(await findSender(test.db.sql, org.organisationId, id)).toMatchObject({
      name: 'Nordlys Club',
      isDefault: false,
    });
    expect(await update(id, { name: 'Taken' })).toEqual({ refused: 'taken' });
    expect(await update(text, { name: 'N' })).toEqual({ refused: 'name-of-email-alone' });
    await archive(id);
    expect(await update(id, { makeDefault: true })).toEqual({ refused: 'archived' });
  });

  it('is archived and brought back, but not while it is the default or a book chose it', async () => {
    const [first] = await sendersOfAccounts(test.db.sql, [org.accountId], false);
    expect(await archive(first!.id)).toEqual({ refused: 'is-default' });
    const id = await add(mail('club@nordlys.example.test'));
    await choose(id);
    expect(await archive(id)).toEqual({
      refused: 'in-use',
      campaigns: [],
      addressBooks: ['Newsletter'],
    });
    await choose(null);
    expect(await archive(id)).toEqual({ id });
    expect(await shown()).toEqual(['news@nordlys.example.test (default)']);
    expect(await choose(id)).toEqual({ refused: 'archived' });
    expect(await archive(id, false)).toEqual({ id });
    expect(await shown()).toHaveLength(2);
  });

  it('comes back with an account that was deleted, as what it is made with', async () => {
    const input = {
      organisationId: org.organisationId,
      name: 'Club',
      defaultLanguage: 'en',
      country: null,
      timeZone: null,
    } as const;
    const made = await tx<{ id: string }>((sql) => openAccount(sql, { ...input, sender: SHOP }));
    await test.db.sql.rows('UPDATE account SET archived_at = $2, deleted_at = $2 WHERE id = $1', [
      made.id,
      now,
    ]);
    const club = mail('club@nordlys.example.test', 'Club');
    const again = await tx<{ id: string }>((sql) => openAccount(sql, { ...input, sender: club }));
    expect(again).toEqual(made);
    expect(await sendersOfAccounts(test.db.sql, [made.id], true)).toMatchObject([
      { ...club, isDefault: true },
      { ...SHOP, isDefault: false },
    ]);
  });
});

describe('a campaign', () => {
  beforeEach(async () => {
    test = await createTestDatabase();
    org = await seed(test.db);
    return () => test.close();
  });

  it('goes out from its account’s default, or from what its book chose', async () => {
    const ids = [await draft(), await draft(org.staffId)] as const;
    const club = mail('club@nordlys.example.test', 'Club');
    const id = await add(club);
    await choose(id);
    expect(await senderOf(ids[0])).toEqual(club);
    expect(await senderOf(ids[1])).toEqual(SHOP);
    const campaigns = await sendersOfCampaigns(test.db.sql, ids);
    expect(Object.fromEntries(campaigns.map((each) => [each.campaignId, each.address]))).toEqual({
      [ids[0]]: club.address,
      [ids[1]]: SHOP.address,
    });
    const books = await sendersOfBooks(test.db.sql, [org.newsletterId, org.staffId]);
    expect(Object.fromEntries(books.map((each) => [each.addressBookId, each.address]))).toEqual({
      [org.newsletterId]: club.address,
      [org.staffId]: SHOP.address,
    });
    await choose(null);
    expect(await senderOf(ids[0])).toEqual(SHOP);
  });

  it('keeps at its release what it goes out from, whatever is chosen after it', async () => {
    await seedContacts(test.db, org, { count: 1 });
    const id = await draft();
    expect(await release(id)).toEqual({ queued: 1 });
    await choose(await add(mail('club@nordlys.example.test')));
    await add(mail('other@nordlys.example.test'), true);
    expect(await senderOf(id)).toEqual(SHOP);
  });

  it.each(['being sent', 'paused', 'scheduled', 'held'])(
    'that is %s keeps its sender from being archived, until it is over',
    async (how) => {
      await seedContacts(test.db, org, { count: 1 });
      const club = await add(mail('club@nordlys.example.test'));
      await choose(club);
      const id = await draft(org.newsletterId, 'Autumn');
      await release(id, how === 'scheduled' ? new Date(now.getTime() + 3_600_000) : null);
      await choose(null);
      const change = (what: 'PAUSE' | 'CANCEL') =>
        tx((sql) =>
          changeCampaign(sql, {
            organisationId: org.organisationId,
            campaignId: id,
            change: what,
            changedBy: 'test',
            now,
          }),
        );
      if (how === 'paused') await change('PAUSE');
      if (how === 'held') {
        await test.db.sql.rows(`UPDATE message SET state = 'HELD' WHERE campaign_id = $1`, [id]);
        await test.db.sql.rows(`UPDATE campaign SET state = 'SENT' WHERE id = $1`, [id]);
      }
      expect(await archive(club)).toEqual({
        refused: 'in-use',
        campaigns: ['Autumn'],
        addressBooks: [],
      });
      await change('CANCEL');
      expect(await archive(club)).toEqual({ id: club });
    },
  );

  it('is not released from what is archived at the same time, in whichever order they come', async () => {
    await seedContacts(test.db, org, { count: 1 });
    for (let i = 0; i < 10; i++) {
      const id = await draft();
      const club = await add(mail(`club-${i}@nordlys.example.test`));
      await choose(club);
      const removed = choose(null).then(() => archive(club));
      const [released, archived] = await Promise.all([release(id), removed]);
      const [sender] = await sendersOfCampaigns(test.db.sql, [id]);
      const isSent = 'queued' in (released as object);
      expect('id' in (archived as object)).toBe(!isSent || sender!.id !== club);
    }
  });

  it('of another channel than its account has is neither sent nor released', async () => {
    const [{ id }] = (await test.db.sql.rows<{ id: string }>(
      `INSERT INTO campaign (organisation_id, account_id, address_book_id, name, channel, content, created_by)
       VALUES ($1, $2, $3, 'By SMS', 'SMS', '{"channel": "SMS", "text": {"en": "Hi"}}', 'test') RETURNING id`,
      [org.organisationId, org.accountId, org.newsletterId],
    )) as [{ id: string }];
    expect(await senderOf(id)).toBeNull();
    const released = test.db.sql.rows(
      `UPDATE campaign SET state = 'SENDING', released_at = now(), compiled = '{"channel": "SMS"}' WHERE id = $1`,
      [id],
    );
    await expect(released).rejects.toThrow('campaign_is_released_from_a_sender');
    await add(sms('SHORT_CODE', '72080', 'ROSOR'));
    expect(await senderOf(id)).toEqual(sms('SHORT_CODE', '72080', 'ROSOR'));
  });
});

it('a notice is from what the book of its request chose', async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  await seedContacts(test.db, org, { count: 1, addressBookId: org.staffId });
  const campaignId = await draft(org.staffId);
  await release(campaignId);
  const [message] = await test.db.sql.rows<{ id: string }>('SELECT id FROM message');
  const recorded = await leaves(test.db.sql, message!.id, { now });
  const from = async () => (await noticeOf(test.db.sql, recorded.requestId))?.from;
  expect(await from()).toEqual({ name: SHOP.name, address: SHOP.address });
  await choose(await add(mail('staff@nordlys.example.test', 'Staff office')), {
    addressBookId: org.staffId,
  });
  expect(await from()).toEqual({ name: 'Staff office', address: 'staff@nordlys.example.test' });
  await test.close();
});

describe('whoever asks', () => {
  beforeAll(async () => {
    test = await createTestDatabase();
    org = await seed(test.db);
  });
  afterAll(() => test.close());

  it('finds nothing of another organisation, and changes nothing of it', async () => {
    const foreign = await seed(test.db, { name: 'Somebody else' });
    const [theirs] = await sendersOfAccounts(test.db.sql, [foreign.accountId], false);
    expect(await findSender(test.db.sql, org.organisationId, theirs!.id)).toBeNull();
    expect(await archive(theirs!.id)).toEqual({ refused: 'not-found' });
    expect(await update(theirs!.id, { name: 'Mine' })).toEqual({ refused: 'not-found' });
    expect(await choose(theirs!.id)).toEqual({ refused: 'sender-not-found' });
    expect(await choose(null, { addressBookId: foreign.newsletterId })).toEqual({
      refused: 'book-not-found',
    });
    expect(await add(mail('a@b.example'), false, foreign.accountId)).toBe('not-found');
    expect(await sendersOfAccounts(test.db.sql, [foreign.accountId], true)).toEqual([theirs]);
  });

  it('is told of a sender of another account, or of the other channel', async () => {
    const { organisationId } = org;
    const input = { organisationId, name: 'Other', defaultLanguage: 'en' } as const;
    const other = await createAccount(test.db.sql, { ...input, sender: SHOP });
    const [foreign] = await sendersOfAccounts(test.db.sql, [other], false);
    const text = await ownedSmsSender(test.db, org, { kind: 'TEXT', address: 'Nordlys' });
    expect(await choose(foreign!.id)).toEqual({ refused: 'of-another-account' });
    expect(await choose(text)).toEqual({ refused: 'of-another-channel' });
    expect(await choose(text, { channel: 'SMS' })).toEqual({ id: org.newsletterId });
  });
});

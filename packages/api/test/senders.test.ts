import { assignSmsSender } from '@adieu/db';
import type { SmsSenderKind } from '@adieu/domain';
import { seed, type Seed, seedContacts } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse } from './house.ts';

let house: House;
let foreign: Seed;
let accountId: string;
let newsletter: string;
let staff: string;

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
  accountId = toId('account', house.org.accountId);
  newsletter = toId('book', house.org.newsletterId);
  staff = toId('book', house.org.staffId);
  await seedContacts(house.test.db, house.org, { count: 2 });
  for (const [kind, address] of OWN)
    await house.test.db.transaction((sql) =>
      assignSmsSender(sql, {
        kind,
        address,
        keyword: '',
        organisationId: house.org.organisationId,
        now: house.now,
      }),
    );
});
afterAll(() => house?.close());

/** What the operator gave to our organisation. */
const OWN: readonly (readonly [SmsSenderKind, string])[] = [
  ['NUMBER', '+46701740605'],
  ['SHORT_CODE', '72080'],
  ['TEXT', 'Nordlys'],
];
const INPUTS = {
  createSender: 'CreateSenderInput',
  updateSender: 'UpdateSenderInput',
  archiveSender: 'ArchiveSenderInput',
  setAddressBookSender: 'SetAddressBookSenderInput',
} as const;
const SHOWN = 'id channel smsKind name address keyword isDefault archivedAt account { name }';

interface Shown {
  readonly id: string;
  readonly address: string;
}
interface Told {
  readonly sender: Shown;
  readonly code?: string;
}

async function act(name: keyof typeof INPUTS, input: object): Promise<Told> {
  const told =
    name === 'setAddressBookSender'
      ? '... on AddressBookSenderSet { addressBook { senders { address } } }'
      : name === 'createSender'
        ? `... on SenderCreated { sender { ${SHOWN} } }`
        : `... on SenderChanged { sender { ${SHOWN} } }`;
  const { data } = await house.ask<Record<string, Told>>(
    `mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) { ${told} ... on Problem { code field message } } }`,
    { input },
  );
  return data[name]!;
}
const add = async (more: object): Promise<string> => {
  const { sender } = await act('createSender', { accountId, ...more });
  return sender.id;
};

async function read<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await house.ask<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const listed = async (includeArchived = false): Promise<string[]> => {
  const { senders } = await read<{ senders: Shown[] }>(
    'query ($id: ID!, $all: Boolean!) { senders(accountId: $id, includeArchived: $all) { id address } }',
    { id: accountId, all: includeArchived },
  );
  return senders.map(({ address }) => address);
};

async function draft(addressBookId: string, more: object = {}): Promise<string> {
  const { data } = await house.ask<{ createCampaign: { campaign: { id: string } } }>(
    `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { ... on CampaignCreated { campaign { id } } ... on Problem { message } } }`,
    {
      input: {
        addressBookId,
        name: 'Spring',
        subject: [{ language: 'en', text: 'Spring' }],
        html: [{ language: 'en', text: '<p>Hello</p>' }],
        ...more,
      },
    },
  );
  return data.createCampaign.campaign.id;
}
const senderOf = async (id: string): Promise<string | undefined> =>
  (
    await read<{ campaign: { sender: Shown | null } }>(
      'query ($id: ID!) { campaign(id: $id) { sender { id address } } }',
      { id },
    )
  ).campaign.sender?.address;
const fromOf = async (campaignId: string): Promise<string | undefined> => {
  const { previewCampaign } = await read<{
    previewCampaign: { headers: { name: string; value: string }[] };
  }>(
    `query ($input: PreviewCampaignInput!) { previewCampaign(input: $input) { ... on CampaignPreview { headers { name value } } } }`,
    { input: { campaignId } },
  );
  return previewCampaign.headers.find(({ name }) => name === 'From')?.value;
};

describe('an account', () => {
  it('sends from what it was made with by default, and from all that is created', async () => {
    const club = await act('createSender', {
      accountId,
      name: ' Nordlys "Club", A/S ',
      address: 'Club@Nordlys.example.test',
    });
    expect(club).toEqual({
      sender: {
        id: expect.stringMatching(/^sender_/),
        channel: 'EMAIL',
        smsKind: null,
        name: 'Nordlys "Club", A/S',
        address: 'club@nordlys.example.test',
        keyword: null,
        isDefault: false,
        archivedAt: null,
        account: { name: 'Nordlys Shop' },
      },
    });
    const code = { smsKind: 'SHORT_CODE', address: '72080', keyword: 'rosor' };
    expect(await act('createSender', { accountId, ...code })).toMatchObject({
      sender: { channel: 'SMS', ...code, keyword: 'ROSOR', name: null, isDefault: true },
    });
    expect(await listed()).toEqual([
      'news@nordlys.example.test',
      'club@nordlys.example.test',
      '72080',
    ]);
    const { account, sender } = await read<{ account: { senders: Shown[] }; sender: Shown }>(
      'query ($account: ID!, $id: ID!) { account(id: $account) { senders { address } } sender(id: $id) { address } }',
      { account: accountId, id: club.sender.id },
    );
    expect(account.senders.map(({ address }) => address)).toEqual(await listed());
    expect(sender.address).toBe('club@nordlys.example.test');
  });

  it.each([
    [{ address: 'nobody' }, 'address'],
    [{ address: 'A <a@b.example>' }, 'address'],
    [{ address: 'a@b.example', name: 'A\r\nBcc: b@c.example' }, 'name'],
    [{ address: 'a@b.example', keyword: 'K' }, 'keyword'],
    [{ smsKind: 'NUMBER', address: '070-174 06 05' }, 'address'],
    [{ smsKind: 'NUMBER', address: '72080' }, 'address'],
    [{ smsKind: 'TEXT', address: 'a name too long' }, 'address'],
    [{ smsKind: 'TEXT', address: '12345' }, 'address'],
    [{ smsKind: 'TEXT', address: 'Nordlys', name: 'N' }, 'name'],
    [{ smsKind: 'SHORT_CODE', address: '+46701740605' }, 'address'],
    [{ smsKind: 'SHORT_CODE', address: '72081', keyword: 'two words' }, 'keyword'],
  ])('does not send from %j: %s', async (input, field) => {
    expect(await act('createSender', { accountId, ...input })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('reads a number without its country as one of the account’s', async () => {
    await house.test.db.sql.rows(`UPDATE account SET country = 'SE' WHERE id = $1`, [
      house.org.accountId,
    ]);
    const made = await act('createSender', {
      accountId,
      smsKind: 'NUMBER',
      address: '070-174 06 05',
    });
    expect(made.sender).toMatchObject({
      smsKind: 'NUMBER',
      address: '+46701740605',
      isDefault: false,
    });
  });

  it('changes a name and its default, keeps what is in use, and archives what is not', async () => {
    const id = await add({ name: 'Trips', address: 'trips@nordlys.example.test' });
    const first = await read<{ senders: Shown[] }>(
      'query ($id: ID!) { senders(accountId: $id) { id } }',
      { id: accountId },
    );
    expect(await act('updateSender', { id, name: '' })).toMatchObject({ sender: { name: null } });
    expect(await act('archiveSender', { id: first.senders[0]!.id })).toMatchObject({
      code: 'IS_DEFAULT',
      message: expect.stringMatching(/make another .* the default/),
    });
    expect(await act('updateSender', { id, makeDefault: true })).toMatchObject({
      sender: { isDefault: true },
    });
    expect(await act('archiveSender', { id: first.senders[0]!.id })).toMatchObject({
      sender: { archivedAt: expect.any(String) },
    });
    expect(await listed()).not.toContain('news@nordlys.example.test');
    expect(await listed(true)).toContain('news@nordlys.example.test');
    expect(
      await act('createSender', {
        accountId,
        name: 'Nordlys Shop',
        address: 'news@nordlys.example.test',
      }),
    ).toMatchObject({ code: 'SENDER_TAKEN', message: expect.stringMatching(/archiveSender/) });
    expect(await act('updateSender', { id: first.senders[0]!.id, name: 'x' })).toMatchObject({
      code: 'ARCHIVED',
    });
    await act('archiveSender', { id: first.senders[0]!.id, archived: false });
    await act('updateSender', { id: first.senders[0]!.id, makeDefault: true });
    expect((await listed())[0]).toBe('news@nordlys.example.test');
  });
});

describe('a campaign', () => {
  it('goes out from what its book chose, and says so in From, its preview and its check', async () => {
    const id = await add({ name: 'Nordlys "Køb", A/S', address: 'kob@nordlys.example.test' });
    const spring = await draft(newsletter);
    expect(await senderOf(spring)).toBe('news@nordlys.example.test');
    expect(await fromOf(spring)).toBe('Nordlys Shop <news@nordlys.example.test>');
    expect(
      await act('setAddressBookSender', {
        addressBookId: newsletter,
        channel: 'EMAIL',
        senderId: id,
      }),
    ).toEqual({
      addressBook: { senders: [{ address: 'kob@nordlys.example.test' }, { address: '72080' }] },
    });
    expect(await senderOf(spring)).toBe('kob@nordlys.example.test');
    expect(await fromOf(spring)).toMatch(/^=\?UTF-8\?Q\?.* <kob@nordlys\.example\.test>$/i);
    expect(await senderOf(await draft(staff))).toBe('news@nordlys.example.test');

    const { data } = await house.ask<{ sendCampaign: object }>(
      'mutation ($input: SendCampaignInput!) { sendCampaign(input: $input) { ... on CampaignSent { queued } ... on CampaignCheckFailed { findings { code } } } }',
      { input: { id: spring } },
    );
    expect(data.sendCampaign).toHaveProperty('queued');
    await act('setAddressBookSender', { addressBookId: newsletter, channel: 'EMAIL' });
    expect(await senderOf(spring)).toBe('kob@nordlys.example.test');
    expect(await act('archiveSender', { id })).toMatchObject({
      code: 'IN_USE',
      message: expect.stringContaining('Spring'),
    });
  });

  it('of SMS has nothing to go out from, as long as its account has no such sender', async () => {
    const { data } = await house.ask<{ createAccount: { account: { id: string } } }>(
      `mutation { createAccount(input: { name: "Mail only", sender: { address: "a@b.example" } }) { ... on AccountCreated { account { id senders { name address isDefault } } } } }`,
    );
    expect(data.createAccount.account).toMatchObject({
      senders: [{ name: null, address: 'a@b.example', isDefault: true }],
    });
    const account = data.createAccount.account.id;
    const made = await house.ask<{ createAddressBook: { addressBook: { id: string } } }>(
      `mutation ($id: ID!) { createAddressBook(input: { accountId: $id, name: "Texts", purpose: SERVICE }) { ... on AddressBookCreated { addressBook { id } } } }`,
      { id: account },
    );
    const texts = { channel: 'SMS', subject: null, html: null };
    const id = await draft(made.data.createAddressBook.addressBook.id, {
      ...texts,
      text: [{ language: 'en', text: 'Hi' }],
    });
    const codes = async (): Promise<string[]> => {
      const { checkCampaign } = await read<{
        checkCampaign: { findings: { level: string; code: string }[] };
      }>('mutation ($id: ID!) { checkCampaign(id: $id) { findings { level code } } }', { id });
      return checkCampaign.findings.map(({ level, code }) => `${level} ${code}`);
    };
    expect(await codes()).toContain('ERROR SENDER_MISSING');
    expect(await senderOf(id)).toBeUndefined();
    await act('createSender', { accountId: account, smsKind: 'TEXT', address: 'Nordlys' });
    expect(await codes()).not.toContain('ERROR SENDER_MISSING');
    expect(await senderOf(id)).toBe('Nordlys');
  });
});

describe('a book', () => {
  it('chooses no sender of another account, of the other channel, or that is archived', async () => {
    const { data } = await house.ask<{ createAccount: { account: { senders: Shown[] } } }>(
      `mutation { createAccount(input: { name: "Other", sender: { address: "o@b.example" } }) { ... on AccountCreated { account { senders { id } } } } }`,
    );
    const other = data.createAccount.account.senders[0]!.id;
    const id = await add({ address: 'old@nordlys.example.test' });
    const choose = (senderId: string, channel = 'EMAIL') =>
      act('setAddressBookSender', { addressBookId: staff, channel, senderId });
    expect(await choose(other)).toMatchObject({ code: 'INVALID_INPUT', field: 'senderId' });
    expect(await choose(id, 'SMS')).toMatchObject({ code: 'INVALID_INPUT', field: 'channel' });
    expect(await choose(id)).toHaveProperty('addressBook');
    expect(await act('archiveSender', { id })).toMatchObject({
      code: 'IN_USE',
      message: expect.stringContaining('Staff information'),
    });
    await act('setAddressBookSender', { addressBookId: staff, channel: 'EMAIL' });
    await act('archiveSender', { id });
    expect(await choose(id)).toMatchObject({ code: 'ARCHIVED', field: 'senderId' });
  });
});

it('nobody reads what another organisation sends from', async () => {
  const { senders } = await house
    .ask<{ senders: Shown[] }>('query ($id: ID!) { senders(accountId: $id) { id } }', {
      id: toId('account', foreign.accountId),
    })
    .then(({ data }) => data);
  expect(senders).toEqual([]);
  const [theirs] = await house.test.db.sql.rows<{ id: string }>(
    'SELECT id FROM sender WHERE account_id = $1',
    [foreign.accountId],
  );
  const { data } = await house.ask('query ($id: ID!) { sender(id: $id) { id } }', {
    id: toId('sender', theirs!.id),
  });
  expect(data).toEqual({ sender: null });
});

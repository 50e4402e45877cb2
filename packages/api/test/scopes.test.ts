import { signMessageLink } from '@adieu/keys';
import { seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails, type SeededMail } from './house.ts';
import { oneClick } from './leave.ts';

type Result = Record<string, unknown> & { __typename: string };

let house: House;
let account: string;
let newsletter: string;

beforeAll(async () => {
  house = await openHouse();
  account = toId('account', house.org.accountId);
  newsletter = toId('book', house.org.newsletterId);
});
afterAll(() => house?.close());

/** Runs one mutation with an `input`; gives its result. */
async function change(
  name: string,
  inputType: string,
  selection: string,
  input: object,
  key?: string,
): Promise<Result> {
  const { data, errors } = await house.ask<Record<string, Result>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename ${selection} ... on Problem { code field } } }`,
    { input },
    key ?? house.org.adminKey,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name]!;
}

const SELECTIONS: Readonly<Record<string, string>> = {
  createAccount: '... on AccountCreated { account { id name } }',
  createAddressBook: '... on AddressBookCreated { addressBook { id name purpose } }',
  createTopic: '... on TopicCreated { topic { id name } }',
  changeTopic: '... on TopicChanged { topic { id name } }',
};

const changeScope = (name: string, input: object): Promise<Result> =>
  change(
    name,
    `${name[0]!.toUpperCase()}${name.slice(1)}Input`,
    SELECTIONS[name] ?? '... on ScopeChanged { scope { kind id name } }',
    input,
  );

const idOf = (result: Result): string =>
  ((result['account'] ?? result['addressBook'] ?? result['topic']) as { id: string }).id;

async function requestsOf(address: string): Promise<Record<string, unknown>[]> {
  const { data } = await house.ask<{ recipient: { requests: Record<string, unknown>[] } }>(
    `query ($address: String!) { recipient(address: $address, channel: EMAIL) { requests {
       state attribution allChannels scope { kind name } requestedScope { kind name } addressBook { name }
     } } }`,
    { address },
  );
  return data.recipient.requests;
}

async function view(token: string): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ preferences: Record<string, unknown> }>(
    `query ($token: String!) { preferences(token: $token) { ... on PreferenceView {
       addressBookName purpose scope { kind name } allMarketing { state } optOut { state } topics { name }
     } } }`,
    { token },
    null,
  );
  return data.preferences;
}

async function contacts(bookId: string, key = house.org.adminKey): Promise<Result[]> {
  const { data } = await house.ask<{
    addressBooks: { nodes: { id: string; contacts: { nodes: Result[] } }[] };
  }>(
    `{ addressBooks { nodes { id contacts(first: 100) { nodes {
       id fields { name value } addresses { channel address state since request { id scope { kind } } }
     } } } } }`,
    {},
    key,
  );
  const book = data.addressBooks.nodes.find(({ id }) => id === bookId);
  // Each has one address.
  return book!.contacts.nodes.map(({ addresses, ...contact }) => ({
    ...contact,
    ...(addresses as Result[])[0],
  }));
}

describe('topics, books and accounts', () => {
  it('are made, renamed, archived, brought back and deleted by admins', async () => {
    const made = await changeScope('createAccount', {
      name: ' Nordlys Club ',
      sender: { name: 'Club', address: 'Club@Nordlys.example.test' },
    });
    expect(made).toMatchObject({ account: { name: 'Nordlys Club' } });
    const accountId = idOf(made);
    const book = idOf(
      await changeScope('createAddressBook', {
        accountId,
        name: 'Club news',
        purpose: 'MARKETING',
      }),
    );
    const topic = idOf(await changeScope('createTopic', { accountId, name: 'Trips' }));
    const listed = async (): Promise<unknown> => {
      const { data } = await house.ask<{
        accounts: { name: string }[];
        addressBooks: { nodes: { id: string; name: string; optOutPolicy: object }[] };
        topics: { name: string }[];
      }>(
        `query ($id: ID!) { accounts { name } addressBooks { nodes { id name optOutPolicy { version } } } topics(filter: { accountId: $id }) { name } }`,
        { id: accountId },
      );
      return {
        accounts: data.accounts.map(({ name }) => name),
        book: data.addressBooks.nodes.find(({ id }) => id === book),
        topics: data.topics.map(({ name }) => name),
      };
    };
    const all = {
      accounts: ['Nordlys Club', 'Nordlys Shop'],
      book: { id: book, name: 'Club news', optOutPolicy: { version: 1 } },
      topics: ['Trips'],
    };
    expect(await listed()).toEqual(all);
    const scope = { kind: 'TOPIC', id: topic };
    expect(await changeScope('changeTopic', { id: topic, name: 'Journeys' })).toMatchObject({
      topic: { name: 'Journeys' },
    });
    expect(await listed()).toEqual({ ...all, topics: ['Journeys'] });
    await changeScope('archiveScope', { scope: { kind: 'ACCOUNT', id: accountId } });
    expect(await listed()).toEqual({ accounts: ['Nordlys Shop'], book: undefined, topics: [] });
    expect(await changeScope('createTopic', { accountId, name: 'More' })).toMatchObject({
      code: 'ARCHIVED',
    });
    await changeScope('archiveScope', {
      scope: { kind: 'ACCOUNT', id: accountId },
      archived: false,
    });
    await changeScope('deleteScope', { scope });
    expect(await listed()).toEqual({ ...all, topics: [] });
    expect(await changeScope('changeTopic', { id: topic, name: 'Gone' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(idOf(await changeScope('createTopic', { accountId, name: 'Journeys' }))).toBe(topic);
  });

  it.each([
    ['createTopic', { name: ' ' }, 'INVALID_INPUT', 'name'],
    ['createTopic', { name: 'a\r\nBcc: x@example.test' }, 'INVALID_INPUT', 'name'],
    ['createTopic', { name: 'Events' }, 'NAME_TAKEN', 'name'],
    ['createAddressBook', { name: 'Newsletter', purpose: 'SERVICE' }, 'NAME_TAKEN', 'name'],
    ['createTopic', { name: 'x', accountId: 'account_nobody' }, 'INVALID_INPUT', 'accountId'],
  ] as const)('%s with %o is refused: %s', async (name, input, code, field) => {
    expect(await changeScope(name, { accountId: account, ...input })).toMatchObject({
      code,
      field,
    });
  });

  it.each([
    ['no address', 'A', 'address'],
    ['a@example.test\r\nBcc: b@example.test', 'A', 'address'],
    ['A <a@example.test>', 'A', 'address'],
    ['', 'A', 'address'],
    ['a@example.test', 'A\r\nBcc: b@example.test', 'name'],
  ])('an account does not send as %j with the name %j', async (address, name, field) => {
    const input = { name: 'Sender', sender: { name, address } };
    expect(await changeScope('createAccount', input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: `sender.${field}`,
    });
  });

  it('an organisation is neither archived nor deleted', async () => {
    for (const name of ['archiveScope', 'deleteScope'])
      expect(await changeScope(name, { scope: { kind: 'ORGANISATION' } })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'scope',
      });
  });
});

describe('old links of what is gone (P-13)', () => {
  let mails: SeededMail[];
  beforeAll(async () => {
    const made = await changeScope('createAddressBook', {
      accountId: account,
      name: 'Short-lived',
      purpose: 'MARKETING',
    });
    mails = await seedMails(house, {
      count: 3,
      addressBookId: fromId('book', idOf(made))!,
      topicId: house.org.eventsTopicId,
    });
    await changeScope('deleteScope', { scope: { kind: 'BOOK', id: idOf(made) } });
  });

  it('leave the account by one click, and the request says what was asked for', async () => {
    const { token, address } = mails[0]!;
    expect((await oneClick(house, token)).status).toBe(200);
    expect(await requestsOf(address)).toMatchObject([
      {
        state: 'CONFIRMED',
        scope: { kind: 'ACCOUNT', name: 'Nordlys Shop' },
        requestedScope: { kind: 'TOPIC', name: 'Events' },
        addressBook: { name: 'Short-lived' },
      },
    ]);
  });

  it('show and leave the same by the page', async () => {
    const { token, address } = mails[1]!;
    expect(await view(token)).toMatchObject({
      addressBookName: 'Short-lived',
      scope: { kind: 'ACCOUNT', name: 'Nordlys Shop' },
    });
    const left = await change('leave', 'LeaveInput', '', { token, choice: 'THIS_SCOPE' });
    expect(left.__typename).toBe('Left');
    expect(await requestsOf(address)).toMatchObject([{ scope: { kind: 'ACCOUNT' } }]);
    expect(await view(token)).toMatchObject({ allMarketing: { state: 'CONFIRMED' } });
  });
});

describe('widening (F9)', () => {
  it('is the admin’s to set, counts from then on, and the request keeps what was asked for', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    const set = (widening: string): Promise<Result> =>
      change(
        'changeOrganisation',
        'ChangeOrganisationInput',
        '... on OrganisationChanged { organisation { widening } }',
        { widening },
      );
    expect(await set('ORGANISATION')).toMatchObject({ organisation: { widening: 'ORGANISATION' } });
    await oneClick(house, mail!.token);
    await set('NONE');
    expect((await requestsOf(mail!.address))[0]).toMatchObject({
      scope: { kind: 'ORGANISATION', name: 'Nordlys' },
      requestedScope: { kind: 'BOOK', name: 'Newsletter' },
      attribution: 'BOOK',
      allChannels: false,
    });
  });
});

describe('an account’s own list (D6)', () => {
  it('is previewed, switched once, and stops what it stopped', async () => {
    const mails = await seedMails(house, { count: 6 });
    const { token, address } = mails[5]!;
    await oneClick(house, token);
    const preview = async (): Promise<unknown> =>
      (
        await house.ask<{ previewListSwitch: object }>(
          'query ($id: ID!) { previewListSwitch(accountId: $id, keepsOwnList: true) { optOuts copied conflicts openRequests } }',
          { id: account },
        )
      ).data.previewListSwitch;
    const before = (await preview()) as { optOuts: number };
    expect(before.optOuts).toBeGreaterThan(0);
    const foreign = await seed(house.test.db, { name: 'Foreign' });
    const doSwitch = (key?: string): Promise<Result> =>
      change(
        'switchAccountList',
        'SwitchAccountListInput',
        '... on AccountListSwitched { account { keepsOwnList } moved { optOuts copied conflicts openRequests } }',
        { accountId: account, keepsOwnList: true, idempotencyKey: 'switch' },
        key,
      );
    expect(await doSwitch(foreign.adminKey)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await doSwitch()).toMatchObject({ account: { keepsOwnList: true }, moved: before });
    expect(await doSwitch()).toMatchObject({ moved: before });
    expect(await preview()).toMatchObject({ optOuts: 0 });
    const both = await house.ask<Record<string, object>>(
      `mutation ($id: ID!) {
         shared: switchAccountList(input: { accountId: $id, keepsOwnList: false }) { ...Told }
         own: switchAccountList(input: { accountId: $id, keepsOwnList: true }) { ...Told }
       }
       fragment Told on AccountListSwitched { account { keepsOwnList } }`,
      { id: account },
    );
    expect(both.data).toEqual({
      shared: { account: { keepsOwnList: false } },
      own: { account: { keepsOwnList: true } },
    });
    const { data } = await house.ask<{ mayContact: { allowed: boolean } }>(
      'query ($input: MayContactInput!) { mayContact(input: $input) { allowed } }',
      { input: { address, channel: 'EMAIL', addressBookId: newsletter } },
    );
    expect(data.mayContact.allowed).toBe(false);
  });
});

describe('contacts (A5, F9, W-13)', () => {
  const add = (input: object, key?: string): Promise<Result> =>
    change(
      'addContact',
      'AddContactInput',
      '... on ContactAdded { contact { id addresses { state } fields { name value } } }',
      { addressBookId: newsletter, ...input },
      key,
    );

  it('are added by hand, shown with their state, removed, and never revived', async () => {
    const fields = [{ name: 'first_name', value: 'Ada' }];
    const added = await add({ email: 'ADA@example.test', language: 'sv', fields });
    const { contact } = added as unknown as { contact: { id: string } };
    expect(contact).toMatchObject({ addresses: [{ state: 'SUBSCRIBED' }], fields });
    await change('requestOptOut', 'RequestOptOutInput', '', {
      address: 'ada@example.test',
      scope: { kind: 'BOOK', id: newsletter },
    });
    const shown = async (key?: string): Promise<unknown> =>
      (await contacts(newsletter, key)).find(({ address }) => address === 'ada@example.test');
    expect(await shown()).toMatchObject({
      state: 'OPTED_OUT',
      since: house.now.toISOString(),
      request: { scope: { kind: 'BOOK' } },
    });
    // A campaigner sees that somebody is out, and not by what.
    expect(await shown(house.org.campaignerKey)).toMatchObject({
      state: 'OPTED_OUT',
      request: null,
    });
    const remove = (): Promise<Result> =>
      change('removeContact', 'RemoveContactInput', '... on ContactRemoved { addressBookId }', {
        id: contact.id,
      });
    expect(await remove()).toEqual({ __typename: 'ContactRemoved', addressBookId: newsletter });
    expect(await remove()).toMatchObject({ code: 'NOT_FOUND' });
    expect(await shown()).toBeUndefined();
    expect(await add({ email: 'ada@example.test' }, house.org.campaignerKey)).toMatchObject({
      contact: { id: contact.id, addresses: [{ state: 'OPTED_OUT' }] },
    });
    await remove();
    const imported = await change(
      'importContacts',
      'ImportContactsInput',
      '... on ContactsImported { stillOptedOut }',
      { addressBookId: newsletter, csv: 'email\nAda@example.test\n' },
    );
    expect(imported).toMatchObject({ stillOptedOut: 1 });
    expect(await shown()).toMatchObject({ state: 'OPTED_OUT' });
  });

  it('have a number too, are found by either, and change an address with every wish that stands for it', async () => {
    const [email, phone] = ['two@example.test', '+46701740677'];
    const { contact } = (await add({ email, phone: '0046 70-174 06 77' })) as unknown as {
      contact: { id: string };
    };
    const found = async (address: string): Promise<unknown[]> => {
      const { data } = await house.ask<{ addressBook: { contacts: { nodes: unknown[] } } }>(
        `query ($id: ID!, $address: String!) { addressBook(id: $id) { contacts(address: $address) { nodes {
           id addresses { channel address state }
         } } } }`,
        { id: newsletter, address },
      );
      return data.addressBook.contacts.nodes;
    };
    const both = [
      { channel: 'EMAIL', address: email, state: 'SUBSCRIBED' },
      { channel: 'SMS', address: phone, state: 'SUBSCRIBED' },
    ];
    for (const address of ['TWO@example.test', '+46 70 174 06 77'])
      expect(await found(address)).toEqual([{ id: contact.id, addresses: both }]);
    expect(await add({ email, phone: '+46701740678' })).toMatchObject({
      code: 'HAS_ANOTHER_ADDRESS',
      field: 'phone',
    });
    await add({ phone: '+46701740678' });
    expect(await add({ email: 'three@example.test', phone: '+46701740678' })).toMatchObject({
      __typename: 'ContactAdded',
    });
    expect(await add({ email: 'three@example.test', phone })).toMatchObject({
      code: 'ADDRESS_TAKEN',
      field: 'phone',
    });
    await change('requestOptOut', 'RequestOptOutInput', '', {
      address: phone,
      channel: 'SMS',
      scope: { kind: 'BOOK', id: newsletter },
    });
    const update = (input: object): Promise<Result> =>
      change(
        'updateContact',
        'UpdateContactInput',
        '... on ContactUpdated { contact { id addresses { address state } } }',
        { id: contact.id, ...input },
      );
    expect(await update({ phone: '+46701740679' })).toMatchObject({
      contact: {
        id: contact.id,
        addresses: [
          { address: email, state: 'SUBSCRIBED' },
          { address: '+46701740679', state: 'OPTED_OUT' },
        ],
      },
    });
    expect(await update({ email: 'three@example.test' })).toMatchObject({
      code: 'ADDRESS_TAKEN',
      field: 'email',
    });
    expect(await found(phone)).toEqual([]);
    expect(await update({})).toMatchObject({ code: 'INVALID_INPUT', field: 'id' });
  });

  it.each([
    ['no address', { email: 'nobody' }, 'email'],
    ['nothing', {}, 'email'],
    ['no number', { phone: 'nobody' }, 'phone'],
    ['a number of nowhere', { phone: '070-174 06 05' }, 'phone'],
    ['another language', { email: 'x@example.test', language: 'xx' }, 'language'],
    [
      'a field without a name',
      { email: 'x@example.test', fields: [{ name: '', value: '' }] },
      'fields',
    ],
    ['another book', { email: 'x@example.test', addressBookId: 'book_nobody' }, 'addressBookId'],
  ])('with %s are refused by name of the field', async (_what, input, field) => {
    expect(await add(input)).toMatchObject({ field });
  });
});

describe('a campaign by hand (B6)', () => {
  const create = (input: object): Promise<Result> =>
    change(
      'createCampaign',
      'CreateCampaignInput',
      '... on CampaignCreated { campaign { id attribution addressBook { id } } }',
      {
        name: 'By hand',
        subject: [{ language: 'en', text: 'Hello' }],
        mjml: [{ language: 'en', text: '<mjml><mj-body></mj-body></mjml>' }],
        ...input,
      },
      house.org.campaignerKey,
    );
  const send = async (result: Result): Promise<string> => {
    const { id } = result['campaign'] as { id: string };
    await change('sendCampaign', 'SendCampaignInput', '... on CampaignSent { queued }', { id });
    const [row] = await house.test.db.sql.rows<{ id: string }>(
      'SELECT id FROM message WHERE campaign_id = $1 ORDER BY id LIMIT 1',
      [fromId('campaign', id)],
    );
    return signMessageLink(house.org.ring, row!.id);
  };

  it('goes to addresses, and a stop is a request against the account, by one click and on the page', async () => {
    const made = await create({ accountId: account, recipients: ['Hand@example.test'] });
    expect(made).toMatchObject({ campaign: { attribution: 'BY_HAND', addressBook: null } });
    const token = await send(made);
    expect(await view(token)).toMatchObject({
      addressBookName: null,
      purpose: 'MARKETING',
      scope: { kind: 'ACCOUNT', name: 'Nordlys Shop' },
      optOut: null,
    });
    expect((await oneClick(house, token)).status).toBe(200);
    expect(await requestsOf('hand@example.test')).toEqual([
      {
        state: 'CONFIRMED',
        attribution: 'BY_HAND',
        allChannels: false,
        scope: { kind: 'ACCOUNT', name: 'Nordlys Shop' },
        requestedScope: { kind: 'ACCOUNT', name: 'Nordlys Shop' },
        addressBook: null,
      },
    ]);
    expect(await view(token)).toMatchObject({ allMarketing: { state: 'CONFIRMED' } });
  });

  it('with a receipt has nothing to leave by one click (D1)', async () => {
    const made = await create({
      accountId: account,
      recipients: ['receipt@example.test'],
      purpose: 'TRANSACTIONAL',
    });
    const token = await send(made);
    const before = await countOf(house, 'opt_out_request');
    expect((await oneClick(house, token)).status).toBe(404);
    expect(await countOf(house, 'opt_out_request')).toBe(before);
    expect(await view(token)).toMatchObject({ purpose: 'TRANSACTIONAL' });
  });

  it.each([
    ['neither book nor account', () => ({}), 'INVALID_INPUT', 'addressBookId'],
    ['nobody', () => ({ accountId: account, recipients: [] }), 'INVALID_INPUT', 'recipients'],
    [
      '1,001 people',
      () => ({
        accountId: account,
        recipients: Array.from({ length: 1_001 }, (_, i) => `p${i}@example.test`),
      }),
      'LIMIT_REACHED',
      'recipients',
    ],
    [
      'something else than addresses',
      () => ({ accountId: account, recipients: ['a@example.test', 'b'] }),
      'INVALID_INPUT',
      'recipients',
    ],
    [
      'a book too',
      () => ({ accountId: account, addressBookId: newsletter, recipients: ['a@example.test'] }),
      'INVALID_INPUT',
      'accountId',
    ],
    [
      'a topic',
      () => ({
        accountId: account,
        recipients: ['a@example.test'],
        topicId: toId('topic', house.org.eventsTopicId),
      }),
      'INVALID_INPUT',
      'topicId',
    ],
    [
      'staff information',
      () => ({ accountId: account, recipients: ['a@example.test'], purpose: 'SERVICE' }),
      'INVALID_INPUT',
      'purpose',
    ],
  ])('to %s is refused', async (_what, input, code, field) => {
    expect(await create(input())).toMatchObject({ code, field });
  });

  it('is refused through what is archived, and was before it was', async () => {
    const made = await changeScope('createAddressBook', {
      accountId: account,
      name: 'To be closed',
      purpose: 'MARKETING',
    });
    const draft = await create({ addressBookId: idOf(made) });
    await changeScope('archiveScope', { scope: { kind: 'BOOK', id: idOf(made) } });
    expect(await create({ addressBookId: idOf(made) })).toMatchObject({ code: 'ARCHIVED' });
    const { id } = draft['campaign'] as { id: string };
    expect(await change('sendCampaign', 'SendCampaignInput', '', { id })).toMatchObject({
      code: 'ARCHIVED',
      field: 'id',
    });
  });
});

describe('all channels', () => {
  it('can be asked for by admins and on the page, and shows on the request', async () => {
    const [mail] = await seedMails(house, { count: 8 }).then((all) => all.slice(7));
    await change('leave', 'LeaveInput', '', {
      token: mail!.token,
      choice: 'ALL_MARKETING',
      allChannels: true,
    });
    expect((await requestsOf(mail!.address))[0]).toMatchObject({ allChannels: true });
    const asked = await change(
      'requestOptOut',
      'RequestOptOutInput',
      '... on OptOutRequested { request { allChannels scope { kind } } }',
      { address: 'everywhere@example.test', scope: { kind: 'ORGANISATION' }, allChannels: true },
    );
    expect(asked).toMatchObject({
      request: { allChannels: true, scope: { kind: 'ORGANISATION' } },
    });
    // This account keeps its own list by now: it hears of it too.
    expect(await requestsOf('everywhere@example.test')).toHaveLength(2);
  });
});

import { toId } from '../src/graphql/shared/ids.ts';
import { ensureRecipient } from '@adieu/db';
import { LOCAL_MAIL_DOMAIN } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import { seed, type Seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

type Result = Record<string, unknown>;

let house: House;
let other: Seed;
let account: string;

beforeAll(async () => {
  house = await openHouse();
  other = await seed(house.test.db, { name: 'Other' });
  account = toId('account', house.org.accountId);
});
afterAll(() => house?.close());

const ANSWERS: Readonly<Record<string, string>> = {
  changeOrganisation:
    '... on OrganisationChanged { organisation { name widening proofRetentionDays evidenceRetention { evidence origins keepsOrigins } } }',
  changeAccount:
    '... on AccountChanged { account { name country timeZone defaultLanguage doubleOptInDays replyAddress readsReplies thresholds { warnOptOutRate warnComplaintRate pauseComplaintRate burstFewest burstShare } } }',
  changeAddressBook: '... on AddressBookChanged { addressBook { name purpose addsSmsWayOut } }',
  setOptOutPolicy: '... on OptOutPolicySet { addressBook { optOutPolicy { version origin } } }',
  dropOptOutPolicy:
    '... on OptOutPolicyDropped { version addressBook { optOutPolicy { version origin mode } policyHistory { origin version dropped } } }',
  extendOptOutRequests:
    '... on Extended { done unknown refused items { request { deadline } problem { code field } } }',
  eraseRecipient: '... on Erased { erasedAt }',
  exportRecipient: '... on RecipientExported { json }',
  deleteAccount: '... on DeletionBegun { deletion { id gone finishedAt } }',
  deleteOrganisation: '... on DeletionBegun { deletion { id } }',
  createAddressBook: '... on AddressBookCreated { addressBook { addsSmsWayOut } }',
  createAccount: '... on AccountCreated { account { id country timeZone } }',
};

async function change(name: string, input: object, key = house.org.adminKey): Promise<Result> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await house.ask<Record<string, Result>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${ANSWERS[name]} ... on Problem { code field } } }`,
    { input },
    key,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name]!;
}

describe('an organisation', () => {
  it('changes what was set when it was made, and nothing that is not given', async () => {
    expect(
      await change('changeOrganisation', { name: ' Nordlys AB ', evidence: 'P1Y' }),
    ).toMatchObject({
      organisation: {
        name: 'Nordlys AB',
        widening: 'NONE',
        evidenceRetention: { evidence: 'P1Y', origins: 'P90D', keepsOrigins: true },
      },
    });
    const change2 = { proofRetentionDays: 1_000, keepsOrigins: false, origins: 'P30D' };
    expect(await change('changeOrganisation', change2)).toMatchObject({
      organisation: {
        name: 'Nordlys AB',
        proofRetentionDays: 1_000,
        evidenceRetention: { evidence: 'P1Y', origins: 'P30D', keepsOrigins: false },
      },
    });
  });

  it.each([
    [{ name: ' ' }, 'INVALID_INPUT', 'name'],
    [{ evidence: 'P1D' }, 'EVIDENCE_PERIOD_OUT_OF_RANGE', 'evidence'],
    [{ origins: 'P2Y' }, 'ORIGINS_PERIOD_OUT_OF_RANGE', 'origins'],
    [{ proofRetentionDays: 364 }, 'PROOF_DAYS_OUT_OF_RANGE', 'proofRetentionDays'],
  ])('refuses %o', async (input, code, field) => {
    expect(await change('changeOrganisation', input)).toEqual({ code, field });
  });

  it('is not a campaigner’s to change, and a change touches no other', async () => {
    expect(
      await change('changeOrganisation', { name: 'Mine' }, house.org.campaignerKey),
    ).toMatchObject({ code: 'FORBIDDEN' });
    await change('changeOrganisation', { widening: 'ACCOUNT' }, other.adminKey);
    const { data } = await house.ask<Result>('{ viewer { organisation { widening } } }');
    expect(data).toEqual({ viewer: { organisation: { widening: 'NONE' } } });
  });
});

describe('an account', () => {
  it('changes country, zone, language, days and thresholds (W-14, N4), and null is the house’s again', async () => {
    const set = {
      name: 'Nordlys Butik',
      country: 'SE',
      timeZone: 'Europe/Stockholm',
      defaultLanguage: 'sv',
      doubleOptInDays: 3,
    };
    const house30 = { warnOptOutRate: 0.01, warnComplaintRate: 0.001, pauseComplaintRate: 0.003 };
    expect(
      await change('changeAccount', { id: account, ...set, thresholds: { burstFewest: 20 } }),
    ).toEqual({
      account: {
        ...set,
        replyAddress: null,
        readsReplies: false,
        thresholds: { ...house30, burstFewest: 20, burstShare: 0.2 },
      },
    });
    expect(
      await change('changeAccount', {
        id: account,
        name: 'Nordlys Shop',
        country: null,
        timeZone: null,
        defaultLanguage: 'en',
        doubleOptInDays: 7,
        thresholds: { burstFewest: null, pauseComplaintRate: 0.002 },
      }),
    ).toMatchObject({
      account: {
        country: null,
        timeZone: null,
        thresholds: { burstFewest: 10, pauseComplaintRate: 0.002 },
      },
    });
  });

  it.each([
    [{ name: '' }, 'INVALID_INPUT', 'name'],
    [{ country: 'Sweden' }, 'INVALID_INPUT', 'country'],
    [{ timeZone: 'Mars/Olympus' }, 'INVALID_INPUT', 'timeZone'],
    [{ timeZone: '+02:00' }, 'INVALID_INPUT', 'timeZone'],
    [{ defaultLanguage: 'tlh' }, 'INVALID_INPUT', 'defaultLanguage'],
    [{ doubleOptInDays: 31 }, 'INVALID_INPUT', 'doubleOptInDays'],
    [
      { thresholds: { pauseComplaintRate: 0.01 } },
      'INVALID_INPUT',
      'thresholds.pauseComplaintRate',
    ],
    [{ replyAddress: 'nobody' }, 'INVALID_INPUT', 'replyAddress'],
    [{ replyAddress: `reply+test@${LOCAL_MAIL_DOMAIN}` }, 'INVALID_INPUT', 'replyAddress'],
    [{ replyAddress: null, readsReplies: true }, 'INVALID_INPUT', 'readsReplies'],
    [{ thresholds: { burstFewest: 1 } }, 'INVALID_INPUT', 'thresholds.burstFewest'],
  ])('refuses %o', async (input, code, field) => {
    expect(await change('changeAccount', { id: account, ...input })).toEqual({ code, field });
  });

  it('says whose people read what is answered to its mails, and whether there or at an address of Adieu (B4)', async () => {
    const told = async (input: object) =>
      (await change('changeAccount', { id: account, ...input }))['account'];
    expect(await change('changeAccount', { id: account, readsReplies: true })).toEqual({
      code: 'INVALID_INPUT',
      field: 'readsReplies',
    });
    expect(await told({ replyAddress: ' Hej@Nordlys.example.test ' })).toMatchObject({
      replyAddress: 'hej@nordlys.example.test',
      readsReplies: false,
    });
    expect(await told({ readsReplies: true })).toMatchObject({ readsReplies: true });
    // Nobody reads a mailbox that there is not.
    expect(await told({ replyAddress: null })).toMatchObject({
      replyAddress: null,
      readsReplies: false,
    });
    expect(
      await told({ replyAddress: 'hej@nordlys.example.test', readsReplies: true }),
    ).toMatchObject({ readsReplies: true });
    await told({ replyAddress: null });
  });

  it('of a country with several zones says which is its own: none is taken without asking', async () => {
    const open = { code: 'INVALID_INPUT', field: 'timeZone' };
    const sender = { name: 'US', address: 'us@nordlys.example.test' };
    for (const country of ['US', 'CA', 'ES'])
      expect(await change('createAccount', { name: country, sender, country })).toEqual(open);
    const zone = { country: 'US', timeZone: 'America/Chicago' };
    const made = await change('createAccount', { name: 'US', sender, ...zone });
    expect(made).toMatchObject({ account: zone });
    const { id } = made['account'] as { id: string };
    expect(await change('changeAccount', { id, timeZone: null })).toEqual(open);
    expect(await change('changeAccount', { id, country: 'CA' })).toEqual(open);
    // A country of one zone brings it along: the clocks of the one before would be another country's.
    expect(await change('changeAccount', { id, country: 'FI' })).toMatchObject({
      account: { country: 'FI', timeZone: 'Europe/Helsinki' },
    });
    await change('changeAccount', { id, timeZone: 'Europe/London' });
    expect(await change('changeAccount', { id, country: 'FI' })).toMatchObject({
      account: { timeZone: 'Europe/London' },
    });
    expect(await change('changeAccount', { id, timeZone: null })).toMatchObject({
      account: { timeZone: 'Europe/Helsinki' },
    });
    expect(await change('createAccount', { name: 'FI', sender, country: 'FI' })).toMatchObject({
      account: { country: 'FI', timeZone: 'Europe/Helsinki' },
    });
    expect(await change('changeAccount', { id, country: 'DE' })).toMatchObject({
      account: { country: 'DE', timeZone: 'Europe/Berlin' },
    });
    expect(await change('changeAccount', { id, timeZone: null })).toMatchObject({
      account: { timeZone: null },
    });
  });

  it('of another organisation is not found, and no name is taken twice', async () => {
    const theirs = toId('account', other.accountId);
    expect(await change('changeAccount', { id: theirs, country: 'DE' })).toEqual({
      code: 'NOT_FOUND',
      field: 'id',
    });
    expect(await change('changeAccount', { id: theirs, name: 'X' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const sender = { name: 'Two', address: 'two@nordlys.example.test' };
    const zone = { country: 'DK', timeZone: 'Europe/Copenhagen' };
    const made = await change('createAccount', { name: 'Two', sender, ...zone });
    expect(made).toMatchObject({ account: zone });
    const { id } = made['account'] as { id: string };
    expect(await change('changeAccount', { id, name: 'Nordlys Shop' })).toEqual({
      code: 'NAME_TAKEN',
      field: 'name',
    });
    expect(await change('changeAccount', { id, name: 'Two, again' })).toMatchObject({
      account: { name: 'Two, again' },
    });
  });
});

describe('a book', () => {
  it('takes another name, keeps its purpose, and its name is its own', async () => {
    const id = toId('book', house.org.newsletterId);
    expect(await change('changeAddressBook', { id, name: 'News' })).toEqual({
      addressBook: { name: 'News', purpose: 'MARKETING', addsSmsWayOut: true },
    });
    expect(await change('changeAddressBook', { id, name: 'Staff information' })).toEqual({
      code: 'NAME_TAKEN',
      field: 'name',
    });
    expect(await change('changeAddressBook', { id, name: 'Newsletter' })).toBeTruthy();
    expect(
      await change('changeAddressBook', { id: toId('book', other.newsletterId), name: 'News' }),
    ).toEqual({ code: 'NOT_FOUND', field: 'id' });
  });

  it('puts the way out behind its SMS until somebody says otherwise (A2)', async () => {
    const id = toId('book', house.org.staffId);
    const adds = async (more: object): Promise<unknown> => {
      const { addressBook } = await change('changeAddressBook', { id, ...more });
      return (addressBook as { addsSmsWayOut: boolean }).addsSmsWayOut;
    };
    expect(await adds({})).toBe(true);
    expect(await adds({ addsSmsWayOut: false })).toBe(false);
    expect(await adds({ name: 'Staff information' })).toBe(false);
    expect(await adds({ addsSmsWayOut: null })).toBe(false);
    expect(await adds({ addsSmsWayOut: true })).toBe(true);
    const foreign = { id: toId('book', other.newsletterId), addsSmsWayOut: false };
    expect(await change('changeAddressBook', foreign)).toEqual({ code: 'NOT_FOUND', field: 'id' });
    const made = { accountId: account, name: 'Alerts', purpose: 'MARKETING' };
    expect(await change('createAddressBook', { ...made, addsSmsWayOut: false })).toEqual({
      addressBook: { addsSmsWayOut: false },
    });
  });

  it('drops its own policy and follows the next; versions stay, and it may have one again', async () => {
    const addressBookId = toId('book', house.org.staffId);
    const own = { mode: 'REVIEW', reviewPeriod: 'P7D', onTimeout: 'REVERT' };
    const set = await change('setOptOutPolicy', { addressBookId, ...own });
    const { version } = (set as { addressBook: { optOutPolicy: { version: number } } }).addressBook
      .optOutPolicy;
    const dropped = await change('dropOptOutPolicy', { addressBookId, reason: 'As the others.' });
    expect(dropped).toMatchObject({
      version: version + 1,
      addressBook: {
        optOutPolicy: { origin: 'INSTALLATION', mode: 'AT_ONCE' },
        policyHistory: expect.arrayContaining([
          { origin: 'BOOK', version: version + 1, dropped: true },
          { origin: 'BOOK', version, dropped: false },
        ]),
      },
    });
    expect(await change('dropOptOutPolicy', { addressBookId })).toEqual({
      code: 'NONE_OF_ITS_OWN',
      field: 'addressBookId',
    });
    expect(await change('setOptOutPolicy', { addressBookId, ...own })).toEqual({
      addressBook: { optOutPolicy: { version: version + 2, origin: 'BOOK' } },
    });
  });

  it.each([
    [{ purpose: 'MARKETING' }, 'NONE_OF_ITS_OWN', 'purpose'],
    [{}, 'INVALID_INPUT', 'purpose'],
    [{ addressBookId: 'book_x' }, 'INVALID_INPUT', 'addressBookId'],
  ])('refuses to drop by %o', async (input, code, field) => {
    expect(await change('dropOptOutPolicy', input)).toEqual({ code, field });
  });

  it('of another organisation has no policy to drop', async () => {
    const addressBookId = toId('book', other.staffId);
    expect(await change('dropOptOutPolicy', { addressBookId })).toEqual({
      code: 'NOT_FOUND',
      field: 'addressBookId',
    });
  });
});

describe('deadlines in bulk', () => {
  it('move, each for itself: closed, unknown and foreign ones say why not', async () => {
    const mails = await seedMails(house, { count: 2, addressBookId: house.org.staffId });
    for (const { token } of mails) await oneClick(house, token);
    const { data } = await house.ask<{ optOutRequests: { nodes: { id: string }[] } }>(
      '{ optOutRequests(filter: { states: [PENDING] }) { nodes { id } } }',
    );
    const [first, second] = data.optOutRequests.nodes.map(({ id }) => id);
    const deadline = new Date(house.now.getTime() + 20 * 86_400_000).toISOString();
    await house.ask(
      'mutation ($ids: [ID!]!) { decideOptOutRequests(input: { ids: $ids, decision: CONFIRM }) { __typename } }',
      { ids: [second] },
    );
    const missing = toId('optout', other.accountId);
    expect(
      await change('extendOptOutRequests', {
        ids: [first, second, missing, 'nonsense', first],
        deadline,
        reason: 'Holidays',
      }),
    ).toEqual({
      done: 1,
      unknown: 2,
      refused: 1,
      items: [
        { request: { deadline }, problem: null },
        { request: expect.anything(), problem: { code: 'ALREADY_CLOSED', field: 'ids' } },
        { request: null, problem: { code: 'NOT_FOUND', field: 'ids' } },
        { request: null, problem: { code: 'INVALID_INPUT', field: 'ids' } },
      ],
    });
    expect(await change('extendOptOutRequests', { ids: [], deadline })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await change('extendOptOutRequests', { ids: [first], deadline, reason: 'x'.repeat(10_000) }),
    ).toMatchObject({ code: 'REASON_TOO_LONG' });
    expect(
      await change('extendOptOutRequests', {
        ids: [first],
        deadline: new Date(house.now.getTime() + 365 * 86_400_000).toISOString(),
      }),
    ).toMatchObject({ items: [{ problem: { code: 'BEYOND_THE_LONGEST_REVIEW' } }] });
  });
});

describe('somebody who wrote by letter', () => {
  const known = async (address: string, org = house.org): Promise<string> =>
    toId(
      'recipient',
      await ensureRecipient(house.test.db.sql, {
        organisationId: org.organisationId,
        channel: 'EMAIL',
        address,
        addressKey: addressKey(org.ring, 'EMAIL', address),
      }),
    );

  it('gets what is kept of them; the ledger says who took it out and why (G-4)', async () => {
    const id = await known('letter@example.test');
    const given = { id, reason: 'Letter of 3 May', idempotencyKey: 'letter' };
    const { json } = await change('exportRecipient', given);
    expect(JSON.parse(json as string)).toMatchObject({
      addresses: [{ address: 'letter@example.test' }],
    });
    // The key gives the document again, and holds none of it.
    expect((await change('exportRecipient', given))['json']).toBeTruthy();
    const where =
      "type = 'EXPORTED' AND actor = 'admin of the test' AND reason = 'Letter of 3 May'";
    expect(await countOf(house, 'ledger_event', where)).toBe(1);
    expect(await countOf(house, 'idempotency_key', "result::text LIKE '%letter@%'")).toBe(0);
  });

  it('is erased as by their own page, with who did it and why, and stays out (G-3)', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    await oneClick(house, mail!.token);
    const id = await known(mail!.address);
    expect(await change('eraseRecipient', { id, reason: 'Letter of 4 May' })).toEqual({
      erasedAt: house.now.toISOString(),
    });
    const where = "type = 'ERASED' AND actor_kind = 'KEY' AND reason = 'Letter of 4 May'";
    expect(await countOf(house, 'ledger_event', where)).toBe(1);
    expect(await countOf(house, 'recipient', `address = '${mail!.address}'`)).toBe(0);
    const { data } = await house.ask(
      'query ($input: MayContactInput!) { mayContact(input: $input) { allowed because } }',
      {
        input: {
          address: mail!.address,
          channel: 'EMAIL',
          addressBookId: toId('book', house.org.newsletterId),
        },
      },
    );
    expect(data).toEqual({ mayContact: { allowed: false, because: 'OPTED_OUT' } });
    expect(await change('eraseRecipient', { id, reason: 'Again' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each(['eraseRecipient', 'exportRecipient'])(
    '%s asks why, and finds nobody else’s',
    async (name) => {
      const id = await known('refused@example.test');
      expect(await change(name, { id, reason: ' ' })).toEqual({
        code: 'REASON_REQUIRED',
        field: 'reason',
      });
      expect(await change(name, { id, reason: 'x'.repeat(10_000) })).toEqual({
        code: 'REASON_TOO_LONG',
        field: 'reason',
      });
      const theirs = await known('theirs@example.test', other);
      expect(await change(name, { id: theirs, reason: 'Letter' })).toEqual({
        code: 'NOT_FOUND',
        field: 'id',
      });
      expect(await change(name, { id, reason: 'Letter' }, house.org.campaignerKey)).toMatchObject({
        code: 'FORBIDDEN',
      });
    },
  );
});

describe('what is deleted for good', () => {
  it('is named, and an admin sees how far it is; an organisation is an operator’s to delete (Q-8)', async () => {
    const sender = { name: 'Three', address: 'three@nordlys.example.test' };
    const made = await change('createAccount', { name: 'Three', sender });
    const { id } = made['account'] as { id: string };
    expect(await change('deleteAccount', { id, name: 'Thre' })).toEqual({
      code: 'INVALID_INPUT',
      field: 'name',
    });
    expect(await change('deleteAccount', { id, name: 'Three' }, other.adminKey)).toEqual({
      code: 'NOT_FOUND',
      field: 'id',
    });
    const begun = await change('deleteAccount', { id, name: 'Three' });
    expect(begun).toMatchObject({ deletion: { gone: 0, finishedAt: null } });
    const { id: deletion } = begun['deletion'] as { id: string };
    const query = 'query ($id: ID!) { deletion(id: $id) { id } account(id: "' + id + '") { id } }';
    expect((await house.ask(query, { id: deletion })).data).toEqual({
      deletion: { id: deletion },
      account: null,
    });
    const mine = toId('org', house.org.organisationId);
    const theirs = toId('org', other.organisationId);
    const name = 'Other';
    expect(await change('deleteOrganisation', { id: theirs, name })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const { operatorKey } = house.org;
    expect(
      await change('deleteOrganisation', { id: mine, name: 'Nordlys AB' }, operatorKey),
    ).toEqual({
      code: 'INVALID_INPUT',
      field: 'id',
    });
    expect(await change('deleteOrganisation', { id: theirs, name }, operatorKey)).toHaveProperty(
      'deletion',
    );
    expect((await house.ask('{ accounts { id } }', {}, other.adminKey)).status).toBe(401);
  });
});

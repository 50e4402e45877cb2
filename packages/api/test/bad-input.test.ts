import {
  addAdminPerson,
  armDataLink,
  armDoubleOptIn,
  createSignUpForm,
  ensureRecipient,
  markDoubleOptInMailed,
  planDecision,
} from '@adieu/db';
import { addressKey, createSecretToken } from '@adieu/keys';
import { releaseDraft, SAMPLE_LOGO, type Seed, seed, seedContacts } from '@adieu/testkit';
import {
  getNamedType,
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { createSchema } from '../src/graphql/schema.ts';
import { brandInput } from './brand-input.ts';
import { type Answer, type House, openHouse, seedMails } from './house.ts';

/** A mutation with an input that is good, another one each time. */
interface Case {
  readonly input: () => Promise<Record<string, unknown>>;
  /** Null: it is a link's, whose token is the key. */
  /** Another good input, for a field that goes only without some of the others. */
  readonly instead?: Readonly<Record<string, () => Promise<Record<string, unknown>>>>;
  readonly key?: null;
  /** Whose key, where it is not an admin's. */
  readonly as?: 'operator';
  /** Fields whose texts are as long as they like: files and templates. */
  readonly anyLength?: readonly string[];
  /** Ids that are no rows' of ours (hashes and words), or that everybody may use (of a public form). */
  readonly words?: readonly string[];
  /** What makes another input of a link's; null where the link is all there is. */
  readonly other?: Record<string, unknown> | null;
  /** No key is kept for it: a repeat does no harm by itself. */
  readonly keyless?: true;
  /** It changes what a row says and makes none. */
  readonly makesNoRows?: true;
  /** An instant of long ago is a good one. */
  readonly past?: true;
}

let house: House;
let foreign: Seed;
/** What another organisation has, by the prefix of its ids. */
const theirs: Record<string, string> = {};
let turn = 0;
const fresh = (): string => `bad-input-${(turn += 1)}@example.test`;
const book = (id: string): { kind: string; id: string } => ({ kind: 'BOOK', id: toId('book', id) });

const CASES: Readonly<Record<string, Case>> = {
  requestOptOut: {
    input: async () => ({ address: fresh(), scope: book(house.org.staffId), note: 'On the phone' }),
  },
  addOptOuts: {
    input: async () => ({
      addresses: [fresh(), fresh()],
      channel: 'EMAIL',
      scope: book(house.org.newsletterId),
      note: 'By hand',
    }),
  },
  decideOptOutRequests: {
    input: async () => ({ ids: [await open()], decision: 'DECLINE', reason: 'You are on call.' }),
  },
  extendOptOutRequest: {
    input: async () => ({
      id: await open(),
      deadline: new Date(house.now.getTime() + 20 * 86_400_000).toISOString(),
      reason: 'Holidays',
    }),
  },
  setOptOutPolicy: {
    input: async () => ({
      addressBookId: toId('book', house.org.staffId),
      mode: 'REVIEW',
      reviewPeriod: `PT${(turn += 1) + 3_600}S`,
      onTimeout: 'REVERT',
      remindBefore: ['PT1H'],
    }),
    instead: {
      accountId: async () => ({ ...ourAccount(), purpose: 'SERVICE', ...review() }),
      tell: async () => ({
        addressBookId: toId('book', house.org.staffId),
        ...review(),
        tell: [await person()],
      }),
    },
  },
  importContacts: {
    input: async () => ({
      addressBookId: toId('book', house.org.staffId),
      csv: `email,first_name\n${fresh()},Åsa\n`,
    }),
    anyLength: ['csv'],
  },
  createCampaign: {
    input: async () => ({
      addressBookId: toId('book', house.org.newsletterId),
      topicId: toId('topic', house.org.newsTopicId),
      name: `Campaign ${(turn += 1)}`,
      subject: [
        { language: 'en', text: 'Hello' },
        { language: 'sv', text: 'Hej' },
      ],
      mjml: [{ language: 'en', text: '<mjml><mj-body></mj-body></mjml>' }],
      html: [{ language: 'sv', text: '<p>{{ unsubscribe }}</p>' }],
      text: [{ language: 'sv', text: 'Hej' }],
      partials: [{ name: 'footer', texts: [{ language: 'en', text: 'x' }] }],
      header: 'PLACED',
      identity: { postalAddress: 'Storgatan 1', onBehalfOf: 'Nordlys', marking: 'Ad' },
      audience: {
        where: [{ field: 'first_name', is: 'CONTAINS', value: 'e' }],
        anyOf: [{ field: 'first_name', is: 'EQUALS', value: 'Person 1' }],
        languages: ['en'],
        topics: [toId('topic', house.org.newsTopicId)],
        exceptBooks: [toId('book', house.org.staffId)],
        exceptCampaigns: [toId('campaign', await draft())],
        exceptAddresses: [fresh()],
        onlyAddresses: [fresh()],
      },
    }),
    instead: { accountId: campaignByHand, recipients: campaignByHand },
    anyLength: ['subject.text', 'mjml.text', 'html.text', 'text.text', 'partials.texts.text'],
  },
  updateCampaign: {
    input: async () => ({
      id: toId('campaign', await draft()),
      name: `Campaign ${(turn += 1)}`,
      subject: [
        { language: 'en', text: 'Hello' },
        { language: 'sv', text: 'Hej' },
      ],
      mjml: [{ language: 'en', text: '<mjml><mj-body></mj-body></mjml>' }],
      html: [{ language: 'sv', text: '<p>{{ unsubscribe }}</p>' }],
      text: [{ language: 'sv', text: 'Hej' }],
      partials: [{ name: 'footer', texts: [{ language: 'en', text: 'x' }] }],
      header: 'PLACED',
      identity: { postalAddress: 'Storgatan 1', onBehalfOf: 'Nordlys', marking: 'Ad' },
      audience: {
        where: [{ field: 'first_name', is: 'CONTAINS', value: 'e' }],
        anyOf: [{ field: 'first_name', is: 'EQUALS', value: 'Person 1' }],
        languages: ['en'],
        topics: [toId('topic', house.org.newsTopicId)],
        exceptBooks: [toId('book', house.org.staffId)],
        exceptCampaigns: [toId('campaign', await draft())],
        exceptAddresses: [fresh()],
        onlyAddresses: [fresh()],
      },
    }),
    anyLength: ['subject.text', 'mjml.text', 'html.text', 'text.text', 'partials.texts.text'],
  },
  deleteCampaign: {
    input: async () => ({ id: toId('campaign', await draft()) }),
  },
  sendCampaign: {
    input: async () => ({ id: toId('campaign', await draft()) }),
  },
  sendTestMails: {
    input: async () => ({
      campaignId: toId('campaign', await draft()),
      to: [fresh()],
      contactId: await contact(),
      language: 'sv',
    }),
    instead: {
      contactAddress: async () => {
        const address = fresh();
        await ask('addContact', { addressBookId: toId('book', house.org.newsletterId), address });
        return {
          campaignId: toId('campaign', await draft()),
          to: [fresh()],
          contactAddress: address,
        };
      },
    },
  },
  pauseCampaign: { input: async () => ({ id: await sending() }), makesNoRows: true },
  resumeCampaign: {
    input: async () => {
      const id = await sending();
      await ask('pauseCampaign', { id });
      return { id };
    },
  },
  cancelCampaign: { input: async () => ({ id: await sending() }) },
  leave: {
    key: null,
    input: async () => ({
      token: (await mail()).token,
      choice: 'THIS_SCOPE',
      topicIdsOff: [toId('topic', house.org.newsTopicId)],
      origin: '192.0.2.1',
      userAgent: 'test',
    }),
  },
  startDoubleOptIn: {
    input: async () => ({
      address: fresh(),
      scope: book(house.org.newsletterId),
      language: 'sv',
      formUrl: 'https://example.test/',
      origin: '192.0.2.1',
      userAgent: 'test',
    }),
    // A link's way: with a key it is refused, whatever it is.
    words: ['topicId'],
  },
  confirmDoubleOptIn: {
    key: null,
    input: async () => ({ token: await mailed(), origin: '192.0.2.1', userAgent: 'test' }),
  },
  recordConsents: {
    input: async () => ({
      items: [
        {
          address: fresh(),
          scope: book(house.org.newsletterId),
          consentText: 'I want the newsletter.',
          source: 'Fair in Malmö',
          obtainedAt: house.now.toISOString(),
          language: 'sv',
        },
      ],
    }),
    words: ['items.evidenceFile'],
    past: true,
  },
  uploadEvidence: {
    input: async () => ({
      name: `form-${(turn += 1)}.txt`,
      mediaType: 'text/plain',
      content: Buffer.from(`signed ${turn}`).toString('base64'),
    }),
    anyLength: ['content'],
  },
  setDoubleOptInDays: {
    input: async () => ({
      accountId: toId('account', house.org.accountId),
      days: ((turn += 1) % 29) + 1,
    }),
    makesNoRows: true,
  },
  addAdminPerson: {
    input: async () => ({ name: 'Eva', email: fresh(), language: 'sv', digestPeriod: 'P1D' }),
  },
  changeAdminPerson: {
    input: async () => ({ id: await person(), name: 'Eva', email: fresh(), language: 'sv' }),
    makesNoRows: true,
  },
  removeAdminPerson: { input: async () => ({ id: await person() }) },
  updatePreferences: {
    key: null,
    input: async () => ({
      token: (await mail()).token,
      topicIdsOff: [toId('topic', house.org.newsTopicId)],
      frequency: 'WEEKLY',
      pausedUntil: new Date(house.now.getTime() + 86_400_000).toISOString(),
      language: 'sv',
      origin: '192.0.2.1',
      userAgent: 'test',
    }),
  },
  giveReason: {
    key: null,
    input: async () => {
      const { token } = await mail();
      await ask('leave', { token, choice: 'THIS_SCOPE' });
      return { token, reasonId: 'TOO_MANY', text: 'Every day', language: 'en' };
    },
    words: ['reasonId'],
    other: { text: 'Twice a day' },
  },
  askForData: {
    key: null,
    input: async () => ({ token: (await mail()).token, language: 'sv' }),
    other: { language: 'de' },
  },
  decideQuarantine: {
    input: async () => ({ id: await quarantine(), decision: 'DECLINE', reason: 'A robot.' }),
  },
  openRequestsFromMachineSignals: {
    input: async () => ({
      ids: [await machineSignal()],
      scope: book(house.org.staffId),
      note: 'No answer for a year.',
    }),
  },
  setEvidenceRetention: {
    input: async () => ({ evidence: `P${((turn += 1) % 9) + 1}Y`, origins: 'P30D' }),
    makesNoRows: true,
  },
  allowUnfilteredExport: {
    input: async () => ({
      addressBookId: toId('book', house.org.staffId),
      purpose: 'SERVICE',
      reason: `Fire drill ${(turn += 1)}`,
      until: new Date(house.now.getTime() + 86_400_000).toISOString(),
    }),
  },
  askForReview: {
    key: null,
    other: null,
    keyless: true,
    input: async () => ({ email: await reviewer(), origin: '192.0.2.1' }),
  },
  openReview: {
    key: null,
    other: null,
    input: async () => ({ token: await reviewLink('SIGN_IN') }),
  },
  closeReview: {
    key: null,
    other: null,
    makesNoRows: true,
    // Once closed, the link opens nothing, for a repeat either.
    keyless: true,
    input: async () => ({ token: await reviewLink('REVIEW') }),
  },
  setWeeklyReport: {
    key: null,
    other: { wanted: true },
    makesNoRows: true,
    input: async () => ({ token: await reviewLink('REVIEW'), wanted: false }),
  },
  decideByReview: {
    key: null,
    other: { reason: 'Another one.' },
    input: async () => ({
      token: await reviewLink('REVIEW'),
      ids: [await open()],
      decision: 'DECLINE',
      reason: 'You are on call.',
    }),
  },
  undoReview: {
    key: null,
    other: null,
    makesNoRows: true,
    input: async () => {
      const token = await reviewLink('REVIEW');
      return { token, plannedId: await planned(token) };
    },
  },
  createAccount: {
    input: async () => ({
      name: `Account ${(turn += 1)}`,
      senderAddress: 'Shop <shop@nordlys.example.test>',
      defaultLanguage: 'sv',
    }),
  },
  createAddressBook: {
    input: async () => ({ ...ourAccount(), name: `Book ${(turn += 1)}`, purpose: 'SERVICE' }),
  },
  createTopic: { input: async () => ({ ...ourAccount(), name: `Topic ${(turn += 1)}` }) },
  renameScope: {
    input: async () => ({ scope: await newBook(), name: `Renamed ${(turn += 1)}` }),
    makesNoRows: true,
  },
  archiveScope: { input: async () => ({ scope: await newBook() }), makesNoRows: true },
  deleteScope: { input: async () => ({ scope: await newBook() }), makesNoRows: true },
  setWidening: {
    input: async () => ({ widening: (turn += 1) % 2 === 0 ? 'NONE' : 'ACCOUNT' }),
    makesNoRows: true,
  },
  switchAccountList: {
    input: async () => ({ accountId: await newAccount(), keepsOwnList: true }),
    makesNoRows: true,
  },
  addContact: {
    input: async () => ({
      addressBookId: toId('book', house.org.newsletterId),
      address: fresh(),
      language: 'sv',
      fields: [{ name: 'first_name', value: 'Åsa' }],
    }),
  },
  removeContact: { input: async () => ({ id: await contact() }), makesNoRows: true },
  exemptAddressBook: {
    as: 'operator',
    input: async () => ({ addressBookId: (await newBook()).id, reason: 'Needed to do the work.' }),
  },
  endExemption: {
    as: 'operator',
    input: async () => {
      const { id } = await newBook();
      await ask('exemptAddressBook', { addressBookId: id, reason: 'Needed to do the work.' });
      return { addressBookId: id, reason: 'No longer.' };
    },
  },
  reactivateRecipient: {
    input: async () => ({ requestId: await confirmed(), reason: 'He asked for it by phone.' }),
  },
  createSignUpForm: { input: signUpForm },
  signUp: {
    key: null,
    other: { address: 'another@example.test' },
    words: ['formId'],
    input: async () => ({ formId: await newForm(), address: fresh(), language: 'en' }),
  },
  archiveSignUpForm: { input: async () => ({ id: await newForm() }), makesNoRows: true },
  setAccountBrand: {
    input: async () => ({
      ...ourAccount(),
      ...brandInput(),
      logo: { content: freshLogo(), alt: 'Waves' },
    }),
    instead: {
      'logo.id': async () => ({
        ...ourAccount(),
        logo: { id: 'ab'.repeat(32), alt: 'Waves' },
      }),
    },
    words: ['logo.id'],
    anyLength: ['logo.content'],
  },
  setAccountReasons: {
    input: async () => ({
      accountId: await newAccount(),
      reasons: [{ key: `KEY_${(turn += 1)}`, texts: [{ language: 'en', text: 'Too dear' }] }],
    }),
  },
  eraseMe: { key: null, other: null, input: async () => ({ token: await dataLink() }) },
};

const schema = await createSchema();
/** All but checkCampaign, which takes an id alone and changes nothing: campaigns.test.ts. */
const MUTATIONS = Object.values(schema.getMutationType()!.getFields())
  .filter(({ args }) => args.some(({ name }) => name === 'input'))
  .map(({ name }) => name);

const inputWith = (name: string, path: string): Promise<Record<string, unknown>> =>
  (CASES[name]!.instead?.[path] ?? CASES[name]!.input)();

async function ask(
  name: string,
  input: object,
  key: string | null | undefined = CASES[name]?.key,
): Promise<Answer<Record<string, Record<string, unknown>>>> {
  const items =
    {
      decideOptOutRequests:
        '... on Decided { items { problem { code message } request { state } } }',
      openRequestsFromMachineSignals:
        '... on RequestsOpened { items { problem { code message } } }',
      recordConsents: '... on ConsentsRecorded { items { problem { code message } } }',
    }[name] ?? '';
  return house.ask(
    `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) { __typename ... on Problem { code message field } ${items} } }`,
    { input },
    key === undefined
      ? CASES[name]?.as === 'operator'
        ? house.org.operatorKey
        : house.org.adminKey
      : key,
  );
}

function inputType(name: string): GraphQLInputObjectType {
  const field = schema.getMutationType()!.getFields()[name]!;
  const arg = field.args.find((each) => each.name === 'input');
  return getNamedType(arg!.type) as GraphQLInputObjectType;
}

interface Leaf {
  readonly path: string;
  readonly type: string;
  readonly isList: boolean;
}

/** Every field of an input that holds a value, also inside others. */
function leavesOf(type: GraphQLInputType, path = '', isList = false): Leaf[] {
  const inner = getNullableType(type);
  if (isListType(inner)) return leavesOf(inner.ofType, path, true);
  if (!isInputObjectType(inner)) return [{ path, type: getNamedType(inner).name, isList }];
  return Object.values(inner.getFields()).flatMap((field) =>
    leavesOf(field.type, path === '' ? field.name : `${path}.${field.name}`, isList),
  );
}

const leaves = (type: string, more: (leaf: Leaf) => boolean = () => true): [string, Leaf][] =>
  MUTATIONS.flatMap((name) =>
    leavesOf(inputType(name))
      .filter((leaf) => leaf.type === type && leaf.path !== 'idempotencyKey' && more(leaf))
      .map((leaf): [string, Leaf] => [name, leaf]),
  );

/** The input with another value at a path; inside a list, in each of its items. */
function withValue(input: unknown, path: string, value: unknown): unknown {
  if (path === '') return Array.isArray(input) ? [value] : value;
  if (Array.isArray(input)) return input.map((item) => withValue(item, path, value));
  const [first, ...rest] = path.split('.');
  const given = (input ?? {}) as Record<string, unknown>;
  return { ...given, [first!]: withValue(given[first!], rest.join('.'), value) };
}

function valueAt(input: unknown, path: string): unknown {
  if (Array.isArray(input)) return valueAt(input[0], path);
  const [first, ...rest] = path.split('.');
  return path === ''
    ? input
    : valueAt((input as Record<string, unknown> | undefined)?.[first!], rest.join('.'));
}

/** How many rows there are of everything that a mutation may make. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const tables = await house.test.db.sql.rows<{ name: string; n: string }>(
    `SELECT c.relname AS name,
       (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', c.relname), false, true, '')))[1]::text AS n
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND c.relname NOT IN ('idempotency_key', 'migration')`,
  );
  return Object.fromEntries(tables.map(({ name, n }) => [name, Number(n)]));
}

async function effectOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await rowsOfAll();
  await work();
  const after = await rowsOfAll();
  const changes = Object.entries(after).map(
    ([name, n]) => [name, n - (before[name] ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, n]) => n !== 0));
}

async function open(key?: string, scope: object = book(house.org.staffId)): Promise<string> {
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input: { address: fresh(), scope } },
    key,
  );
  return data.requestOptOut.request.id;
}

const review = (): object => ({
  mode: 'REVIEW',
  reviewPeriod: `PT${(turn += 1) + 3_600}S`,
  onTimeout: 'REVERT',
});

async function campaignByHand(): Promise<Record<string, unknown>> {
  return {
    ...ourAccount(),
    recipients: [fresh()],
    purpose: 'MARKETING',
    name: `By hand ${(turn += 1)}`,
    subject: [{ language: 'en', text: 'Hello' }],
    mjml: [{ language: 'en', text: '<mjml><mj-body></mj-body></mjml>' }],
  };
}

const ourAccount = (): { accountId: string } => ({
  accountId: toId('account', house.org.accountId),
});

async function idOf(name: string, input: object, selection: string): Promise<string> {
  const { data } = await house.ask<Record<string, Record<string, { id: string }>>>(
    `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) { ${selection} } }`,
    { input },
  );
  return Object.values(data[name]!)[0]!.id;
}

/** Another picture each time: what follows its end is no part of it. */
const freshLogo = (): string =>
  Buffer.concat([SAMPLE_LOGO, Buffer.from(String((turn += 1)))]).toString('base64');

const newBook = async (): Promise<{ kind: string; id: string }> => ({
  kind: 'BOOK',
  id: await idOf(
    'createAddressBook',
    { ...ourAccount(), name: `Own book ${(turn += 1)}`, purpose: 'SERVICE' },
    '... on AddressBookCreated { addressBook { id } }',
  ),
});

const newAccount = (): Promise<string> =>
  idOf(
    'createAccount',
    { name: `Own account ${(turn += 1)}`, senderAddress: 'Shop <shop@nordlys.example.test>' },
    '... on AccountCreated { account { id } }',
  );

const contact = (): Promise<string> =>
  idOf(
    'addContact',
    { addressBookId: toId('book', house.org.newsletterId), address: fresh() },
    '... on ContactAdded { contact { id } }',
  );

/** A burst with one request in it. */
async function quarantine(of: Seed = house.org): Promise<string> {
  const { sql } = house.test.db;
  const campaignId = await seedContacts(house.test.db, of, { count: 1 });
  const request = await open(of.adminKey, book(of.staffId));
  const [row] = await sql.rows<{ id: string }>(
    `WITH burst AS (
       INSERT INTO quarantine (id, organisation_id, campaign_id, mail_domain, opened_at)
       VALUES (uuidv7(), $1, $2, 'example.test', now()) RETURNING id
     ), suspected AS (
       UPDATE opt_out_request q SET suspicion = 'BURST', quarantine_id = b.id FROM burst b WHERE q.id = $3
     ) SELECT id FROM burst`,
    [of.organisationId, campaignId, fromId('optout', request)],
  );
  return toId('quarantine', row!.id);
}

async function machineSignal(of: Seed = house.org): Promise<string> {
  const { sql } = house.test.db;
  const address = fresh();
  const { organisationId } = of;
  const recipientId = await ensureRecipient(sql, {
    organisationId,
    channel: 'EMAIL',
    address,
    addressKey: addressKey(of.ring, 'EMAIL', address),
  });
  const [row] = await sql.rows<{ id: string }>(
    `INSERT INTO machine_signal (organisation_id, recipient_id, kind, at, sha256)
     VALUES ($1, $2, 'INACTIVITY', now(), sha256($3::text::bytea)) RETURNING id`,
    [organisationId, recipientId, address],
  );
  return toId('machine', row!.id);
}

async function reviewer(): Promise<string> {
  const email = fresh();
  await ask('addAdminPerson', { name: 'Eva', email });
  return email;
}

/** A link for somebody who decides, as its mail carries it. */
async function reviewLink(purpose: 'REVIEW' | 'SIGN_IN'): Promise<string> {
  const email = await reviewer();
  const { secret, hash } = createSecretToken('review_');
  await house.test.db.sql.rows(
    `INSERT INTO review_link (admin_person_id, purpose, token_hash, created_at, expires_at)
     SELECT id, $2, $3, $4, $4::timestamptz + interval '1 hour' FROM admin_person WHERE email = $1`,
    [email, purpose, hash, house.now],
  );
  return secret;
}

async function foreignPlan(): Promise<string> {
  const made = await house.test.db.transaction((sql) =>
    planDecision(sql, {
      organisationId: foreign.organisationId,
      adminPersonId: fromId('person', theirs['person']!)!,
      personName: 'Ole',
      requestIds: [],
      decision: 'CONFIRM',
      reason: null,
      now: house.now,
    }),
  );
  return made?.plannedId ?? randomUUID();
}

/** A campaign to a book of its own: contacts that other cases add lack the field that its text needs. */
async function draft(): Promise<string> {
  const addressBookId = fromId('book', (await newBook()).id)!;
  return seedContacts(house.test.db, house.org, { count: 1, addressBookId });
}

/** A campaign that is being sent, and has nobody who sends it. */
async function sending(): Promise<string> {
  const campaignId = await draft();
  const { organisationId } = house.org;
  await house.test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId, campaignId, now: house.now }),
  );
  return toId('campaign', campaignId);
}

async function signUpForm(): Promise<Record<string, unknown>> {
  return {
    addressBookId: toId('book', house.org.newsletterId),
    title: `Form ${(turn += 1)}`,
    declaration: 'I want the newsletter.',
    languages: ['sv', 'en'],
    origins: ['https://shop.example.test'],
    redirectUrl: 'https://shop.example.test/thanks',
  };
}

async function newForm(): Promise<string> {
  const { data } = await house.ask<{ createSignUpForm: { form: { id: string } } }>(
    'mutation ($input: CreateSignUpFormInput!) { createSignUpForm(input: $input) { ... on SignUpFormCreated { form { id } } } }',
    { input: await signUpForm() },
  );
  return data.createSignUpForm.form.id;
}

async function foreignForm(): Promise<string> {
  const made = await createSignUpForm(house.test.db.sql, {
    organisationId: foreign.organisationId,
    addressBookId: foreign.newsletterId,
    title: 'Theirs',
    declaration: 'I want theirs.',
    languages: ['en'],
    origins: [],
    redirectUrl: null,
    now: house.now,
  });
  return toId('form', made ?? randomUUID());
}

async function planned(token: string): Promise<string> {
  const { data } = await house.ask<{ decideByReview: { planned: { id: string } } }>(
    `mutation ($input: DecideByReviewInput!) { decideByReview(input: $input) { ... on DecisionPlanned { planned { id } } } }`,
    { input: { token, ids: [await open()], decision: 'CONFIRM' } },
    null,
  );
  return data.decideByReview.planned.id;
}

/** A confirmed request of a book whose policy lets the controller bring back. */
async function confirmed(): Promise<string> {
  const scope = await newBook();
  await ask('setOptOutPolicy', {
    addressBookId: scope.id,
    mode: 'AT_ONCE',
    reviewPeriod: 'P7D',
    onTimeout: 'OPT_OUT',
    reactivation: 'CONTROLLER',
  });
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input: { address: fresh(), scope, signal: 'CLEAR' } },
  );
  return data.requestOptOut.request.id;
}

/** A mail that came by a link of its own recipient. */
async function mail(): Promise<{ token: string }> {
  const count = (turn += 1);
  const mails = await seedMails(house, { count });
  return mails.find(({ address }) => address === `person-${count}@example.test`)!;
}

async function person(): Promise<string> {
  const { data } = await house.ask<{ addAdminPerson: { person: { id: string } } }>(
    `mutation ($input: AddAdminPersonInput!) { addAdminPerson(input: $input) { ... on AdminPersonAdded { person { id } } } }`,
    { input: { name: 'Eva', email: fresh() } },
  );
  return data.addAdminPerson.person.id;
}

/** A link to one's own data, as its mail carries it. */
async function dataLink(): Promise<string> {
  await ask('askForData', { token: (await mail()).token });
  const { sql } = house.test.db;
  const [latest] = await sql.rows<{ id: string }>(
    'SELECT id FROM data_link ORDER BY id DESC LIMIT 1',
  );
  const { secret, hash } = createSecretToken('data_');
  await armDataLink(sql, latest!.id, hash);
  return secret;
}

async function mailed(): Promise<string> {
  const address = fresh();
  await house.ask(
    `mutation ($input: StartDoubleOptInInput!) { startDoubleOptIn(input: $input) { __typename } }`,
    { input: { address, scope: book(house.org.newsletterId) } },
  );
  const { sql } = house.test.db;
  const [row] = await sql.rows<{ id: string }>(
    'SELECT d.id FROM double_opt_in d JOIN recipient r ON r.id = d.recipient_id WHERE r.address = $1',
    [address],
  );
  const { secret, hash } = createSecretToken('doi_');
  await armDoubleOptIn(sql, {
    id: row!.id,
    tokenHash: hash,
    messageId: `<${row!.id}@x>`,
    now: house.now,
  });
  await markDoubleOptInMailed(sql, row!.id, house.now);
  return secret;
}

beforeAll(async () => {
  house = await openHouse();
  foreign = await seed(house.test.db, { name: 'Somebody else' });
  theirs['book'] = toId('book', foreign.newsletterId);
  theirs['account'] = toId('account', foreign.accountId);
  theirs['topic'] = toId('topic', foreign.newsTopicId);
  theirs['org'] = toId('org', foreign.organisationId);
  theirs['campaign'] = toId('campaign', await seedContacts(house.test.db, foreign, { count: 1 }));
  const theirPerson = await addAdminPerson(house.test.db.sql, {
    organisationId: foreign.organisationId,
    name: 'Ole',
    email: 'ole@else.example.test',
    language: 'da',
    digestSeconds: 86_400,
  });
  theirs['person'] = toId(
    'person',
    'adminPersonId' in theirPerson ? theirPerson.adminPersonId : '',
  );
  const [theirContact] = await house.test.db.sql.rows<{ id: string }>(
    'SELECT k.id FROM contact k WHERE k.address_book_id = $1 LIMIT 1',
    [foreign.newsletterId],
  );
  theirs['contact'] = toId('contact', theirContact!.id);
  theirs['plan'] = toId('plan', await foreignPlan());
  theirs['form'] = await foreignForm();
  theirs['quarantine'] = await quarantine(foreign);
  theirs['machine'] = await machineSignal(foreign);
  theirs['optout'] = await open(foreign.adminKey, book(foreign.staffId));
}, 60_000);
afterAll(() => house?.close());

it('every mutation has a case here', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(MUTATIONS.toSorted());
});

it.each(MUTATIONS)(
  '%s takes its good input, so that the bad ones below are bad for one reason',
  async (name) => {
    const { data, errors } = await ask(name, await CASES[name]!.input());
    expect(errors).toBeUndefined();
    expect(data[name]).not.toHaveProperty('code');
  },
);

describe('ids', () => {
  const prefixOf = (id: unknown): string => (id as string).split('_')[0]!;
  const ids = leaves('ID').filter(([name, { path }]) => !CASES[name]?.words?.includes(path));

  it.each(ids)(
    '%s answers alike for an id at $path of somebody else and of nobody',
    async (name, { path }) => {
      const input = await inputWith(name, path);
      const prefix = prefixOf(valueAt(input, path));
      const answers: unknown[] = [];
      const effect = await effectOf(async () => {
        for (const id of [theirs[prefix]!, toId(prefix as 'book', randomUUID())]) {
          const { data, errors } = await ask(name, withValue(input, path, id) as object);
          expect(errors).toBeUndefined();
          answers.push(data[name]);
        }
      });
      expect(answers[0]).toEqual(answers[1]);
      expect(JSON.stringify(answers[0])).toMatch(/NOT_FOUND|INVALID_INPUT/);
      expect(effect).toEqual({});
    },
  );

  it.each(leaves('ID'))(
    '%s finds nothing by an id at $path that is none',
    async (name, { path }) => {
      const input = await inputWith(name, path);
      for (const id of ['', 'garbage', randomUUID(), 'x'.repeat(10_000)]) {
        const { data, errors } = await ask(name, withValue(input, path, id) as object);
        expect(errors).toBeUndefined();
        // An empty topic is no topic.
        if (id !== '' || path !== 'topicId')
          expect(JSON.stringify(data[name])).toMatch(/NOT_FOUND|INVALID_INPUT/);
      }
    },
  );
});

describe('texts', () => {
  it.each(leaves('String'))(
    '%s keeps no NUL and no half character at $path',
    async (name, { path }) => {
      const input = await CASES[name]!.input();
      for (const text of ['a\0b', 'a\uD800b']) {
        let answer: unknown;
        const effect = await effectOf(async () => {
          answer = (await ask(name, withValue(input, path, text) as object)).data[name];
        });
        expect(answer).toMatchObject({
          code: 'INVALID_INPUT',
          field: expect.stringContaining(path.split('.')[0]!),
        });
        expect(effect).toEqual({});
      }
    },
  );

  it.each(leaves('String'))(
    '%s has no fault where the text at $path is empty, blank or markup',
    async (name, { path }) => {
      for (const text of ['', '  \n', '<script>alert(1)</script>', "'; DROP TABLE recipient; --"]) {
        const { errors } = await ask(
          name,
          withValue(await CASES[name]!.input(), path, text) as object,
        );
        expect(errors).toBeUndefined();
      }
    },
  );

  it.each(leaves('String'))(
    '%s refuses or cuts a text at $path that is far too long',
    async (name, leaf) => {
      if (CASES[name]!.anyLength?.includes(leaf.path)) return;
      const input = withValue(await CASES[name]!.input(), leaf.path, 'x'.repeat(100_000)) as object;
      const { errors } = await ask(name, input);
      expect(errors).toBeUndefined();
      const [row] = await house.test.db.sql.rows<{ n: number }>(
        `SELECT (SELECT count(*) FROM opt_out_evidence WHERE length(detail::text) > 50000)::int
         + (SELECT count(*) FROM double_opt_in d WHERE length(d::text) > 50000)::int
         + (SELECT count(*) FROM double_opt_in_proof d WHERE length(d::text) > 50000)::int
         + (SELECT count(*) FROM ledger_event e WHERE length(e::text) > 50000)::int
         + (SELECT count(*) FROM campaign c WHERE length(c.name) > 50000)::int AS n`,
      );
      expect(row!.n).toBe(0);
    },
  );

  it('markup in a reason or note is kept as the text that it is', async () => {
    const markup = '<img src=x onerror=alert(1)> & "quotes"';
    const id = await open();
    await ask('decideOptOutRequests', { ids: [id], decision: 'DECLINE', reason: markup });
    const { data } = await house.ask(
      `query ($id: ID!) { optOutRequest(id: $id) { decisionReason } }`,
      { id },
    );
    expect(data).toEqual({ optOutRequest: { decisionReason: markup } });
  });
});

describe('lists', () => {
  it.each(
    MUTATIONS.flatMap((name) =>
      leavesOf(inputType(name))
        .filter(({ isList, path }) => isList && !path.includes('.'))
        .map(({ path }) => [name, path] as const),
    ),
  )('%s refuses 1,001 items at %s, and none where it needs some', async (name, path) => {
    const input = await inputWith(name, path);
    const one = (input[path] as unknown[])[0];
    const many = Array.from({ length: 1_001 }, () => one);
    const { data, errors } = await ask(name, { ...input, [path]: many });
    expect(errors).toBeUndefined();
    if (!path.startsWith('topicIds'))
      expect(data[name]).toMatchObject({
        code: expect.stringMatching(/^(LIMIT_REACHED|TOO_MANY_\w+)$/),
        field: path,
      });
    const none = await ask(name, { ...(await inputWith(name, path)), [path]: [] });
    expect(none.errors).toBeUndefined();
  });
});

describe('instants', () => {
  it.each(
    leaves('DateTime').flatMap(([name, leaf]) =>
      ['1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].map((at) => [name, leaf.path, at] as const),
    ),
  )('%s refuses at %s the instant %s', async (name, path, at) => {
    const { data, errors } = await ask(
      name,
      withValue(await CASES[name]!.input(), path, at) as object,
    );
    expect(errors).toBeUndefined();
    if (CASES[name]!.past && at.startsWith('1970')) return;
    expect(JSON.stringify(data[name])).toContain('"code"');
  });
});

describe('what is closed', () => {
  it('is neither decided nor extended again', async () => {
    const id = await open();
    await ask('decideOptOutRequests', { ids: [id], decision: 'CONFIRM' });
    const extended = await ask('extendOptOutRequest', {
      id,
      deadline: new Date(house.now.getTime() + 20 * 86_400_000),
    });
    expect(extended.data['extendOptOutRequest']).toMatchObject({ code: 'ALREADY_CLOSED' });
    const decided = await ask('decideOptOutRequests', {
      ids: [id],
      decision: 'DECLINE',
      reason: 'No.',
    });
    expect(decided.data['decideOptOutRequests']).toMatchObject({
      items: [{ problem: { code: 'ALREADY_CLOSED' }, request: { state: 'CONFIRMED' } }],
    });
  });

  it('is not declined for an empty reason either', async () => {
    for (const reason of ['', ' \n', null]) {
      const { data } = await ask('decideOptOutRequests', {
        ids: [await open()],
        decision: 'DECLINE',
        reason,
      });
      expect(data['decideOptOutRequests']).toMatchObject({
        items: [{ problem: { code: 'REASON_REQUIRED' }, request: { state: 'PENDING' } }],
      });
    }
  });
});

describe('an idempotency key (Q-5)', () => {
  const keyed = MUTATIONS.filter((name) => !CASES[name]?.keyless);
  it.each(keyed)(
    '%s: again with the same input is the same answer, marked, and nothing new',
    async (name) => {
      const input = { ...(await CASES[name]!.input()), idempotencyKey: `again-${name}` };
      const first = await ask(name, input);
      let again: typeof first | undefined;
      const effect = await effectOf(async () => {
        again = await ask(name, input);
      });
      expect(again!.data).toEqual(first.data);
      expect([first, again!].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([
        null,
        'true',
      ]);
      expect(effect).toEqual({});
    },
  );

  const others = keyed.filter((name) => CASES[name]?.other !== null);
  it.each(others)('%s: with another input is a conflict, and does nothing', async (name) => {
    const input = { ...(await CASES[name]!.input()), idempotencyKey: `other-${name}` };
    await ask(name, input);
    // The keys of a link are its own: another input is then another visitor of the same link.
    const other =
      CASES[name]!.key === null
        ? { ...input, ...(CASES[name]!.other ?? { userAgent: 'another' }) }
        : { ...(await CASES[name]!.input()), idempotencyKey: input.idempotencyKey };
    let answer: unknown;
    const effect = await effectOf(async () => {
      answer = (await ask(name, other)).data[name];
    });
    expect(answer).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' });
    expect(effect).toEqual({});
  });

  it.each(keyed)('%s: eight times at once has one effect', async (name) => {
    const once = await CASES[name]!.input();
    const one = await effectOf(() => ask(name, { ...once, idempotencyKey: `once-${name}` }));
    const input = { ...(await CASES[name]!.input()), idempotencyKey: `eight-${name}` };
    let answers: Awaited<ReturnType<typeof ask>>[] = [];
    const eight = await effectOf(async () => {
      answers = await Promise.all(Array.from({ length: 8 }, () => ask(name, input)));
    });
    expect(answers.map(({ data }) => data[name])).toEqual(
      answers.map(() => answers[0]!.data[name]),
    );
    expect(
      answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true'),
    ).toHaveLength(7);
    if (!CASES[name]!.makesNoRows) expect(Object.keys(one)).not.toEqual([]);
    expect(eight).toEqual(one);
  });
});

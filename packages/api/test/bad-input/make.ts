import {
  addMember,
  armDataLink,
  armDoubleOptIn,
  beginSession,
  createAddressBook,
  ensureRecipient,
  markDoubleOptInMailed,
  recordDelivery,
} from '@adieu/db';
import { addressKey, createSecretToken } from '@adieu/keys';
import { releaseDraft, SAMPLE_LOGO, type Seed, seedContacts } from '@adieu/testkit';
import { fromId, toId } from '../../src/graphql/shared/ids.ts';
import { type SeededMail, seedMails } from '../house.ts';
import { ask, book, fresh, house, inputType, next } from './world.ts';

export async function open(key?: string, scope: object = book(house.org.staffId)): Promise<string> {
  const { data } = await house.ask<{ requestOptOut: { request: { id: string } } }>(
    `mutation ($input: RequestOptOutInput!) { requestOptOut(input: $input) { ... on OptOutRequested { request { id } } } }`,
    { input: { address: fresh(), scope } },
    key,
  );
  return data.requestOptOut.request.id;
}

export const review = (): object => ({
  mode: 'REVIEW',
  reviewPeriod: `PT${next() + 3_600}S`,
  onTimeout: 'REVERT',
});

export const ourAccount = (): { accountId: string } => ({
  accountId: toId('account', house.org.accountId),
});

export async function idOf(name: string, input: object, selection: string): Promise<string> {
  const { data } = await house.ask<Record<string, Record<string, { id: string }>>>(
    `mutation ($input: ${inputType(name).name}!) { ${name}(input: $input) { ${selection} } }`,
    { input },
  );
  return Object.values(data[name]!)[0]!.id;
}

/** Another picture each time: what follows its end is no part of it. */
export const freshLogo = (): string =>
  Buffer.concat([SAMPLE_LOGO, Buffer.from(String(next()))]).toString('base64');

export const newBook = async (): Promise<{ kind: string; id: string }> => ({
  kind: 'BOOK',
  id: await idOf(
    'createAddressBook',
    { ...ourAccount(), name: `Own book ${next()}`, purpose: 'SERVICE' },
    '... on AddressBookCreated { addressBook { id } }',
  ),
});

/** A book with a policy of its own. */
export async function bookWithPolicy(): Promise<string> {
  const { id: addressBookId } = await newBook();
  await ask('setOptOutPolicy', { addressBookId, ...review() });
  return addressBookId;
}

/** Somebody who is known, another one each time. */
export async function person(of: Seed = house.org): Promise<string> {
  const { organisationId, ring } = of;
  const address = fresh();
  const known = {
    channel: 'EMAIL',
    address,
    addressKey: addressKey(ring, 'EMAIL', address),
  } as const;
  return toId('recipient', await ensureRecipient(house.test.db.sql, { organisationId, ...known }));
}

export async function undeliverable(of: Seed): Promise<string> {
  const id = await person(of);
  await house.test.db.sql.rows(
    'UPDATE recipient SET undeliverable_since = $2, noted = true WHERE id = $1',
    [fromId('recipient', id), house.now],
  );
  return id;
}

/** Of whom a mail of the house's account came back for good. */
export async function cameBack(): Promise<string> {
  const address = fresh();
  const sent = await seedMails(house, { count: 1, addresses: [address] });
  const { messageId } = sent.find((each) => each.address === address)!;
  const told = { messageId, kind: 'HARD', status: '5.1.1', source: 'DSN', now: house.now } as const;
  await house.test.db.transaction((tx) => recordDelivery(tx, told));
  const [row] = await house.test.db.sql.rows<{ id: string }>(
    'SELECT recipient_id AS id FROM message WHERE id = $1',
    [messageId],
  );
  return toId('recipient', row!.id);
}

export const newAccount = (): Promise<string> =>
  idOf(
    'createAccount',
    {
      name: `Own account ${next()}`,
      sender: { name: 'Shop', address: 'shop@nordlys.example.test' },
    },
    '... on AccountCreated { account { id } }',
  );

export const newSender = (): Promise<string> =>
  idOf(
    'createSender',
    { ...ourAccount(), name: 'Shop', address: fresh() },
    '... on SenderCreated { sender { id } }',
  );

export const contact = (): Promise<string> =>
  idOf(
    'addContact',
    { addressBookId: toId('book', house.org.newsletterId), email: fresh() },
    '... on ContactAdded { contact { id } }',
  );

/** A burst with one request in it. */
export async function quarantine(of: Seed = house.org): Promise<string> {
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

export async function machineSignal(of: Seed = house.org): Promise<string> {
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

export async function parked(of: Seed = house.org): Promise<string> {
  const [row] = await house.test.db.sql.rows<{ id: string }>(
    `INSERT INTO inbound_message (channel, source, provider_id, raw, text, sent_at, received_at, changed_at, state,
       parked_because, organisation_id)
     VALUES ('SMS', 'test', $1, '', 'Hm', now(), now(), now(), 'PARKED', 'FAULT', $2) RETURNING id`,
    [fresh(), of.organisationId],
  );
  return toId('inbound', row!.id);
}

export async function reviewer(): Promise<string> {
  const email = fresh();
  const { organisationId } = house.org;
  const words = { name: 'Eva', language: 'en', digestSeconds: 86_400 } as const;
  await addMember(house.test.db.sql, { ...words, organisationId, email });
  return email;
}

/** A link for somebody who decides, as its mail carries it. */
export async function reviewLink(purpose: 'REVIEW' | 'SIGN_IN'): Promise<string> {
  const email = await reviewer();
  const { secret, hash } = createSecretToken('review_');
  await house.test.db.sql.rows(
    `INSERT INTO review_link (member_id, purpose, token_hash, created_at, expires_at)
     SELECT id, $2, $3, $4, $4::timestamptz + interval '1 hour' FROM member WHERE email = $1`,
    [email, purpose, hash, house.now],
  );
  return secret;
}

/** Somebody who was invited so long ago that it can be done again. */
export async function invited(): Promise<string> {
  const id = await member();
  await house.test.db.sql.rows(
    "UPDATE invitation SET created_at = created_at - interval '1 hour' WHERE member_id = $1",
    [fromId('member', id)],
  );
  return id;
}

let session: string | null = null;
/** A member who is signed in: what their pages' process sends; one for all cases of a file. */
export async function memberSession(): Promise<string> {
  if (session !== null) {
    // A case before this one may have signed out.
    await house.test.db.sql.rows('UPDATE member_session SET ended_at = NULL');
    return session;
  }
  const email = await reviewer();
  const { sql } = house.test.db;
  const [row] = await sql.rows<{ id: string }>('SELECT id FROM member WHERE email = $1', [email]);
  const { secret, hash } = createSecretToken();
  const theirs = { memberId: row!.id, secretHash: hash, means: 'MAIL', userAgent: null } as const;
  await beginSession(sql, { ...theirs, now: house.now });
  session = `Session ${secret}`;
  return session;
}

/** The token of an invitation, as its mail carries it. */
export async function invitation(): Promise<string> {
  const id = fromId('member', await member())!;
  const { secret, hash } = createSecretToken();
  await house.test.db.sql.rows('UPDATE invitation SET token_hash = $2 WHERE member_id = $1', [
    id,
    hash,
  ]);
  return secret;
}

/** A campaign to a book of its own: contacts that other cases add lack the field that its text needs. */
export async function draft(): Promise<string> {
  const addressBookId = fromId('book', (await newBook()).id)!;
  return seedContacts(house.test.db, house.org, { count: 1, addressBookId });
}

/** A campaign that is being sent, and has nobody who sends it. */
export async function sending(): Promise<string> {
  const campaignId = await draft();
  const { organisationId } = house.org;
  await house.test.db.transaction((sql) =>
    releaseDraft(sql, { organisationId, campaignId, now: house.now }),
  );
  return toId('campaign', campaignId);
}

export async function signUpForm(): Promise<Record<string, unknown>> {
  return {
    addressBookId: toId('book', house.org.newsletterId),
    title: `Form ${next()}`,
    declaration: 'I want the newsletter.',
    languages: ['sv', 'en'],
    origins: ['https://shop.example.test'],
    redirectUrl: 'https://shop.example.test/thanks',
  };
}

export async function newForm(): Promise<string> {
  const { data } = await house.ask<{ createSignUpForm: { form: { id: string } } }>(
    'mutation ($input: CreateSignUpFormInput!) { createSignUpForm(input: $input) { ... on SignUpFormCreated { form { id } } } }',
    { input: await signUpForm() },
  );
  return data.createSignUpForm.form.id;
}

export async function planned(token: string): Promise<string> {
  const { data } = await house.ask<{ decideByReview: { planned: { id: string } } }>(
    `mutation ($input: DecideByReviewInput!) { decideByReview(input: $input) { ... on DecisionPlanned { planned { id } } } }`,
    { input: { token, ids: [await open()], decision: 'CONFIRM' } },
    null,
  );
  return data.decideByReview.planned.id;
}

/** A confirmed request of a book whose policy lets the controller bring back. */
export async function confirmed(): Promise<string> {
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

/** A mail that came by a link of its own recipient, who is in a book of their own. */
export async function mail(): Promise<SeededMail> {
  const made = await createAddressBook(house.test.db.sql, {
    accountId: house.org.accountId,
    name: `Book of one ${next()}`,
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  if ('refused' in made) throw new Error(made.refused);
  const { addressBookId } = made;
  const [only] = await seedMails(house, { count: 1, addressBookId, addresses: [fresh()] });
  return only!;
}

export async function member(): Promise<string> {
  const { data } = await house.ask<{ inviteMember: { member: { id: string } } }>(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on MemberInvited { member { id } } } }`,
    { input: { name: 'Eva', email: fresh(), roles: [{ role: 'REVIEWER' }] } },
  );
  return data.inviteMember.member.id;
}

/** A link to one's own data, as its mail carries it. */
export async function dataLink(): Promise<string> {
  await ask('askForData', { token: (await mail()).token }, null);
  const { sql } = house.test.db;
  const [latest] = await sql.rows<{ id: string }>(
    'SELECT id FROM data_link ORDER BY id DESC LIMIT 1',
  );
  const { secret, hash } = createSecretToken('data_');
  await armDataLink(sql, latest!.id, hash);
  return secret;
}

export async function mailed(): Promise<string> {
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

/** Where webhooks go. */
export async function endpoint(key?: string): Promise<string> {
  const { data } = await house.ask<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    `mutation ($input: CreateWebhookEndpointInput!) {
       createWebhookEndpoint(input: $input) { ... on WebhookSecretMade { endpoint { id } } } }`,
    { input: { url: 'https://hooks.example.test/' } },
    key,
  );
  return data.createWebhookEndpoint.endpoint.id;
}

/** One that was delivered there, the only one of its endpoint. */
export async function delivery(endpointId: string, key?: string): Promise<string> {
  const { data } = await house.ask<{ testWebhookEndpoint: { delivery: { id: string } } }>(
    `mutation ($input: WebhookEndpointInput!) {
       testWebhookEndpoint(input: $input) { ... on WebhookDeliveryAsked { delivery { id } } } }`,
    { input: { id: endpointId } },
    key,
  );
  const { id } = data.testWebhookEndpoint.delivery;
  await house.test.db.sql.rows(
    `UPDATE webhook_delivery SET state = 'DELIVERED', tx = pg_current_xact_id(), ledger_id = 1 WHERE id = $1`,
    [fromId('delivery', id)],
  );
  return id;
}

/** A list that came in by HTTP, as its bringer names it. */
export async function listFile(key = house.org.adminKey): Promise<string> {
  const answer = await fetch(`${house.url}/lists?name=left.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: `email\n${fresh()}\n`,
  });
  return ((await answer.json()) as { id: string }).id;
}

/** An import that stands there, as the worker would have left it. */
export async function listImport(state: string, of: Seed = house.org): Promise<string> {
  const fileId = await listFile(of.adminKey);
  const [made] = await house.test.db.sql.rows<{ id: string }>(
    `INSERT INTO list_import (organisation_id, account_id, file_id, file_name, file_sha256, kind, scope_kind, scope_id, state,
       shape, asked_by_kind, asked_by, asked_at, changed_at)
     SELECT organisation_id, $2::uuid, id, name, sha256, 'OPT_OUTS', 'ACCOUNT', $2::uuid, $3, $4, 'KEY', uploaded_by, $5, $5
     FROM list_file WHERE id = $1 RETURNING id`,
    [
      fromId('file', fileId),
      of.accountId,
      state,
      JSON.stringify({
        format: 'CSV',
        encoding: 'utf-8',
        separator: ',',
        sheet: null,
        sheets: [],
        path: null,
        paths: [],
        header: true,
        columns: [{ name: 'email', guess: 'EMAIL', examples: [] }],
        first: [],
      }),
      house.now,
    ],
  );
  return toId('import', made!.id);
}

import {
  addMember,
  beginSession,
  claimSenderDomain,
  createSignUpForm,
  planDecision,
  sendersOfAccounts,
} from '@adieu/db';
import { ownedSmsSender, type Seed, seed, seedContacts } from '@adieu/testkit';
import { randomBytes, randomUUID } from 'node:crypto';
import { fromId, toId } from '../../src/graphql/shared/ids.ts';
import { openHouse } from '../house.ts';
import {
  delivery,
  endpoint,
  listFile,
  listImport,
  machineSignal,
  open,
  parked,
  quarantine,
  undeliverable,
} from './make.ts';
import { book, enter, house } from './world.ts';

export let foreign: Seed;
/** What another organisation has, by the prefix of its ids. */
export const theirs: Record<string, string> = {};

/** One organisation to ask for, and another one whose rows are not to be seen. */
export async function openWorld(): Promise<void> {
  enter(await openHouse());
  // An audience may ask only for fields that the book's contacts have.
  await seedContacts(house.test.db, house.org, { count: 1 });
  foreign = await seed(house.test.db, { name: 'Somebody else' });
  theirs['book'] = toId('book', foreign.newsletterId);
  theirs['account'] = toId('account', foreign.accountId);
  theirs['topic'] = toId('topic', foreign.newsTopicId);
  theirs['org'] = toId('org', foreign.organisationId);
  theirs['campaign'] = toId('campaign', await seedContacts(house.test.db, foreign, { count: 1 }));
  const theirPerson = await addMember(house.test.db.sql, {
    organisationId: foreign.organisationId,
    name: 'Ole',
    email: 'ole@else.example.test',
    language: 'da',
    digestSeconds: 86_400,
  });
  theirs['member'] = toId('member', 'memberId' in theirPerson ? theirPerson.memberId : '');
  theirs['session'] = toId('session', await foreignSession());
  const [theirContact] = await house.test.db.sql.rows<{ id: string }>(
    'SELECT k.id FROM contact k WHERE k.address_book_id = $1 LIMIT 1',
    [foreign.newsletterId],
  );
  theirs['contact'] = toId('contact', theirContact!.id);
  theirs['recipient'] = await undeliverable(foreign);
  theirs['plan'] = toId('plan', await foreignPlan());
  theirs['form'] = await foreignForm();
  const [theirSender] = await sendersOfAccounts(house.test.db.sql, [foreign.accountId], false);
  theirs['sender'] = toId('sender', theirSender!.id);
  const { organisationId } = foreign;
  const theirDomain = { organisationId, domain: 'theirs.se', challenge: 'x', now: house.now };
  theirs['domain'] = toId('domain', (await claimSenderDomain(house.test.db.sql, theirDomain)).id);
  await ownedSmsSender(house.test.db, foreign, { kind: 'TEXT', address: 'Theirs' });
  await ownedSmsSender(house.test.db, house.org, { kind: 'SHORT_CODE', address: '72080' });
  theirs['quarantine'] = await quarantine(foreign);
  theirs['inbound'] = await parked(foreign);
  theirs['machine'] = await machineSignal(foreign);
  const [theirKey] = await house.test.db.sql.rows<{ id: string }>(
    'SELECT id FROM api_key WHERE organisation_id = $1 LIMIT 1',
    [foreign.organisationId],
  );
  theirs['key'] = toId('key', theirKey!.id);
  theirs['endpoint'] = await endpoint(foreign.adminKey);
  theirs['delivery'] = await delivery(theirs['endpoint'], foreign.adminKey);
  theirs['file'] = await listFile(foreign.adminKey);
  theirs['import'] = await listImport('LOOKED', foreign);
  theirs['optout'] = await open(foreign.adminKey, book(foreign.staffId));
}

async function foreignSession(): Promise<string> {
  return beginSession(house.test.db.sql, {
    memberId: fromId('member', theirs['member']!)!,
    secretHash: randomBytes(32),
    means: 'MAIL',
    userAgent: null,
    now: house.now,
  });
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

async function foreignPlan(): Promise<string> {
  const made = await house.test.db.transaction((sql) =>
    planDecision(sql, {
      accountIds: null,
      organisationId: foreign.organisationId,
      memberId: fromId('member', theirs['member']!)!,
      memberName: 'Ole',
      requestIds: [],
      decision: 'CONFIRM',
      reason: null,
      now: house.now,
    }),
  );
  return made?.plannedId ?? randomUUID();
}

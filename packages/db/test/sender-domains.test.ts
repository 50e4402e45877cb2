import {
  createTestDatabase,
  releaseDraft,
  type Seed,
  seed,
  seedContacts,
  type TestDatabase,
} from '@adieu/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  askForTestMails,
  assignSenderDomain,
  campaignForSending,
  claimHeld,
  claimSenderDomain,
  createOrganisation,
  createSender,
  dataLinkForMail,
  askForData,
  haveOneOwner,
  openAccount,
  ownDomainsOf,
  proveSenderDomain,
  releaseSenderDomain,
  updateSender,
} from '../src/index.ts';
import { campaignsOf } from './campaigns-of.ts';

let test: TestDatabase;
let org: Seed;
let other: string;
const now = new Date('2026-05-04T08:00:00.000Z');
const SHOP = 'nordlys.se';

const tx = <T>(work: Parameters<TestDatabase['db']['transaction']>[0]) =>
  test.db.transaction(work) as Promise<T>;
const claim = (organisationId: string, domain: string) =>
  tx<{ id: string }>((sql) =>
    claimSenderDomain(sql, { organisationId, domain, challenge: `adieu-${organisationId}`, now }),
  );
const prove = (organisationId: string, id: string) =>
  tx<object>((sql) => proveSenderDomain(sql, { organisationId, id, by: 'DNS', now }));
const assign = (domain: string, organisationId: string | null) =>
  tx<{ id: string | null }>((sql) =>
    assignSenderDomain(sql, { domain, organisationId, challenge: 'adieu-x', now }),
  );
const own = async (organisationId: string, ...domains: string[]) =>
  (await ownDomainsOf(test.db.sql, organisationId, domains)).toSorted();
const add = (address: string) =>
  tx<{ id: string } | { refused: string }>((sql) =>
    createSender(sql, {
      organisationId: org.organisationId,
      accountId: org.accountId,
      form: { kind: 'EMAIL', name: '', address, keyword: '' },
      isDefault: true,
    }),
  );
const release = (campaignId: string) =>
  tx<object>((sql) => releaseDraft(sql, { organisationId: org.organisationId, campaignId, now }));
const { change, stateOf, claimed } = campaignsOf(() => ({ test, org }), now);

beforeEach(async () => {
  test = await createTestDatabase();
  org = await seed(test.db);
  other = await createOrganisation(test.db.sql, { name: 'Rogue' });
  return () => test.close();
});

describe('whose a domain is (Q-8)', () => {
  it('is nobody’s until it is proven, however many claim it', async () => {
    await claim(org.organisationId, SHOP);
    await claim(other, SHOP);
    expect(await own(org.organisationId, SHOP)).toEqual([]);
    expect(await own(other, SHOP)).toEqual([]);
  });

  it('is of one organisation at once: the second proof is refused, and the operator’s word moves it', async () => {
    const mine = await claim(org.organisationId, SHOP);
    const theirs = await claim(other, SHOP);
    expect(await prove(org.organisationId, mine.id)).toEqual({ id: mine.id });
    expect(await prove(other, theirs.id)).toEqual({ refused: 'taken' });
    await assign(SHOP, other);
    expect(await own(org.organisationId, SHOP)).toEqual([]);
    expect(await own(other, SHOP)).toEqual([SHOP]);
    await assign(SHOP, null);
    expect(await own(other, SHOP)).toEqual([]);
  });

  it('goes to one of two who prove it at the same time', async () => {
    const mine = await claim(org.organisationId, SHOP);
    const theirs = await claim(other, SHOP);
    const done = await Promise.all([prove(org.organisationId, mine.id), prove(other, theirs.id)]);
    expect(done.filter((one) => 'refused' in one)).toEqual([{ refused: 'taken' }]);
  });

  it('lets what is below follow, unless that is proven to be another’s', async () => {
    await assign(SHOP, org.organisationId);
    const below = [`news.${SHOP}`, `a.b.${SHOP}`];
    expect(await own(org.organisationId, ...below)).toEqual(below.toSorted());
    expect(await own(org.organisationId, `x${SHOP}`, 'se')).toEqual([]);
    await assign(`news.${SHOP}`, other);
    expect(await own(org.organisationId, SHOP, ...below)).toEqual([`a.b.${SHOP}`, SHOP]);
    expect(await own(other, SHOP, `news.${SHOP}`, `x.news.${SHOP}`)).toEqual([
      `news.${SHOP}`,
      `x.news.${SHOP}`,
    ]);
    expect(await haveOneOwner(test.db.sql, SHOP, `a.b.${SHOP}`)).toBe(true);
    expect(await haveOneOwner(test.db.sql, SHOP, `news.${SHOP}`)).toBe(false);
  });

  it('leaves names that nobody can own to all, until somebody was given one', async () => {
    expect(await own(other, 'nordlys.example.test', 'a.invalid', 'b.example', 'test.se')).toEqual([
      'a.invalid',
      'b.example',
      'nordlys.example.test',
    ]);
    await assign('nordlys.example.test', org.organisationId);
    expect(await own(other, 'nordlys.example.test')).toEqual([]);
  });

  it('proves and gives up nothing of another organisation', async () => {
    const { id } = await claim(org.organisationId, SHOP);
    expect(await prove(other, id)).toEqual({ refused: 'not-found' });
    const taken = { organisationId: other, id, now };
    expect(await tx((sql) => releaseSenderDomain(sql, taken))).toEqual({ refused: 'not-found' });
  });
});

describe('a From of a domain that is not the organisation’s (Q-8)', () => {
  it('is no sender, and no account’s', async () => {
    await assign(SHOP, other);
    expect(await add(`news@${SHOP}`)).toEqual({ refused: 'foreign-domain' });
    expect(await add('news@unproven.se')).toEqual({ refused: 'foreign-domain' });
    const account = {
      organisationId: org.organisationId,
      name: 'Fake',
      sender: { name: '', address: `news@${SHOP}` },
      defaultLanguage: 'en',
      country: null,
      timeZone: null,
    } as const;
    expect(await tx((sql) => openAccount(sql, account))).toEqual({ refused: 'foreign-domain' });
  });

  it('stops at the release, at a test mail and at a change, where the sender is there from before', async () => {
    const campaignId = await seedContacts(test.db, org, { count: 1 });
    await assign('nordlys.example.test', other);
    expect((await campaignForSending(test.db.sql, campaignId))!.ownsSender).toBe(false);
    expect(await release(campaignId)).toEqual({ refused: 'foreign-domain' });
    const asked = {
      organisationId: org.organisationId,
      campaignId,
      to: [],
      contactId: null,
      language: null,
      askedBy: 'x',
      now,
    };
    expect(await tx((sql) => askForTestMails(sql, asked))).toEqual({ refused: 'foreign-domain' });
    const [sender] = await test.db.sql.rows<{ id: string }>('SELECT id FROM sender', []);
    const named = {
      organisationId: org.organisationId,
      senderId: sender!.id,
      name: 'Bank',
      makeDefault: false,
    };
    expect(await tx((sql) => updateSender(sql, named))).toEqual({ refused: 'foreign-domain' });
  });

  it('is not the From of our own mails to recipients either: they have none of the account', async () => {
    await seedContacts(test.db, org, { count: 1 });
    const [recipient] = await test.db.sql.rows<{ id: string }>('SELECT id FROM recipient', []);
    const { accountId } = org;
    const asked = { recipientId: recipient!.id, accountId, language: 'en', now };
    await tx((sql) => askForData(sql, asked));
    const [link] = await test.db.sql.rows<{ id: string }>('SELECT id FROM data_link', []);
    expect((await dataLinkForMail(test.db.sql, link!.id))!.from).toMatchObject({
      address: 'news@nordlys.example.test',
    });
    await assign('nordlys.example.test', other);
    expect((await dataLinkForMail(test.db.sql, link!.id))!.from).toBeNull();
  });
});

describe('a domain that is lost (Q-8)', () => {
  let campaignId: string;
  beforeEach(async () => {
    campaignId = await seedContacts(test.db, org, { count: 3 });
    await assign(SHOP, org.organisationId);
    await add(`news@mail.${SHOP}`);
    await release(campaignId);
  });

  it('pauses what is sent from it, says why, and nothing more is handed over', async () => {
    expect(await stateOf(campaignId)).toMatchObject({ state: 'SENDING' });
    await assign(SHOP, null);
    expect(await stateOf(campaignId)).toEqual({ state: 'PAUSED', pausedBecause: 'SENDER_DOMAIN' });
    expect(await claimed(campaignId)).toBe(0);
    expect(await change(campaignId, 'RESUME')).toEqual({ refused: 'foreign-domain' });
    await assign(SHOP, org.organisationId);
    expect(await change(campaignId, 'RESUME')).toEqual({ state: 'SENDING' });
    expect(await claimed(campaignId)).toBe(3);
  });

  it('does so too where a part of it becomes another’s, and where its owner gives it up', async () => {
    await assign(`mail.${SHOP}`, other);
    expect(await stateOf(campaignId)).toMatchObject({ pausedBecause: 'SENDER_DOMAIN' });
    await assign(`mail.${SHOP}`, null);
    await change(campaignId, 'RESUME');
    const { id } = await claim(org.organisationId, SHOP);
    await tx((sql) => releaseSenderDomain(sql, { organisationId: org.organisationId, id, now }));
    expect(await stateOf(campaignId)).toMatchObject({ pausedBecause: 'SENDER_DOMAIN' });
  });

  it('leaves what is sent from elsewhere alone', async () => {
    await assign(`other.${SHOP}`, other);
    expect(await stateOf(campaignId)).toMatchObject({ state: 'SENDING' });
  });

  it('stops also what is held of a campaign that is sent', async () => {
    await test.db.sql.rows(
      `UPDATE message SET state = 'HELD', stopped_by = 'FREQUENCY_CAP' WHERE campaign_id = $1`,
      [campaignId],
    );
    await test.db.sql.rows(`UPDATE campaign SET state = 'SENT', finished_at = $1`, [now]);
    await assign(SHOP, null);
    const leaseUntil = new Date(now.getTime() + 30_000);
    expect(await claimHeld(test.db.sql, { limit: 10, now, leaseUntil })).toEqual([]);
    expect(await stateOf(campaignId)).toEqual({ state: 'PAUSED', pausedBecause: 'SENDER_DOMAIN' });
  });
});

import { emailContent, type Scope } from '@adieu/domain';
import { addressKey } from '@adieu/keys';
import {
  createTestDatabase,
  released,
  releaseDraft,
  seed,
  type TestDatabase,
} from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeOrganisation,
  changeScope,
  claimMessages,
  createAccount,
  createAddressBook,
  createCampaignByHand,
  mayContact,
  openLink,
  recordOptOut,
  switchAccountList,
} from '../src/index.ts';
import { personsOf } from './persons.ts';
import { wishesOf } from './wishes-of.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const ANNA = 'person-1@example.test';
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

/** Anna had a mail of the newsletter, left all marketing and came back to the newsletter; a second account has a book of its own. */
async function openWorld() {
  const org = await seed(test.db);
  const { organisationId, accountId, newsletterId } = org;
  const persons = personsOf(test, org, now);
  const wishes = wishesOf(test, org, persons, now);
  const sender = { name: 'Travel', address: 'travel@nordlys.example.test' };
  const place = { organisationId, sender, defaultLanguage: 'en' } as const;
  const travel = await createAccount(test.db.sql, { ...place, name: 'Travel' });
  const book = await createAddressBook(test.db.sql, {
    accountId,
    name: 'Offers',
    purpose: 'MARKETING',
    createdBy: 'test',
  });
  const offersId = 'addressBookId' in book ? book.addressBookId : '';
  const { campaignId, messages } = await released(test, org, { count: 1, now });
  await wishes.leaves(ANNA, false, { kind: 'ORGANISATION', id: organisationId });
  await wishes.comesBack(ANNA);
  const claim = (id: string) =>
    claimMessages(test.db.sql, { campaignId: id, limit: 5, now, leaseUntil: now });
  return {
    ...org,
    ...persons,
    ...wishes,
    travel,
    offersId,
    messageId: messages[0]!.id,
    claims: async (id = campaignId) => (await claim(id)).length,
    archives: (archived: boolean, scope: Scope = { kind: 'BOOK', id: newsletterId }) =>
      test.db.transaction((tx) => {
        if (scope.kind === 'ORGANISATION') throw new Error('nobody archives an organisation');
        const { kind, id } = scope;
        const change = { change: 'archive', archived } as const;
        return changeScope(tx, { organisationId, scope: { kind, id }, change, now });
      }),
    why: async (): Promise<string | null> => {
      const judged = await mayContact(test.db.sql, {
        organisationId,
        channel: 'EMAIL',
        addressKey: addressKey(org.ring, 'EMAIL', ANNA),
        addressBookId: newsletterId,
        topicId: null,
        accountId: null,
        purpose: null,
        now,
      });
      if ('refused' in judged) throw new Error(judged.refused);
      return judged.answer.because;
    },
    /** A campaign by hand to Anna out of an account, released; how many of its messages go. */
    async reaches(from: string): Promise<number> {
      const made = await test.db.transaction((tx) =>
        createCampaignByHand(tx, {
          organisationId,
          accountId: from,
          purpose: 'MARKETING',
          recipients: [{ address: ANNA, addressKey: addressKey(org.ring, 'EMAIL', ANNA) }],
          name: 'By hand',
          content: emailContent({ subject: { en: 's' }, html: { en: '<p>x</p>' } }),
          createdBy: 'test',
        }),
      );
      if ('refused' in made) throw new Error(made.refused);
      const { campaignId: id } = made;
      const sent = await test.db.transaction((tx) =>
        releaseDraft(tx, { organisationId, campaignId: id, now }),
      );
      if ('refused' in sent) throw new Error(sent.refused);
      return (await claim(id)).length;
    },
  };
}

describe('a book that is archived after somebody came back to it (D-7, P-13)', () => {
  it('sends nothing, opens nothing else meanwhile, and has them again once it is back', async () => {
    const world = await openWorld();
    expect([await world.allowed(ANNA), await world.allowed(ANNA, world.offersId)]).toEqual([
      true,
      false,
    ]);
    await world.archives(true);
    expect(await world.why()).toBe('ARCHIVED');
    expect(await world.claims()).toBe(0);
    expect(await world.allowed(ANNA, world.offersId)).toBe(false);
    await world.archives(false);
    expect(await world.why()).toBe('NO_OBJECTION');
    expect(await world.allowed(ANNA, world.offersId)).toBe(false);
  });

  it('is left by the link of an old mail, which counts when the book is back', async () => {
    const world = await openWorld();
    await world.archives(true);
    expect(await openLink(test.db.sql, world.messageId, now)).toMatchObject({ isArchived: true });
    const left = await recordOptOut(test.db.sql, {
      target: { messageId: world.messageId, scope: 'LINK' },
      signal: 'CLEAR',
      method: 'ONE_CLICK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now,
    });
    expect(left).not.toHaveProperty('refused');
    await world.archives(false);
    expect(await world.why()).toBe('OPTED_OUT');
    expect(await world.claims()).toBe(0);
  });

  it('with its account sends nothing either, and nothing by hand', async () => {
    const world = await openWorld();
    await world.archives(true, { kind: 'ACCOUNT', id: world.accountId });
    expect(await world.why()).toBe('ARCHIVED');
    expect(await world.claims()).toBe(0);
    await expect(world.reaches(world.accountId)).rejects.toThrow('archived');
  });
});

describe('campaigns by hand out of several accounts (B6)', () => {
  it('reach nobody who came back to one book alone, out of any', async () => {
    const world = await openWorld();
    expect(await world.allowed(ANNA)).toBe(true);
    for (const account of [world.accountId, world.travel])
      expect(await world.reaches(account)).toBe(0);
  });

  it.each([
    ['the account alone', 'NONE', [0, 1]],
    ['the whole organisation', 'ORGANISATION', [0, 0]],
  ] as const)(
    'ask for each account by itself where a stop counts for %s (F9)',
    async (_counts, widening, reached) => {
      const world = await openWorld();
      await changeOrganisation(test.db.sql, world.organisationId, { widening });
      await world.comesBack(ANNA, { kind: 'ORGANISATION', id: world.organisationId });
      await world.leaves(ANNA, false, { kind: 'ACCOUNT', id: world.accountId });
      expect([await world.reaches(world.accountId), await world.reaches(world.travel)]).toEqual(
        reached,
      );
    },
  );

  it('reach nobody out of an account with its own list who left all marketing before it had one', async () => {
    const world = await openWorld();
    await test.db.transaction((tx) =>
      switchAccountList(tx, {
        organisationId: world.organisationId,
        accountId: world.travel,
        keepsOwnList: true,
        actor: { kind: 'KEY', name: 'Eva' },
        now,
      }),
    );
    expect(await world.reaches(world.travel)).toBe(0);
  });

  it('are none out of an account of another organisation', async () => {
    const [world, other] = [await openWorld(), await openWorld()];
    await expect(world.reaches(other.travel)).rejects.toThrow('account-not-found');
  });
});

import { emailContent, type CampaignContent } from '@adieu/domain';
import { createTestDatabase, releaseDraft, seed, type TestDatabase } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countAudience,
  createCampaign,
  eraseRecipient,
  exportData,
  leaveByLink,
  openLink,
  suppressionsOf,
} from '../src/index.ts';
import { personsOf } from './persons.ts';
import { wishesOf } from './wishes-of.ts';

const now = new Date('2026-05-04T08:00:00.000Z');
const NUMBER = '+46701740605';
const TEXT: Record<'EMAIL' | 'SMS', CampaignContent> = {
  EMAIL: emailContent({ subject: { en: 'x' }, mjml: { en: '<mjml></mjml>' } }),
  SMS: { channel: 'SMS', text: { en: 'x' } },
};
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test?.close());

let organisations = 0;
/** An organisation whose newsletter has Anna, with an address and a number, Bo with an address and Cy with a number. */
async function openWorld() {
  organisations += 1;
  const org = await seed(test.db, { name: `Organisation ${organisations}` });
  const persons = personsOf(test, org, now);
  const anna = 'anna@example.test';
  await persons.imports([
    { address: anna, phone: NUMBER, fields: { first_name: 'Anna' } },
    { address: 'bo@example.test' },
    { phone: '+46701740606' },
  ]);
  const { organisationId, newsletterId } = org;
  const wishes = wishesOf(test, org, persons, now);
  return {
    org,
    persons,
    anna,
    ...wishes,
    annasContact: () => wishes.contactOf(anna),
    draft: async (channel: 'EMAIL' | 'SMS'): Promise<string> => {
      const made = await createCampaign(test.db.sql, {
        organisationId,
        addressBookId: newsletterId,
        topicId: null,
        name: 'Spring',
        content: TEXT[channel],
        createdBy: 't',
      });
      if ('refused' in made) throw new Error(made.refused);
      return made.campaignId;
    },
  };
}
type World = Awaited<ReturnType<typeof openWorld>>;

async function release({ org, draft }: World): Promise<Map<string, string>> {
  const campaignId = await draft('EMAIL');
  await test.db.transaction((tx) =>
    releaseDraft(tx, { organisationId: org.organisationId, campaignId, now }),
  );
  const rows = await test.db.sql.rows<{ address: string; id: string }>(
    'SELECT r.address, m.id FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE campaign_id = $1',
    [campaignId],
  );
  return new Map(rows.map(({ address, id }) => [address, id]));
}

describe('a person with an e-mail address and a number', () => {
  it('is one contact, and counted for each channel by the address that is on it', async () => {
    const { persons, anna, draft } = await openWorld();
    expect(await persons.contacts()).toEqual([
      '+46701740606',
      `${anna} ${NUMBER}`,
      'bo@example.test',
    ]);
    for (const channel of ['EMAIL', 'SMS'] as const)
      expect(await countAudience(test.db.sql, await draft(channel), now)).toMatchObject({
        total: 2,
        reachable: 2,
      });
  });

  it('that leaves on one channel is let through on the other, and counted so', async () => {
    const { persons, anna, draft, leaves } = await openWorld();
    expect(await leaves(NUMBER)).toMatchObject({ effect: 'opened' });
    expect([await persons.allowed(anna), await persons.allowed(NUMBER)]).toEqual([true, false]);
    expect(await persons.events(NUMBER)).toEqual(['REQUESTED']);
    expect(await persons.events(anna)).toEqual([]);
    const reachable = async (channel: 'EMAIL' | 'SMS') =>
      (await countAudience(test.db.sql, await draft(channel), now)).reachable;
    expect([await reachable('EMAIL'), await reachable('SMS')]).toEqual([2, 1]);
  });

  it.each(['by the number', 'by the e-mail address', 'by the page of their link'])(
    'that leaves on all channels is out on both, and the ledger says so for each: %s',
    async (how) => {
      const all = await openWorld();
      const { persons, anna, leaves, org } = all;
      if (how === 'by the page of their link') {
        const messageId = (await release(all)).get(anna)!;
        await test.db.transaction((tx) =>
          leaveByLink(tx, {
            messageId,
            choice: 'THIS_SCOPE',
            topicIds: [],
            allChannels: true,
            evidence: {},
            now,
          }),
        );
      } else await leaves(how === 'by the number' ? NUMBER : anna, true);
      for (const address of [anna, NUMBER]) {
        expect(await persons.allowed(address), address).toBe(false);
        expect(await persons.events(address), address).toEqual(['REQUESTED']);
        expect(await suppressionsOf(test.db.sql, await persons.recipientOf(address))).toMatchObject(
          [{ scopeId: org.newsletterId, state: 'OPTED_OUT' }],
        );
      }
      expect(await persons.allowed('bo@example.test')).toBe(true);
    },
  );

  it('that stops all marketing by the page of their link is out on both, and a link tells on which channels', async () => {
    const all = await openWorld();
    const { persons, anna } = all;
    const messageId = (await release(all)).get(anna)!;
    const leave = (choice: 'THIS_SCOPE' | 'ALL_MARKETING') =>
      test.db.transaction((tx) =>
        leaveByLink(tx, {
          messageId,
          choice,
          topicIds: [],
          allChannels: false,
          evidence: {},
          now,
        }),
      );
    await leave('THIS_SCOPE');
    expect(await openLink(test.db.sql, messageId, now)).toMatchObject({
      channels: ['EMAIL', 'SMS'],
      standing: [{ scopeKind: 'BOOK', channels: ['EMAIL'] }],
    });
    expect(await persons.allowed(NUMBER)).toBe(true);
    await leave('ALL_MARKETING');
    const { standing } = (await openLink(test.db.sql, messageId, now))!;
    expect(standing.find(({ scopeKind }) => scopeKind === 'ACCOUNT')).toMatchObject({
      channels: ['EMAIL', 'SMS'],
    });
    expect(await persons.allowed(NUMBER)).toBe(false);
  });

  it('comes back by a double opt-in on the channel of the address that confirmed it alone', async () => {
    const { persons, anna, leaves, comesBack } = await openWorld();
    await leaves(anna, true);
    await comesBack(anna);
    expect([await persons.allowed(anna), await persons.allowed(NUMBER)]).toEqual([true, false]);
    expect(await persons.events(NUMBER)).toEqual(['REQUESTED']);
    // The number is told again whose it is: that brings nobody back.
    expect(await persons.imports([{ address: anna, phone: NUMBER }])).toMatchObject({
      updated: 1,
      stillOptedOut: 1,
    });
    expect(await persons.allowed(NUMBER)).toBe(false);
  });

  it('has the wish on all channels for a number that a list brings later, and no other wish', async () => {
    const { persons, leaves } = await openWorld();
    const later = '+46701740607';
    await leaves('bo@example.test', true);
    await persons.imports([{ address: 'bo@example.test', phone: later }]);
    expect(await persons.allowed(later)).toBe(false);
    expect(await persons.events(later)).toEqual(['REQUESTED']);
    await leaves('+46701740606');
    await persons.imports([{ address: 'cy@example.test', phone: '+46701740606' }]);
    expect(await persons.allowed('cy@example.test')).toBe(true);
  });

  it('is never found through an address that another organisation has too', async () => {
    const [one, two] = [await openWorld(), await openWorld()];
    await one.leaves(NUMBER, true);
    expect(await two.persons.allowed(NUMBER)).toBe(true);
    expect(await two.persons.allowed(two.anna)).toBe(true);
    const theirs = await one.annasContact();
    expect(await test.db.transaction((tx) => two.changesContact(tx, theirs, null))).toEqual({
      refused: 'not-found',
    });
  });
});

describe('another address in the place of the old one', () => {
  const changes = async (world: World, address: string) =>
    test.db.transaction(async (tx) =>
      world.changesContact(tx, await world.annasContact(), address),
    );
  const NEW = '+46701740699';

  it('brings nobody back: what stands for the old one does so for both', async () => {
    const all = await openWorld();
    const { persons, anna, leaves } = all;
    await leaves(NUMBER);
    expect(await changes(all, NEW)).toEqual({ contactId: await all.annasContact() });
    expect(await persons.contacts()).toContain(`${anna} ${NEW}`);
    expect([await persons.allowed(NUMBER), await persons.allowed(NEW)]).toEqual([false, false]);
    expect(await persons.allowed(anna)).toBe(true);
    // Somebody else's now: the wish stayed with the number.
    await persons.imports([{ address: 'new-owner@example.test', phone: NUMBER }]);
    expect(await persons.allowed(NUMBER)).toBe(false);
  });

  it('is refused where another contact of the book has it, and leaves all as it was', async () => {
    const all = await openWorld();
    const before = await all.persons.contacts();
    expect(await changes(all, 'bo@example.test')).toEqual({
      refused: 'two-contacts',
      channel: 'EMAIL',
    });
    expect(await all.persons.contacts()).toEqual(before);
  });

  it('stops what was queued for the old one, and nothing else', async () => {
    const all = await openWorld();
    const messages = await release(all);
    await changes(all, 'anna.new@example.test');
    const rows = await test.db.sql.rows<{ id: string; state: string; stoppedBy: string | null }>(
      'SELECT id, state, stopped_by AS "stoppedBy" FROM message WHERE id = ANY ($1::uuid[])',
      [[...messages.values()]],
    );
    const of = (address: string) => rows.find(({ id }) => id === messages.get(address));
    expect(of(all.anna)).toMatchObject({ state: 'STOPPED', stoppedBy: 'CONTACT_REMOVED' });
    expect(of('bo@example.test')).toMatchObject({ state: 'QUEUED' });
  });
});

describe('a person who asks by one of their addresses', () => {
  it('is told what is kept of them by both (GDPR Art. 15)', async () => {
    const { persons, anna, leaves } = await openWorld();
    await leaves(NUMBER);
    const data = await exportData(test.db.sql, await persons.recipientOf(anna));
    expect(data).toMatchObject({
      addresses: [{ address: anna }, { address: NUMBER }],
      contacts: [{ fields: { first_name: 'Anna' } }],
      suppressions: [{ channel: 'SMS', state: 'OPTED_OUT' }],
      requests: [{ channel: 'SMS' }],
      history: [{ channel: 'SMS', type: 'REQUESTED' }],
    });
  });

  it('is erased by both, and stays out by both when a list brings them again (GDPR Art. 17, G-3)', async () => {
    const { org, persons, anna, leaves } = await openWorld();
    await leaves(anna, true);
    // Somebody else, who answers the same telephone.
    await persons.imports([{ address: 'di@example.test', phone: NUMBER }], org.staffId);
    const [mail, number] = [await persons.recipientOf(anna), await persons.recipientOf(NUMBER)];
    await test.db.transaction((tx) => eraseRecipient(tx, { recipientId: mail, now }));
    for (const [id, address] of [
      [mail, anna],
      [number, NUMBER],
    ] as const) {
      const [row] = await test.db.sql.rows('SELECT address FROM recipient WHERE id = $1', [id]);
      expect(row).toEqual({ address: null });
      // What they left, and all marketing, which their erasure leaves.
      expect(await persons.events(address)).toEqual(['REQUESTED', 'REQUESTED', 'ERASED']);
    }
    expect(await persons.contacts()).toEqual(['+46701740606', 'bo@example.test']);
    expect(await persons.contacts(org.staffId)).toEqual(['di@example.test']);
    expect(
      await test.db.sql.rows(
        `SELECT 1 FROM contact WHERE fields ->> 'first_name' = 'Anna' AND address_book_id = $1`,
        [org.newsletterId],
      ),
    ).toEqual([]);
    await persons.imports([{ address: anna, phone: NUMBER }]);
    expect([await persons.allowed(anna), await persons.allowed(NUMBER)]).toEqual([false, false]);
  });
});

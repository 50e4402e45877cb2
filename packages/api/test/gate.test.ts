import { changePreferences, claimMessages } from '@adieu/db';
import { released } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMessageLink } from '@adieu/keys';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

interface Shown {
  allowed: boolean;
  because: string;
  since: string | null;
  method: string | null;
  requestId: string | null;
  scope: { kind: string; id: string; name: string } | null;
  request: { id: string } | null;
  explanation: string;
}
const SHOWN =
  'allowed because since method requestId scope { kind id name } request { id } explanation';

interface Many {
  mayContactMany: { address: string; answer: Shown }[];
}

const askMany = (input: object, key?: string) =>
  house.ask<Many>(
    `query ($input: MayContactManyInput!) { mayContactMany(input: $input) { address answer { ${SHOWN} } } }`,
    { input: { channel: 'EMAIL', ...input } },
    key,
  );

describe('mayContact', () => {
  it('explains a no by its decisive row, its time, its way and its request (N9)', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    expect((await oneClick(house, mail!.token)).status).toBe(200);
    const book = toId('book', house.org.newsletterId);
    const { data } = await house.ask<{ mayContact: Shown }>(
      `query ($input: MayContactInput!) { mayContact(input: $input) { ${SHOWN} } }`,
      { input: { address: mail!.address.toUpperCase(), channel: 'EMAIL', addressBookId: book } },
    );
    const { requestId } = data.mayContact;
    expect(data.mayContact).toEqual({
      allowed: false,
      because: 'OPTED_OUT',
      since: house.now.toISOString(),
      method: 'ONE_CLICK',
      requestId: expect.stringMatching(/^optout_/),
      scope: { kind: 'BOOK', id: book, name: 'Newsletter' },
      request: { id: requestId },
      explanation: `No: opted out of this address book since ${house.now.toISOString()}, by one-click, request ${requestId}.`,
    });
  });

  it('says until when somebody rests by their own choice (P-9, P-10)', async () => {
    const [, , mail] = await seedMails(house, { count: 3 });
    const { sql } = house.test.db;
    const snoozedUntil = new Date(house.now.getTime() + 86_400_000);
    const [who] = await sql.rows<{ id: string }>('SELECT id FROM recipient WHERE address = $1', [
      mail!.address,
    ]);
    await changePreferences(sql, {
      recipientId: who!.id,
      accountId: house.org.accountId,
      change: { snoozedUntil },
      now: house.now,
    });
    const { data } = await house.ask<{ mayContact: Shown & { nextAllowedAt: string } }>(
      `query ($input: MayContactInput!) { mayContact(input: $input) { nextAllowedAt ${SHOWN} } }`,
      {
        input: {
          address: mail!.address,
          channel: 'EMAIL',
          addressBookId: toId('book', house.org.newsletterId),
        },
      },
    );
    expect(data.mayContact).toMatchObject({
      allowed: false,
      because: 'SNOOZED',
      nextAllowedAt: snoozedUntil.toISOString(),
      since: null,
      request: null,
      explanation: expect.stringContaining(`set a pause`),
    });
  });

  it('shows a campaigner the sentence and the id, and not the request itself', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    expect((await oneClick(house, mail!.token)).status).toBe(200);
    const { data } = await askMany(
      { addresses: [mail!.address], addressBookId: toId('book', house.org.newsletterId) },
      house.org.campaignerKey,
    );
    expect(data.mayContactMany[0]!.answer).toMatchObject({
      allowed: false,
      request: null,
      requestId: expect.stringMatching(/^optout_/),
    });
  });
});

describe('mayContactMany', () => {
  it('answers a thousand in their order, repeats and nonsense too, and refuses one more', async () => {
    const mails = await seedMails(house, { count: 996 });
    expect((await oneClick(house, mails[10]!.token)).status).toBe(200);
    expect((await oneClick(house, mails[990]!.token)).status).toBe(200);
    const addresses = [
      'no address',
      ...mails.map(({ address }) => address),
      mails[10]!.address,
      'never-seen@example.test',
      '',
    ];
    expect(addresses).toHaveLength(1_000);
    const addressBookId = toId('book', house.org.newsletterId);
    const { data } = await askMany({ addresses, addressBookId });
    expect(data.mayContactMany.map(({ address }) => address)).toEqual(addresses);
    const reasons = data.mayContactMany.map(({ answer }) => answer.because);
    expect(reasons[0]).toBe('UNKNOWN_ADDRESS');
    expect(reasons[999]).toBe('UNKNOWN_ADDRESS');
    expect(reasons[998]).toBe('NO_OBJECTION');
    expect([reasons[11], reasons[991], reasons[997]]).toEqual(Array(3).fill('OPTED_OUT'));
    expect(data.mayContactMany[997]!.answer).toEqual(data.mayContactMany[11]!.answer);
    expect(data.mayContactMany[11]!.answer.request!.id).toBe(
      data.mayContactMany[11]!.answer.requestId,
    );
    const { errors } = await askMany({
      addresses: [...addresses, 'x@example.test'],
      addressBookId,
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'addresses' });
  });

  it('tells of a book of somebody else like of none, and of nothing about nobody', async () => {
    const none = await askMany({
      addresses: ['a@example.test'],
      addressBookId: toId('book', crypto.randomUUID()),
    });
    expect(none.errors?.[0]?.extensions).toMatchObject({ field: 'addressBookId' });
    expect((await askMany({ addresses: [] })).data.mayContactMany).toEqual([]);
  });
});

describe('an opt-out that was answered', () => {
  it('stops the very next hand-over (W-1, W-2)', async () => {
    const { org, test } = house;
    const { campaignId, messages } = await released(test, org, {
      count: 200,
      addressBookId: org.staffId,
      now: house.now,
    });
    const leaseUntil = new Date(house.now.getTime() + 30_000);
    for (const { id, address } of messages) {
      expect((await oneClick(house, signMessageLink(org.ring, id))).status).toBe(200);
      // The messages are claimed in their order, one at a time: this one is next, and must not be among them.
      const claimed = await claimMessages(test.db.sql, {
        campaignId,
        limit: 1,
        now: house.now,
        leaseUntil,
      });
      expect(claimed.map((message) => message.address)).not.toContain(address);
      const [row] = await test.db.sql.rows<{ state: string; stoppedBy: string }>(
        'SELECT state, stopped_by AS "stoppedBy" FROM message WHERE id = $1',
        [id],
      );
      expect(row).toEqual({ state: 'STOPPED', stoppedBy: 'PAUSED' });
    }
  });
});

describe('what the gate stopped (N3)', () => {
  it('is counted by day, account and reason, of this organisation alone', async () => {
    const { org, test } = house;
    const mails = await seedMails(house, { count: 3 });
    expect((await oneClick(house, mails[0]!.token)).status).toBe(200);
    const [{ campaignId } = { campaignId: '' }] = await test.db.sql.rows<{ campaignId: string }>(
      'SELECT campaign_id AS "campaignId" FROM message WHERE id = $1',
      [mails[0]!.messageId],
    );
    const count = async (from: string, to: string, more = '', key?: string) =>
      (
        await house.ask<{ gateStops: { reason: string; messages: number; day: string }[] }>(
          `{ gateStops(from: "${from}", to: "${to}"${more}) { day reason messages exported account { name } } }`,
          {},
          key,
        )
      ).data.gateStops;
    const now = new Date('2026-06-01T23:59:59.999Z');
    const leaseUntil = new Date(now.getTime() + 30_000);
    await claimMessages(test.db.sql, { campaignId, limit: 10, now, leaseUntil });
    const ours = [
      {
        day: '2026-06-01',
        reason: 'OPTED_OUT',
        messages: expect.any(Number),
        exported: 0,
        account: { name: 'Nordlys Shop' },
      },
    ];
    const day = ['2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z'] as const;
    expect(await count(...day)).toEqual(ours);
    expect(await count(...day, `, accountId: "${toId('account', org.accountId)}"`)).toEqual(ours);
    expect(await count(...day, `, accountId: "${toId('account', crypto.randomUUID())}"`)).toEqual(
      [],
    );
    expect(await count('2026-06-02T00:00:00Z', '2026-06-03T00:00:00Z')).toEqual([]);
    const { errors } = await house.ask(
      '{ gateStops(from: "2026-01-01T00:00:00Z", to: "2028-01-01T00:00:00Z") { day } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ field: 'to' });
  });
});

describe('a gate that cannot be read', () => {
  it('lets nothing through: the answer is an error, and nobody is handed out (Q-12)', async () => {
    const broken = await openHouse();
    try {
      await broken.test.db.sql.rows('ALTER TABLE suppression RENAME TO broken');
      const book = toId('book', broken.org.newsletterId);
      const { data, errors } = await broken.ask<unknown>(
        `{ mayContact(input: { address: "a@example.test", channel: EMAIL, addressBookId: "${book}" }) { allowed } }`,
      );
      expect(data ?? null).toBeNull();
      expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
      const audience = await fetch(`${broken.url}/audience/${book}?use=EMAIL`, {
        headers: { authorization: `Bearer ${broken.org.adminKey}` },
      });
      expect(audience.status).toBe(503);
      expect(audience.headers.get('retry-after')).toBe('30');
      const exports = await broken.test.db.sql.rows<{ state: string; handed_out: number }>(
        'SELECT state, handed_out FROM audience_export',
      );
      expect(exports).toEqual([{ state: 'CUT', handed_out: 0 }]);
    } finally {
      await broken.close();
    }
  });
});

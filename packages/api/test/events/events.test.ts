import { armDoubleOptIn, confirmDoubleOptIn, startDoubleOptIn } from '@adieu/db';
import { bounceLocalPart, hashSecretToken } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countOf, type House, openHouse, type SeededMail, seedMails } from '../house.ts';
import { eventIngresses, mailgun, postmark, sendgrid } from './providers.ts';

const TOKEN = 'metrics-token-of-the-test';
let house: House;
let mails: SeededMail[];

beforeAll(async () => {
  house = await openHouse({ eventIngresses, metricsToken: TOKEN });
  mails = await seedMails(house, { count: 20 });
  await house.test.db.sql.rows(`UPDATE message SET state = 'SENT'`);
});
afterAll(() => house?.close());

const nextMail = (): SeededMail => mails.pop()!;
/** Our id of a mail, as its provider carries it. */
const carried = ({ messageId }: SeededMail): string =>
  bounceLocalPart(house.org.ring, messageId).slice('bounce+'.length);

let nextId = 0;
const event = (kind: string, more: object = {}): object => {
  nextId += 1;
  return { event: kind, sg_event_id: `event-${nextId}`, timestamp: 1_777_881_600, ...more };
};

const requestsOf = ({ messageId }: SeededMail): Promise<unknown[]> =>
  house.test.db.sql.rows(
    'SELECT state, method, scope_kind AS scope FROM opt_out_request WHERE message_id = $1',
    [messageId],
  );
const bouncesOf = ({ messageId }: SeededMail): Promise<unknown[]> =>
  house.test.db.sql.rows(
    `SELECT detail ->> 'status' AS status FROM machine_signal WHERE kind = 'HARD_BOUNCE' AND message_id = $1`,
    [messageId],
  );
const stored = (): Promise<number> => countOf(house, 'inbound_message');

describe('what a provider tells', () => {
  it('of a mail that came back is kept against it, by the id that it carried (P7, M-8)', async () => {
    const mail = nextMail();
    const bounce = event('bounce', { type: 'bounce', status: '5.1.1', adieu: carried(mail) });
    expect(await sendgrid(house.url, [bounce])).toBe(200);
    expect(await bouncesOf(mail)).toEqual([{ status: '5.1.1' }]);
    expect(await requestsOf(mail)).toEqual([]);
  });

  it('of a complaint leaves all marketing at once, counted once for its message (P8, M-9)', async () => {
    const mail = nextMail();
    for (let i = 0; i < 2; i += 1)
      expect(await sendgrid(house.url, [event('spamreport', { adieu: carried(mail) })])).toBe(200);
    expect(await requestsOf(mail)).toEqual([
      { state: 'CONFIRMED', method: 'SPAM_REPORT', scope: 'ORGANISATION' },
    ]);
    expect(await countOf(house, 'complaint', `message_id = '${mail.messageId}'`)).toBe(1);
  });

  it('of somebody who left there is their wish here: what the mail’s link leaves (F7)', async () => {
    const mail = nextMail();
    const leaving = event('group_unsubscribe', { adieu: carried(mail), asm_group_id: 3 });
    expect(await sendgrid(house.url, [leaving])).toBe(200);
    expect(await requestsOf(mail)).toEqual([
      { state: 'CONFIRMED', method: 'PROVIDER', scope: 'BOOK' },
    ]);
  });

  it('is known by our Message-ID where it carried no id', async () => {
    const mail = nextMail();
    const messageId = `<${mail.messageId}@leave.example.test>`;
    const bounce = event('bounce', { type: 'bounce', status: '5.1.1', 'smtp-id': messageId });
    expect(await sendgrid(house.url, [bounce])).toBe(200);
    expect(await bouncesOf(mail)).toHaveLength(1);
  });

  it('is of the last mail to the address where it names none: who left there leaves that account', async () => {
    const mail = nextMail();
    expect(await sendgrid(house.url, [event('unsubscribe', { email: mail.address })])).toBe(200);
    expect(await requestsOf(mail)).toEqual([
      { state: 'CONFIRMED', method: 'PROVIDER', scope: 'ACCOUNT' },
    ]);
  });

  it('of nobody’s mail here waits for an operator where it is a wish, and is let go where it came back', async () => {
    const email = 'stranger@example.test';
    expect(
      await sendgrid(house.url, [
        event('unsubscribe', { email }),
        event('bounce', { type: 'bounce', email }),
      ]),
    ).toBe(200);
    const rows = await house.test.db.sql.rows(
      `SELECT hint, state, parked_because AS because FROM inbound_message WHERE from_address = $1 ORDER BY hint`,
      [email],
    );
    expect(rows).toEqual([
      { hint: 'hard', state: 'UNDERSTOOD', because: null },
      { hint: 'unsubscribe', state: 'PARKED', because: 'NO_SENDER' },
    ]);
  });

  it('of deliveries, of what it tries again and of its own list is counted, and kept nowhere (M-7)', async () => {
    const before = await stored();
    const mail = nextMail();
    const adieu = carried(mail);
    const told = [
      event('delivered', { adieu }),
      event('open', { adieu }),
      event('deferred', { adieu, response: '421 4.7.0 later' }),
      event('dropped', { adieu, reason: 'Bounced Address' }),
      event('group_resubscribe', { adieu }),
    ];
    expect(await sendgrid(house.url, told)).toBe(200);
    expect(await stored()).toBe(before);
    expect(await bouncesOf(mail)).toEqual([]);
    expect(await scrape()).toContain(
      'adieu_provider_events_total{provider="sendgrid",kind="delivered"} 1',
    );
  });

  it('a hundred times at once is one (O-8)', async () => {
    const mail = nextMail();
    const body = [event('unsubscribe', { adieu: carried(mail) })];
    const before = await stored();
    const answers = await Promise.all(Array.from({ length: 100 }, () => sendgrid(house.url, body)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await stored()).toBe(before + 1);
    expect(await requestsOf(mail)).toHaveLength(1);
  });

  it('too late, when somebody came back meanwhile, takes nobody off again (D-1)', async () => {
    const mail = nextMail();
    const leaving = (): object => event('unsubscribe', { adieu: carried(mail) });
    expect(await sendgrid(house.url, [leaving()])).toBe(200);
    await comesBack(mail);
    expect(await sendgrid(house.url, [leaving()])).toBe(200);
    expect(await requestsOf(mail)).toEqual([expect.objectContaining({ method: 'PROVIDER' })]);
  });

  it('that can not be read is kept once as it came, for an operator, and the provider is told', async () => {
    const broken = '{"event": "spamrep';
    expect([await sendgrid(house.url, broken), await sendgrid(house.url, broken)]).toEqual([
      400, 400,
    ]);
    expect(
      await house.test.db.sql.rows(
        `SELECT channel, source, convert_from(raw, 'UTF8') AS raw FROM inbound_message WHERE parked_because = 'UNREADABLE'`,
      ),
    ).toEqual([{ channel: 'EMAIL', source: 'events/sendgrid', raw: broken }]);
  });
});

describe('what proves that it is the provider', () => {
  it('is good for one event alone at Mailgun, which signs none (replay)', async () => {
    const [mail, other] = [nextMail(), nextMail()];
    const at = house.now;
    const token = 'a-token-that-somebody-saw';
    const delivered = { event: 'delivered', id: 'd', 'user-variables': { adieu: carried(mail) } };
    const forged = { event: 'complained', id: 'f', 'user-variables': { adieu: carried(other) } };
    expect(await mailgun(house.url, delivered, { token, at })).toBe(200);
    expect(await mailgun(house.url, forged, { token, at })).toBe(401);
    expect(await mailgun(house.url, delivered, { token, at })).toBe(200);
    expect(await requestsOf(other)).toEqual([]);
    expect(await mailgun(house.url, forged, { at: new Date(at.getTime() - 13 * 3_600_000) })).toBe(
      401,
    );
    expect(await mailgun(house.url, forged, { at })).toBe(200);
    expect(await requestsOf(other)).toHaveLength(1);
    expect(await scrape()).toContain(
      'adieu_provider_refused_total{provider="mailgun",because="REPLAYED"} 1',
    );
  });

  it('is a password at Postmark, and who guesses is refused, after thirty a minute without another word', async () => {
    const mail = nextMail();
    const complaint = { RecordType: 'SpamComplaint', ID: 1, Metadata: { adieu: carried(mail) } };
    const guess = { username: 'adieu', password: 'guessed' };
    const answers: number[] = [];
    for (let i = 0; i < 33; i += 1) answers.push(await postmark(house.url, complaint, guess));
    expect(new Set(answers.slice(0, 20))).toEqual(new Set([401]));
    expect(answers.at(-1)).toBe(429);
    expect(await requestsOf(mail)).toEqual([]);
    expect(await postmark(house.url, complaint)).toBe(200);
    expect(await requestsOf(mail)).toHaveLength(1);
  });

  it('nobody has for a provider that is not set up', async () => {
    const answer = await fetch(`${house.url}/events/nobody`, { method: 'POST', body: '{}' });
    expect([404, 429]).toContain(answer.status);
  });
});

it('logs and metrics name nobody', async () => {
  expect(house.log()).not.toMatch(/stranger@example|bounce\+/);
  expect(await scrape()).not.toContain('@');
});

it('comes again while the database is away, and is not lost (O-11)', async () => {
  const mail = nextMail();
  const body = [event('unsubscribe', { adieu: carried(mail) })];
  await house.loseDatabase();
  expect(await sendgrid(house.url, body)).toBe(503);
  expect(await requestsOf(mail)).toEqual([]);
});

/** The reader of a mail asks to be written to again, and confirms it, an hour after the events of these tests. */
async function comesBack({ messageId }: SeededMail): Promise<void> {
  const { db } = house.test;
  const { organisationId, newsletterId } = house.org;
  const now = new Date(house.now.getTime() + 3_600_000);
  const [row] = await db.sql.rows<{ recipientId: string; accountId: string }>(
    `SELECT m.recipient_id AS "recipientId", c.account_id AS "accountId" FROM message m JOIN campaign c ON c.id = m.campaign_id
     WHERE m.id = $1`,
    [messageId],
  );
  const started = await db.transaction((tx) =>
    startDoubleOptIn(tx, {
      ...row!,
      organisationId,
      scope: { kind: 'BOOK', id: newsletterId },
      language: 'sv',
      declaration: (name) => `Jag vill ha ${name}`,
      declarationVersion: '1',
      formUrl: null,
      origin: null,
      userAgent: null,
      now,
    }),
  );
  if ('refused' in started) throw new Error(started.refused);
  const tokenHash = hashSecretToken(started.id);
  await armDoubleOptIn(db.sql, { id: started.id, tokenHash, messageId: '<1@test>', now });
  await db.transaction((tx) =>
    confirmDoubleOptIn(tx, { tokenHash, origin: null, userAgent: null, now }),
  );
}

async function scrape(): Promise<string> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return (await fetch(`${house.url}/metrics`, { headers })).text();
}

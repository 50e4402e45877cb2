import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openDatabase, type Database } from '@adieu/db';
import { createMailIn, type MailReader, keepReadingMail } from '@adieu/intake';
import { bounceLocalPart, mailtoLocalPart, replyLocalPart } from '@adieu/keys';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse, seedMails } from './house.ts';

const DOMAIN = 'leave.example.test';
const TOKEN = 'metrics-token-of-the-test';
let house: House;
let db: Database;
let logged = '';
let reader: MailReader;
let server: ReturnType<typeof createMailIn>;
let send: (mail: { to: string; from?: string; raw: string }) => Promise<string>;

beforeAll(async () => {
  house = await openHouse({ metricsToken: TOKEN });
  db = await openDatabase({ url: house.test.engineUrl });
  const log = pino({ level: 'trace' }, { write: (line: string) => void (logged += line) });
  const deps = { db, ring: house.org.ring, log, mailDomain: DOMAIN, clock: () => house.now };
  reader = keepReadingMail(deps);
  server = createMailIn({ ...deps, onStored: () => reader.soon() });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  send = async ({ to, from = 'anna@example.test', raw }) => {
    const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw });
    return response;
  };
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await reader?.stop();
  await db?.close();
  await house?.close();
});

interface Shown {
  id: string;
  channel: string;
  source: string;
  from: string;
  to: string;
  state: string;
  outcome: string | null;
  parkedBecause: string | null;
  explanation: string | null;
}
const SHOWN = 'id channel source from to state outcome parkedBecause explanation';

async function strays(state: string): Promise<Shown[]> {
  const { data } = await house.ask<{ strayInboundMessages: { nodes: Shown[] } }>(
    `query ($state: InboundState) { strayInboundMessages(channel: EMAIL, state: $state) { nodes { ${SHOWN} } } }`,
    { state },
    house.org.operatorKey,
  );
  return data.strayInboundMessages.nodes;
}

async function settle(
  mutation: string,
  id: string,
  key = house.org.operatorKey,
): Promise<Record<string, unknown>> {
  const { data } = await house.ask<{ done: Record<string, unknown> }>(
    `mutation ($input: InboundMessageInput!) { done: ${mutation}(input: $input) {
      ... on InboundMessageSettled { inboundMessage { state } } ... on Problem { code } } }`,
    { input: { id } },
    key,
  );
  return data.done;
}

it('a wish by mail is shown to its organisation by what it became, without what names the message, and not to others', async () => {
  const [mail] = await seedMails(house, { count: 1 });
  const to = `${mailtoLocalPart(mail!.token)}@${DOMAIN}`;
  const raw = 'From: Anna <anna@example.test>\r\nSubject: unsubscribe\r\n\r\n';
  expect(await send({ to, raw })).toMatch(/^250/);
  const { data } = await house.ask<{ inboundMessages: { nodes: Shown[] } }>(
    `{ inboundMessages(channel: EMAIL) { nodes { ${SHOWN} } } }`,
  );
  expect(data.inboundMessages.nodes).toEqual([
    {
      id: expect.stringMatching(/^inbound_/),
      channel: 'EMAIL',
      source: 'smtp',
      from: expect.stringMatching(/^an•••@/),
      to: `leave@${DOMAIN}`,
      state: 'UNDERSTOOD',
      outcome: 'OPT_OUT',
      parkedBecause: null,
      explanation: null,
    },
  ]);
  expect(JSON.stringify(data)).not.toContain('anna@');
  expect(await strays('UNDERSTOOD')).toEqual([]);
});

it('thanks and absences are told apart, in words and for programs, and so is what became of an answer that was passed on (N5, M-3)', async () => {
  const [mail] = await seedMails(house, { count: 1 });
  const to = `${replyLocalPart(house.org.ring, mail!.messageId)}@${DOMAIN}`;
  const answer = (more: string) =>
    send({
      to,
      from: mail!.address,
      raw: `From: ${mail!.address}\r\n${more}Subject: Re: x\r\n\r\nThank you!\r\n`,
    });
  const newest = async () => {
    const { data } = await house.ask<{ inboundMessages: { nodes: unknown[] } }>(
      `{ inboundMessages(channel: EMAIL, first: 1) { nodes { outcome remark explanation forwarded { endedAt outcome } } } }`,
    );
    return data.inboundMessages.nodes[0];
  };
  const nothing = { outcome: 'NOTHING', forwarded: null };
  await answer('Auto-Submitted: auto-replied\r\n');
  expect(await newest()).toEqual({
    ...nothing,
    remark: 'AUTO_SUBMITTED',
    explanation: 'No person wrote it: its header Auto-Submitted says so.',
  });
  await answer('Message-ID: <thanks@example.test>\r\n');
  expect(await newest()).toEqual({
    ...nothing,
    remark: 'KEPT',
    explanation: expect.stringContaining('names no mailbox that such goes to'),
  });
  await house.test.db.sql.rows(`UPDATE account SET reply_address = 'hej@nordlys.example.test'`);
  await answer('Message-ID: <again@example.test>\r\n');
  expect(await newest()).toEqual({
    outcome: 'FORWARDED',
    remark: null,
    explanation: null,
    forwarded: { endedAt: null, outcome: null },
  });
  await house.test.db.sql.rows(
    `UPDATE forwarded_answer SET ended_at = now(), outcome = 'refused by the mail server'`,
  );
  expect(await newest()).toMatchObject({ forwarded: { outcome: 'refused by the mail server' } });
  await house.test.db.sql.rows('UPDATE account SET reply_address = NULL');
});

it('a mail that nobody can understand waits with why, is read again when asked, and goes when let go (M-11)', async () => {
  const raw = 'From: Bo <bo@example.test>\r\nSubject: Hello\r\n\r\nI complain.';
  expect(await send({ to: `complaints@${DOMAIN}`, raw })).toMatch(/^250/);
  const [parked] = await strays('PARKED');
  expect(parked).toMatchObject({
    parkedBecause: 'NO_SENDER',
    explanation: 'It names no mail of ours: nobody here can be meant.',
  });
  expect(await settle('readInboundMessageAgain', parked!.id)).toEqual({
    inboundMessage: { state: 'RECEIVED' },
  });
  reader.soon();
  await expect
    .poll(async () => (await strays('PARKED'))[0]?.id, { timeout: 10_000 })
    .toBe(parked!.id);
  expect(await settle('dismissInboundMessage', parked!.id)).toEqual({
    inboundMessage: { state: 'DISMISSED' },
  });
  expect(await settle('dismissInboundMessage', parked!.id)).toEqual({ code: 'NOT_PARKED' });
});

it('an answer that can not be taken apart waits for the members whose mail it answers; what came back waits for nobody (M-11, M-7)', async () => {
  const [mail] = await seedMails(house, { count: 1 });
  const to = (local: string): string => `${local}@${DOMAIN}`;
  const answer = {
    to: to(replyLocalPart(house.org.ring, mail!.messageId)),
    from: mail!.address,
    raw: `From: ${mail!.address}\r\nSubject: Re: x\r\n${'X-A: b\r\n'.repeat(100_000)}\r\nSTOPP`,
  };
  expect(await send(answer)).toMatch(/^250/);
  const waiting = async () => {
    const { data } = await house.ask<{ inboundMessages: { nodes: Shown[] } }>(
      `{ inboundMessages(channel: EMAIL, state: PARKED) { nodes { ${SHOWN} recipient { address } } } }`,
    );
    return data.inboundMessages.nodes;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toMatchObject([
    {
      to: to('reply'),
      parkedBecause: 'UNREADABLE',
      recipient: { address: mail!.address },
    },
  ]);
  expect(await strays('PARKED')).toEqual([]);
  const [{ id }] = (await waiting()) as [Shown];
  expect(await settle('dismissInboundMessage', id)).toEqual({ code: 'NOT_FOUND' });
  const key = house.org.adminKey;
  expect(await settle('readInboundMessageAgain', id, key)).toMatchObject({
    inboundMessage: { state: 'RECEIVED' },
  });
  reader.soon();
  await expect.poll(waiting, { timeout: 10_000 }).toMatchObject([{ id }]);
  expect(await settle('dismissInboundMessage', id, key)).toMatchObject({
    inboundMessage: { state: 'DISMISSED' },
  });
  const returnPath = to(bounceLocalPart(house.org.ring, mail!.messageId));
  await send({ to: returnPath, from: '', raw: 'Subject: Away\r\n\r\nI am away.' });
  expect(await strays('UNDERSTOOD')).toEqual([]);
});

it('what was stored while nobody could read is read when it is due, and parked in the end where it fails each time', async () => {
  const [mail] = await seedMails(house, { count: 1 });
  const to = `${bounceLocalPart(house.org.ring, mail!.messageId)}@${DOMAIN}`;
  // Its row can not be finished: as a fault of ours.
  await house.test.db.sql.rows(
    `ALTER TABLE inbound_message ADD CONSTRAINT broken CHECK (state <> 'UNDERSTOOD' OR to_address NOT LIKE 'bounce+%') NOT VALID`,
  );
  const stateOf = async () => {
    const [row] = await house.test.db.sql.rows<{
      state: string;
      because: string | null;
      attempts: number;
    }>(
      'SELECT state, parked_because AS because, attempts FROM inbound_message WHERE to_address = $1',
      [to],
    );
    return row;
  };
  expect(await send({ to, from: '', raw: 'Subject: Away\r\n\r\nI am away.' })).toMatch(/^250/);
  expect(await stateOf()).toMatchObject({ state: 'RECEIVED', attempts: 0 });
  for (let attempts = 1; attempts <= 4; attempts += 1) {
    house.now = new Date(house.now.getTime() + 3 * 3_600_000);
    reader.soon();
    await expect.poll(stateOf, { timeout: 10_000 }).toMatchObject({ state: 'RECEIVED', attempts });
  }
  house.now = new Date(house.now.getTime() + 3 * 3_600_000);
  reader.soon();
  await expect
    .poll(stateOf, { timeout: 10_000 })
    .toMatchObject({ state: 'PARKED', because: 'FAULT' });
  await house.test.db.sql.rows('ALTER TABLE inbound_message DROP CONSTRAINT broken');
  const [parked] = await strays('PARKED');
  expect(parked!.explanation).toContain('fault of Adieu');
  await settle('readInboundMessageAgain', parked!.id);
  reader.soon();
  await expect.poll(stateOf, { timeout: 10_000 }).toMatchObject({ state: 'UNDERSTOOD' });
});

it('mails are counted by their way and what they became, what waits is told, and no log holds an address or a token (I-8)', async () => {
  const scrape = async (): Promise<string> => {
    const answer = await fetch(`${house.url}/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    return answer.text();
  };
  const before = new Set((await scrape()).split('\n'));
  const [mail] = await seedMails(house, { count: 1 });
  const to = `${mailtoLocalPart(mail!.token)}@${DOMAIN}`;
  await send({ to, raw: 'From: Anna <anna@example.test>\r\nSubject: unsubscribe\r\n\r\n' });
  await send({ to: `complaints@${DOMAIN}`, raw: 'Subject: Hi\r\n\r\nHi.' });
  house.now = new Date(house.now.getTime() + 120_000);
  const text = await scrape();
  expect(before.size).toBeGreaterThan(0);
  expect(text).toMatch(/^adieu_mail_inbound_total\{source="smtp",became="OPT_OUT"\} [1-9]/m);
  expect(text).toMatch(/^adieu_mail_inbound_total\{source="smtp",became="PARKED"\} [1-9]/m);
  expect(text).toMatch(/^adieu_mail_parked\{because="NO_SENDER"\} 1$/m);
  expect(text).toMatch(/^adieu_mail_unread 0$/m);
  expect(text).toMatch(/^adieu_mail_oldest_unread_seconds 0$/m);
  for (const secret of ['anna@', 'bo@', mail!.token, to.slice(0, 30)])
    expect(logged + text).not.toContain(secret);
});

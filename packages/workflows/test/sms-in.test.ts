import {
  createAddressBook,
  decideRequests,
  importContacts,
  mayContact,
  proofsOf,
  recordOptOut,
  setPolicy,
} from '@adieu/db';
import { TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import type { OutgoingSms, SmsAnswer, SmsGateway, SmsGateways } from '@adieu/gateways';
import { type SmsIngress, takeSms } from '@adieu/intake';
import { addressKey } from '@adieu/keys';
import { type SentSms, sentSms, smsSender, until } from '@adieu/testkit';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningWorker, runWorker } from './worker.ts';

const NUMBER = '+46700000001';
const CODE = '72080';
const AMERICAN = '+14155550100';
const AMERICAN_AT_CODE = '+14155550109';

let run: RunningWorker;
let sent: OutgoingSms[] = [];
let answers: (sms: OutgoingSms) => SmsAnswer;
let person: string;
let nextPerson = 0;
let nextId = 0;
let senders: Record<'number' | 'code', string>;
let logged = '';

const gateway: SmsGateway = {
  name: 'test',
  kind: 'generic',
  features: { statuses: false, inboundParts: 'whole', textSender: true, optOutList: 'both' },
  perSecond: null,
  atOnce: 10,
  async send(sms) {
    sent.push(sms);
    return answers(sms);
  },
  async listOptOuts() {
    return { optOuts: theirList, next: null };
  },
  async addOptOut(number, sender) {
    theirList.push({ number, sender });
  },
  async close() {},
};
const theirList: { number: string; sender: string }[] = [];
const gateways: SmsGateways = {
  all: [gateway],
  gatewayFor: () => gateway,
  carriedBy: () => ({ senders: [], except: true }),
  async close() {},
};

beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => void (logged += line) });
  run = await runWorker({
    smtpUrl: 'smtp://127.0.0.1:9',
    sms: gateways,
    deps: (deps) => ({ ...deps, log }),
  });
  senders = {
    number: await smsSender(run.test.db, run.org, { kind: 'NUMBER', address: NUMBER }),
    code: await smsSender(run.test.db, run.org, {
      kind: 'SHORT_CODE',
      address: CODE,
      keyword: 'NYHET',
    }),
  };
});
afterAll(() => run?.close());
beforeEach(() => {
  sent = [];
  answers = () => ({ sent: `gateway-${(nextId += 1)}` });
  nextPerson += 1;
  person = `+4670174${String(nextPerson).padStart(4, '0')}`;
});

/** Brings one SMS, as the api's route does. */
async function says(
  text: string,
  more: { to?: string; from?: string; at?: Date; id?: string; takenAt?: Date } = {},
): Promise<void> {
  nextId += 1;
  const { to = NUMBER, from = person, at = null } = more;
  const gatewayId = more.id ?? `in-${nextId}`;
  const ingress: SmsIngress = {
    name: 'test',
    mayBeFrom: () => true,
    verify: () => true,
    read: () => ({
      events: [{ kind: 'received', gatewayId, from, to, text, at, part: null, hint: null }],
    }),
    answer: (outcome) => ({
      status: outcome === 'taken' ? 204 : 500,
      contentType: null,
      body: '',
      retryAfterSeconds: null,
    }),
  };
  const deps = {
    db: run.test.db,
    ring: run.org.ring,
    log: pino({ level: 'silent' }),
    clock: () => more.takenAt ?? new Date(),
    shortCodes: new Set<string>(),
  };
  const request = {
    method: 'POST',
    publicUrl: '',
    headers: {},
    rawBody: Buffer.from(text),
    remoteAddress: '',
  };
  expect((await takeSms(deps, ingress, request)).status).toBe(204);
}

const hadSms = (by: 'number' | 'code' = 'number', to = person): Promise<SentSms> =>
  sentSms(run.test.db, run.org, {
    senderId: senders[by],
    addressBookId: run.org.newsletterId,
    to,
    at: new Date(Date.now() - 60_000),
  });

async function allowed(number = person): Promise<boolean> {
  const judged = await mayContact(run.test.db.sql, {
    organisationId: run.org.organisationId,
    channel: 'SMS',
    addressKey: addressKey(run.org.ring, 'SMS', number),
    addressBookId: run.org.newsletterId,
    topicId: null,
    accountId: null,
    purpose: null,
    now: new Date(),
  });
  if ('refused' in judged) throw new Error(judged.refused);
  return judged.answer.allowed;
}

const textsTo = (number: string): string[] =>
  sent.filter(({ to }) => to === number).map(({ text }) => text);
/** What a number has got, once there are so many, and it is on record of each that it went: a second word before that has to wait. */
async function gets(count: number, number = person): Promise<string[]> {
  const texts = await until(() => (textsTo(number).length >= count ? textsTo(number) : null));
  const { sql } = run.test.db;
  await until(async () => {
    const under = await sql.rows("SELECT 1 FROM system_sms WHERE state = 'HANDING_OVER'");
    return under.length === 0;
  });
  return texts;
}
const outcomes = async (): Promise<string[]> => {
  const rows = await run.test.db.sql.rows<{ outcome: string }>(
    'SELECT outcome FROM inbound_message WHERE from_address = $1 ORDER BY id',
    [person],
  );
  return rows.map(({ outcome }) => outcome);
};

/** All that was begun so far has ended: what would have been written by now was. */
async function quiet(): Promise<void> {
  await until(async () => {
    const open = await run.test.db.sql.rows(
      `SELECT 1 FROM opt_out_request WHERE settled_at IS NULL AND state <> 'PENDING' UNION ALL SELECT 1 FROM outbox`,
    );
    return open.length === 0 ? true : null;
  });
}

describe('START', () => {
  it('asks for the second word, which brings back that book alone; the proof has both messages (A6, E1, SM-6)', async () => {
    const { recipientId } = await hadSms();
    await says('STOPP');
    expect(await allowed()).toBe(false);
    await says('START');
    const [prompt] = await gets(1);
    expect(prompt).toContain('Newsletter');
    expect(await allowed()).toBe(false);
    await says('yes');
    expect(await allowed()).toBe(true);
    expect(await outcomes()).toEqual(['OPT_OUT', 'DOUBLE_OPT_IN', 'CONFIRMATION']);
    const [proof] = await proofsOf(run.test.db.sql, recipientId);
    expect(proof).toMatchObject({
      scopeKind: 'BOOK',
      exchange: { asked: { text: 'START' }, prompt: { text: prompt }, answer: { text: 'yes' } },
    });
  });

  it('is asked in the reader’s language, as the text was that they had (A6, E1)', async () => {
    await hadSms();
    const { organisationId, newsletterId: addressBookId, ring } = run.org;
    const row = { line: 2, addresses: [{ channel: 'SMS', address: person }], fields: {} } as const;
    const rows = [{ ...row, language: 'sv' } as const];
    const now = new Date();
    await importContacts(run.test.db, { organisationId, addressBookId, rows, ring, now });
    await says('STOPP');
    await says('START');
    const [prompt] = await gets(1);
    expect(prompt).toContain('Svara JA');
    await says('JA');
    expect(await allowed()).toBe(true);
  });

  it('is asked in the language that its reader chose on a page, and so is all that follows (A6, E1)', async () => {
    const { recipientId } = await hadSms();
    await run.test.db.sql.rows(
      'INSERT INTO recipient_preference (recipient_id, account_id, language, changed_at) VALUES ($1, $2, $3, now())',
      [recipientId, run.org.accountId, 'cs'],
    );
    await says('Odhlásit');
    expect(await outcomes()).toEqual(['OPT_OUT']);
    await says('START');
    expect((await gets(1))[0]).toContain('ANO');
    await says('pomoc');
    const [, help] = await gets(2);
    expect(help).toContain('Cislo patri');
    await says('ano');
    expect(await allowed()).toBe(true);
  });

  it('is not begun by the second word alone, nor confirmed by somebody else’s or at another sender (SM-6)', async () => {
    await hadSms();
    await says('STOP');
    await says('YES');
    await says('START');
    await gets(1);
    await says('YES', { from: '+46701749999' });
    await says('YES', { to: CODE });
    expect(await allowed()).toBe(false);
    await says('YES');
    expect(await allowed()).toBe(true);
  });

  it('that was sent before a STOP and came in after it is none (SM-20)', async () => {
    await hadSms();
    const now = Date.now();
    await says('STOP', { at: new Date(now - 1_000) });
    await says('START', { at: new Date(now - 2_000) });
    expect(await outcomes()).toEqual(['OPT_OUT', 'NOTHING']);
    await says('START', { at: new Date(now - 1_000) });
    expect((await outcomes()).at(-1)).toBe('NOTHING');
  });

  it('stays open where a STOP that was sent before it comes in after it (SM-20)', async () => {
    await hadSms();
    const now = Date.now();
    await says('START', { at: new Date(now - 1_000) });
    await gets(1);
    await says('STOP', { at: new Date(now - 2_000) });
    expect(await allowed()).toBe(false);
    await says('yes');
    expect(await allowed()).toBe(true);
    await says('STOP', { at: new Date(now - 1_500) });
    expect(await allowed()).toBe(true);
    await says('STOP');
    expect(await allowed()).toBe(false);
  });

  it('sent days ago, and a second word sent before it was asked for, are none, however late they come (SM-20)', async () => {
    await hadSms();
    const now = Date.now();
    await says('STOP', { at: new Date(now - 72 * 3_600_000) });
    await says('START', { at: new Date(now - 49 * 3_600_000) });
    expect((await outcomes()).at(-1)).toBe('NOTHING');
    await says('START');
    await gets(1);
    await says('YES', { at: new Date(now - 3_600_000) });
    expect(await allowed()).toBe(false);
    await says('YES');
    expect(await allowed()).toBe(true);
  });

  it('and the second word are each good once: repeated when nobody knows them by their ids any more they bring nobody back (SM-20)', async () => {
    await hadSms();
    await says('STOP');
    await says('START', { id: `start ${person}` });
    await gets(1);
    await says('YES', { id: `yes ${person}` });
    expect(await allowed()).toBe(true);
    await says('STOP');
    // As after the days that they are kept for.
    await run.test.db.sql.rows('DELETE FROM inbound_message WHERE from_address = $1', [person]);
    await says('START', { id: `start ${person}` });
    expect(await outcomes()).toEqual(['NOTHING']);
    await says('START');
    await gets(2);
    await says('YES', { id: `yes ${person}` });
    expect(await allowed()).toBe(false);
    await says('YES');
    expect(await allowed()).toBe(true);
  });

  it('of somebody who never had an SMS from there begins nothing (A6)', async () => {
    await says('START');
    expect(await outcomes()).toEqual(['NOTHING']);
  });

  it('to a short code is confirmed by an SMS when it is over, and opens what the block of it stopped (A8, E3)', async () => {
    await hadSms('code');
    await says('STOPP', { to: CODE });
    expect(await allowed()).toBe(false);
    await says('START', { to: CODE });
    await gets(1);
    await says('JA', { to: CODE });
    await says('YES', { to: CODE });
    expect(await allowed()).toBe(true);
    expect((await gets(2))[1]).toContain('You now get "Newsletter" by text');
  });
});

describe('a receipt by SMS', () => {
  it('goes once to a number of the US, whatever comes after it, and says nothing but that they left (SM-7, SM-8)', async () => {
    await hadSms('number', AMERICAN);
    await says('STOP', { from: AMERICAN });
    const [receipt] = await gets(1, AMERICAN);
    expect(receipt).toBe(
      'Nordlys Shop: You\'re unsubscribed from "Newsletter". You get no more texts from it.',
    );
    await says('STOP', { from: AMERICAN });
    await says('QUIT', { from: AMERICAN });
    await quiet();
    expect(textsTo(AMERICAN)).toHaveLength(1);
    expect(sent[0]).toMatchObject({ from: NUMBER, encoding: 'GSM-7', parts: 1 });
  });

  it('is sent late rather than never, and the log says how late and why; a day later it is not (SM-7)', async () => {
    const number = '+14155550103';
    const { recipientId } = await hadSms('number', number);
    const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
    await says('STOP', { from: number, takenAt: ago(10) });
    await gets(1, number);
    const line = await until(() =>
      logged.split('\n').find((each) => each.includes('a receipt by SMS is later')),
    );
    expect(JSON.parse(line)).toMatchObject({
      lateSeconds: expect.closeTo(600, -2) as number,
      msg: expect.stringContaining('what should have sent it was away') as string,
    });
    expect(logged).not.toContain(number);
    expect(recipientId).toBeTruthy();
    const other = '+14155550104';
    await hadSms('number', other);
    await says('STOP', { from: other, takenAt: ago(25 * 60) });
    await quiet();
    expect(textsTo(other)).toEqual([]);
  });

  it('of the US goes within five minutes: at once, where all is well (SM-7)', async () => {
    const number = '+14155550105';
    await hadSms('number', number);
    await says('STOP', { from: number });
    await gets(1, number);
    const [row] = await run.test.db.sql.rows<{ seconds: number }>(
      `SELECT extract(epoch FROM s.changed_at - q.received_at)::float AS seconds FROM system_sms s
       JOIN opt_out_request q ON q.id = s.about JOIN recipient r ON r.id = q.recipient_id WHERE r.address = $1`,
      [number],
    );
    expect(row!.seconds).toBeLessThan(300);
  });

  it('goes to who never had anything from there, and to who had left by another way, once (SM-11)', async () => {
    const stranger = '+14155550106';
    await says('STOP', { from: stranger });
    expect(await gets(1, stranger)).toHaveLength(1);
    const number = '+14155550107';
    const { recipientId } = await hadSms('number', number);
    await recordOptOut(run.test.db.sql, {
      target: {
        organisationId: run.org.organisationId,
        recipientId,
        scope: { kind: 'BOOK', id: run.org.newsletterId },
      },
      signal: 'CLEAR',
      method: 'API',
      actor: { kind: 'KEY', name: 'test' },
      evidence: {},
      now: new Date(),
    });
    await quiet();
    expect(textsTo(number)).toEqual([]);
    await says('STOP', { from: number });
    expect((await gets(1, number))[0]).toContain('Newsletter');
    await says('STOP', { from: number });
    await quiet();
    expect(textsTo(number)).toHaveLength(1);
    // Nor does it wait to go again, at the next look for what waits.
    const receipts = await run.test.db.sql.rows(
      `SELECT s.kind, s.state FROM system_sms s JOIN recipient r ON r.address_key = s.address_key WHERE r.address = $1`,
      [number],
    );
    expect(receipts).toEqual([{ kind: 'RECEIPT', state: 'SENT' }]);
  });

  it('goes by the stricter law: to a number of Sweden where the account is of the US', async () => {
    await run.test.db.sql.rows(`UPDATE account SET country = 'US' WHERE id = $1`, [
      run.org.accountId,
    ]);
    await hadSms();
    await says('STOPP');
    expect(await gets(1)).toHaveLength(1);
    await run.test.db.sql.rows('UPDATE account SET country = NULL WHERE id = $1', [
      run.org.accountId,
    ]);
  });

  it('names the short code of which nothing comes any more, whoever sends (A8)', async () => {
    await hadSms('code', AMERICAN_AT_CODE);
    await says('STOP', { from: AMERICAN_AT_CODE, to: CODE });
    expect((await gets(1, AMERICAN_AT_CODE))[0]).toBe(
      'Nordlys Shop: You\'re unsubscribed from "Newsletter". You get no more texts from 72080, whoever sends them.',
    );
  });

  it('says nothing of a short code from which its reader came back to something (A8)', async () => {
    const number = '+14155550111';
    await hadSms('code', number);
    await run.test.db.sql.rows(
      `INSERT INTO platform_block (short_code, address_key, since, returned_to)
       SELECT $1, r.address_key, now(), ARRAY[r.id] FROM recipient r WHERE r.address = $2`,
      [CODE, number],
    );
    await says('NYHET STOP', { from: number, to: CODE });
    expect((await gets(1, number))[0]).not.toContain(CODE);
  });

  it('goes to no other number, unless its account wants it (D8)', async () => {
    await hadSms();
    await says('STOPP');
    await quiet();
    expect(textsTo(person)).toEqual([]);
    await run.test.db.sql.rows('UPDATE account SET sms_receipts = true WHERE id = $1', [
      run.org.accountId,
    ]);
    const other = '+46701748888';
    await hadSms('number', other);
    await says('STOPP', { from: other });
    expect(await gets(1, other)).toHaveLength(1);
    await says('START', { from: other });
    await gets(2, other);
    await says('YES', { from: other });
    expect((await gets(3, other))[2]).toBe(
      'Nordlys Shop: You now get "Newsletter" by text. To stop, reply STOP.',
    );
    await run.test.db.sql.rows('UPDATE account SET sms_receipts = false WHERE id = $1', [
      run.org.accountId,
    ]);
  });

  it('of which nobody knows whether it went is never sent again (SM-7)', async () => {
    answers = () => ({ unknown: 'ECONNRESET' });
    const number = '+14155550101';
    await hadSms('number', number);
    await says('STOP', { from: number });
    await gets(1, number);
    await quiet();
    expect(textsTo(number)).toHaveLength(1);
    const rows = await run.test.db.sql.rows("SELECT 1 FROM system_sms WHERE state = 'UNKNOWN'");
    expect(rows).toHaveLength(1);
  });

  it('that a gateway puts off goes later, once (SM-7)', async () => {
    let tries = 0;
    answers = () => {
      tries += 1;
      if (tries === 1) return { refused: 'throttled', code: '429', retryAt: new Date() };
      return { sent: 'later' };
    };
    const number = '+14155550102';
    await hadSms('number', number);
    await says('STOP', { from: number });
    expect(await gets(2, number)).toHaveLength(2);
    await quiet();
    expect(tries).toBe(2);
  });
});

it('who is declined by SMS is told so from where they wrote to, once, with the reason (W-7)', async () => {
  await hadSms();
  await says('please stop this nonsense');
  const [request] = await run.test.db.sql.rows<{ id: string; state: string }>(
    `SELECT q.id, q.state FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id WHERE r.address = $1`,
    [person],
  );
  expect(request!.state).toBe('PENDING');
  const decided = {
    organisationId: run.org.organisationId,
    requestIds: [request!.id],
    decision: 'DECLINE',
    reason: 'You are on call this week.',
    actor: { kind: 'KEY', name: 'Eva' },
    now: new Date(),
  } as const;
  await run.test.db.transaction((sql) => decideRequests(sql, decided));
  expect((await gets(1))[0]).toBe(
    'Nordlys Shop: Your request to stop "Newsletter" was declined: You are on call this week.',
  );
  expect(sent.at(-1)).toMatchObject({ from: NUMBER });
  await quiet();
  expect(textsTo(person)).toHaveLength(1);
});

it('on whose wish nobody decided is told so by SMS, and that texts come again (W-7)', async () => {
  const { accountId } = run.org;
  const made = await createAddressBook(run.test.db.sql, {
    accountId,
    name: 'Shifts',
    purpose: 'SERVICE',
    createdBy: 'test',
  });
  const { addressBookId } = made as { addressBookId: string };
  const policy = { mode: 'REVIEW', reviewSeconds: 1, onTimeout: 'REVERT' } as const;
  const { organisationId } = run.org;
  const set = { organisationId, addressBookId, policy, createdBy: 'test' };
  await run.test.db.transaction((sql) => setPolicy(sql, set));
  const at = new Date(Date.now() - 60_000);
  await sentSms(run.test.db, run.org, { senderId: senders.number, addressBookId, to: person, at });
  await says('STOPP');
  expect(await gets(1)).toEqual([
    'Nordlys Shop: Nobody decided on your request to stop "Shifts", so texts come again. You can ask again.',
  ]);
});

describe('HELP', () => {
  it('is answered to who left, and to who never had anything (SM-11)', async () => {
    await says('HELP');
    expect((await gets(1))[0]).toContain('Nordlys Shop');
    await hadSms();
    await says('STOPP');
    await says('INFO');
    expect(await gets(2)).toHaveLength(2);
  });

  it('to a short code of Sweden answers TEST with its letters, and INFO with whose it is (SM-17)', async () => {
    await hadSms('code');
    await says('TEST', { to: CODE });
    expect((await gets(1))[0]).toContain('räksmörgås');
    await says('INFO', { to: CODE });
    expect((await gets(2))[1]).toContain(
      'Nordlys Shop and others text from 72080. Reply NYHET STOP to stop ours, STOP to stop all.',
    );
  });

  it('of a robot that asks again at each answer ends after five (SM-11)', async () => {
    for (let i = 0; i < 9; i += 1) await says('HELP');
    await gets(5);
    await quiet();
    expect(textsTo(person)).toHaveLength(5);
    expect((await outcomes()).filter((outcome) => outcome === 'NOTHING')).toHaveLength(4);
  });
});

it('a gateway that says they opted out there is believed: they left the account’s marketing (SM-12)', async () => {
  answers = () => ({ refused: 'opted-out', code: '21610', retryAt: null });
  await hadSms();
  await says('HELP');
  await gets(1);
  await until(async () => ((await allowed()) ? null : true));
  const [row] = await run.test.db.sql.rows<{ method: string; kind: string }>(
    `SELECT q.method, q.scope_kind AS kind FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id WHERE r.address = $1`,
    [person],
  );
  expect(row).toEqual({ method: 'PROVIDER', kind: 'ACCOUNT' });
});

it('the list of a gateway and ours are the same after a night, and the next night finds nothing (SM-12)', async () => {
  await hadSms();
  await says('STOP ALL');
  const there = '+46701747777';
  await hadSms('number', there);
  theirList.push({ number: there, sender: NUMBER });
  const compare = (id: string): Promise<object> =>
    run.client.workflow.execute(WORKFLOWS.compareOptOutLists, {
      taskQueue: TASK_QUEUE,
      workflowId: id,
      args: [],
    });
  expect(await compare('first night')).toMatchObject({ taken: 1, failed: 0 });
  expect(await allowed(there)).toBe(false);
  expect(theirList).toContainEqual({ number: person, sender: NUMBER });
  expect(await compare('next night')).toEqual({ taken: 0, given: 0, failed: 0 });
});

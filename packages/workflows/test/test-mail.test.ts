import { askForTestMails, recordOptOut, webVersion } from '@adieu/db';
import { testMailWorkflowId, WORKFLOWS } from '@adieu/domain';
import { addressKey, verifyMessageLink } from '@adieu/keys';
import { seedContacts, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;
let campaignId: string;
/** What the mail server answers to each address and attempt. */
let reply: (to: string, attempt: number) => string | undefined = () => undefined;

beforeAll(async () => {
  sink = await startSmtpSink({ reply: (to, attempt) => reply(to, attempt) });
  run = await runWorker({ smtpUrl: sink.url });
  campaignId = await seedContacts(run.test.db, run.org, { count: 1 });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

const recipient = (address: string) => ({
  address,
  addressKey: addressKey(run.org.ring, 'EMAIL', address),
});

/** Asks for one test mail; gives its id. */
async function ask(address: string, more: { contactId?: string; language?: string } = {}) {
  const { db } = run.test;
  await db.transaction(async (sql) => {
    const asked = await askForTestMails(sql, {
      organisationId: run.org.organisationId,
      campaignId,
      to: [recipient(address)],
      contactId: more.contactId ?? null,
      language: more.language ?? null,
      askedBy: 'test',
      now: new Date(),
    });
    if ('refused' in asked) throw new Error(asked.refused);
  });
  const [row] = await db.sql.rows<{ id: string }>(
    `SELECT m.id FROM test_mail m JOIN recipient r ON r.id = m.recipient_id WHERE r.address = $1
     ORDER BY m.id DESC LIMIT 1`,
    [address],
  );
  return row!.id;
}

async function outcomeOf(id: string): Promise<string> {
  await ended(run, testMailWorkflowId(id));
  const [row] = await run.test.db.sql.rows<{ outcome: string }>(
    'SELECT outcome FROM test_mail WHERE id = $1',
    [id],
  );
  return row!.outcome;
}

const mailsTo = (address: string) => sink.mails.filter(({ to }) => to === address);
const historyOf = async (id: string): Promise<string> =>
  JSON.stringify(
    await run.client.workflow.getHandle(testMailWorkflowId(id)).fetchHistory(),
    (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value),
  );

describe('a test mail', () => {
  it('is the campaign’s mail for one contact, marked, with ways out that take nobody off (P9)', async () => {
    const { sql } = run.test.db;
    const [contact] = await sql.rows<{ id: string }>('SELECT id FROM contact LIMIT 1');
    const id = await ask('eva@example.test', { contactId: contact!.id, language: 'sv' });
    expect(await outcomeOf(id)).toBe('SENT');
    const [mail, ...more] = mailsTo('eva@example.test');
    expect(more).toEqual([]);
    const parsed = await mail!.parsed();
    expect(parsed.subject).toBe('[Test] Spring is here, Person 1');
    expect(parsed.text).toContain('AVREGISTRERA <https://leave.example.test/t/sv>');
    const raw = mail!.raw.toString().replace(/\r\n[ \t]+/g, ' ');
    expect(raw).toContain(
      'List-Unsubscribe: <https://leave.example.test/t/sv>, <mailto:leave+test@leave.example.test?subject=unsubscribe>\r\n',
    );
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(raw).toContain('Reply-To: reply+test@leave.example.test\r\n');
    expect(raw).not.toMatch(/^(?:Feedback-ID|CFBL-)/im);
    expect(raw).not.toMatch(/\/[um]\//);
    const tokens = mail!.raw.toString().match(/[\w-]{48}/g) ?? [];
    expect(tokens.filter((token) => verifyMessageLink(run.org.ring, token))).toEqual([]);
  });

  it('is no message: nothing counts it, and it has no web version', async () => {
    const id = await ask('counted@example.test');
    expect(await outcomeOf(id)).toBe('SENT');
    expect(await run.test.db.sql.rows('SELECT 1 FROM message')).toEqual([]);
    expect(await webVersion(run.test.db.sql, id)).toBeNull();
  });

  it('leaves no address in its history, nor in the reason of a retry (G-10)', async () => {
    reply = (to, attempt) => (attempt === 1 ? `451 4.3.0 <${to}> come back later` : undefined);
    const id = await ask('secret@example.test');
    expect(await outcomeOf(id)).toBe('SENT');
    reply = () => undefined;
    expect(mailsTo('secret@example.test')).toHaveLength(1);
    expect(await historyOf(id)).not.toContain('secret');
  });

  it('that the mail server refuses for good is not tried again', async () => {
    let attempts = 0;
    reply = (to) => {
      attempts += 1;
      return `550 5.1.1 no <${to}> here`;
    };
    const outcome = await outcomeOf(await ask('nobody@example.test'));
    reply = () => undefined;
    expect(attempts).toBe(1);
    expect(outcome).toContain('550');
    expect(outcome).not.toContain('nobody@');
  });

  it('is not handed over to somebody who left after it was asked for (W-2)', async () => {
    await run.stop();
    const id = await ask('leaves@example.test');
    const { sql } = run.test.db;
    const [row] = await sql.rows<{ recipientId: string }>(
      'SELECT recipient_id AS "recipientId" FROM test_mail WHERE id = $1',
      [id],
    );
    const { organisationId, newsletterId } = run.org;
    await recordOptOut(sql, {
      target: { organisationId, ...row!, scope: { kind: 'BOOK', id: newsletterId } },
      signal: 'CLEAR',
      method: 'API',
      actor: { kind: 'KEY', name: 'test' },
      evidence: {},
      now: new Date(),
    });
    await run.start();
    expect(await outcomeOf(id)).toBe('STOPPED');
    expect(mailsTo('leaves@example.test')).toEqual([]);
  });

  it('is sent once, however often its activity runs', async () => {
    const id = await ask('once@example.test');
    expect(await outcomeOf(id)).toBe('SENT');
    await run.client.workflow.execute('testMail', {
      taskQueue: 'adieu',
      workflowId: 'test-mail-again',
      args: [{ id }],
    });
    expect(mailsTo('once@example.test')).toHaveLength(1);
  });

  it('is purged after two days, sent or not', async () => {
    const { sql } = run.test.db;
    const id = await ask('old@example.test');
    await outcomeOf(id);
    await sql.rows("UPDATE test_mail SET asked_at = asked_at - interval '49 hours' WHERE id = $1", [
      id,
    ]);
    const before = await sql.rows('SELECT id FROM test_mail');
    await run.client.workflow.execute(WORKFLOWS.purge, {
      taskQueue: 'adieu',
      workflowId: 'purge-now',
    });
    const after = await sql.rows<{ id: string }>('SELECT id FROM test_mail');
    expect(before).toHaveLength(after.length + 1);
    expect(after.map((row) => row.id)).not.toContain(id);
  });
});

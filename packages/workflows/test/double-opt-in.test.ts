import { doubleOptInWorkflowId, WORKFLOWS } from '@adieu/domain';
import { confirmDoubleOptIn, ensureRecipient, ledgerOfAddress, startDoubleOptIn } from '@adieu/db';
import { addressKey, doubleOptInToken, hashSecretToken } from '@adieu/keys';
import { type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

const keyOf = (address: string): Buffer => addressKey(run.org.ring, 'EMAIL', address);

/** Asks for a double opt-in that began `age` milliseconds ago: its link works for a day from then. */
async function ask(address: string, age: number): Promise<string> {
  const { db } = run.test;
  await db.sql.rows('UPDATE account SET double_opt_in_days = 1');
  return db.transaction(async (sql) => {
    const { organisationId, newsletterId } = run.org;
    const started = await startDoubleOptIn(sql, {
      organisationId,
      recipientId: await ensureRecipient(sql, {
        organisationId,
        channel: 'EMAIL',
        addressKey: keyOf(address),
        address,
      }),
      scope: { kind: 'BOOK', id: newsletterId },
      accountId: null,
      language: 'en',
      declaration: (scope) => `I want ${scope}`,
      declarationVersion: '1',
      formUrl: null,
      origin: null,
      userAgent: null,
      now: new Date(Date.now() - age),
    });
    if ('refused' in started) throw new Error(started.refused);
    return started.id;
  });
}

const events = async (address: string): Promise<string[]> =>
  (
    await ledgerOfAddress(run.test.db.sql, {
      organisationId: run.org.organisationId,
      addressKey: keyOf(address),
      channel: 'EMAIL',
      first: 100,
      after: null,
    })
  ).rows.map(({ type }) => type);

const DAY = 86_400_000;

describe('the workflow of a double opt-in', () => {
  it('mails once, reminds nobody, and deletes what nobody confirmed at its time (D-4, D-5)', async () => {
    const address = 'silent@example.test';
    const id = await ask(address, DAY - 4_000);
    await ended(run, doubleOptInWorkflowId(id));
    expect(sink.mails.filter(({ to }) => to === address)).toHaveLength(1);
    expect(await events(address)).toEqual(['DOUBLE_OPT_IN_STARTED', 'DOUBLE_OPT_IN_EXPIRED']);
    expect(await run.test.db.sql.rows('SELECT 1 FROM double_opt_in WHERE id = $1', [id])).toEqual(
      [],
    );
  });

  it('tells an English reader the time as clocks show it at home, or else at the sender’s', async () => {
    const { sql } = run.test.db;
    await sql.rows(`UPDATE account SET time_zone = 'Europe/Oslo'`);
    const textTo = async (address: string) =>
      (await (await sink.waitForMail(({ to }) => to === address)).parsed()).text;
    await ask('somewhere@example.test', DAY / 2);
    expect(await textTo('somewhere@example.test')).toMatch(/\sCES?T\b/);
    await sql.rows(
      `WITH k AS (
         INSERT INTO contact (address_book_id, fields) VALUES ($1, '{"time_zone": "Asia/Tokyo"}') RETURNING id
       ) INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id) SELECT id, 'EMAIL', $1, $2 FROM k`,
      [
        run.org.newsletterId,
        await ensureRecipient(sql, {
          organisationId: run.org.organisationId,
          channel: 'EMAIL',
          addressKey: keyOf('tokyo@example.test'),
          address: 'tokyo@example.test',
        }),
      ],
    );
    await ask('tokyo@example.test', DAY / 2);
    expect(await textTo('tokyo@example.test')).toMatch(/\sGMT\+9\b/);
  });

  it('keeps one that was confirmed, and carries no address in its history (D-5, G-10)', async () => {
    const address = 'willing@example.test';
    const id = await ask(address, DAY - 6_000);
    await sink.waitForMail(({ to }) => to === address);
    const confirmed = await run.test.db.transaction((sql) =>
      confirmDoubleOptIn(sql, {
        tokenHash: hashSecretToken(doubleOptInToken(run.org.ring, id)),
        origin: null,
        userAgent: null,
        now: new Date(),
      }),
    );
    expect(confirmed).toHaveProperty('proofId');
    await ended(run, doubleOptInWorkflowId(id));
    expect(sink.mails.filter(({ to }) => to === address)).toHaveLength(1);
    expect(await events(address)).toEqual(['DOUBLE_OPT_IN_STARTED', 'DOUBLE_OPT_IN_CONFIRMED']);
    const history = await run.client.workflow.getHandle(doubleOptInWorkflowId(id)).fetchHistory();
    const text = JSON.stringify(history, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(text).not.toContain('willing');
  });

  it('and the hourly schedule deletes those whose workflow was lost (D-5)', async () => {
    const { sql } = run.test.db;
    await run.stop();
    const id = await ask('lost@example.test', DAY + 1_000);
    await sql.rows('DELETE FROM outbox');
    await run.start();
    const purged = await run.client.workflow.execute(WORKFLOWS.purge, {
      taskQueue: 'adieu',
      workflowId: 'purge-now',
    });
    expect(purged).toBe(1);
    expect(await sql.rows('SELECT 1 FROM double_opt_in WHERE id = $1', [id])).toEqual([]);
  });
});

import { changePreferences, liftUndeliverable, type Preferences } from '@adieu/db';
import { SEND_HELD_SCHEDULE_ID, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { signMessageLink } from '@adieu/keys';
import { type SinkMail, type SmtpSink, startSmtpSink, released } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { leave, untilRow } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const DAY = 86_400_000;
const ADDRESS = 'person-1@example.test';
let sink: SmtpSink;
let run: RunningWorker;
let reply: string | undefined;
/** What befalls the next mail once the server has it. */
let afterSending: (() => void) | undefined;
let clock = Date.parse('2026-05-04T08:00:00Z');

beforeAll(async () => {
  sink = await startSmtpSink({ reply: () => reply });
  run = await runWorker({
    smtpUrl: sink.url,
    clock: () => new Date(clock),
    deps: (deps) => ({
      ...deps,
      mail: {
        ...deps.mail,
        async send(mail) {
          const answer = await deps.mail.send(mail);
          const befalls = afterSending;
          afterSending = undefined;
          befalls?.();
          return answer;
        },
      },
    }),
  });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

interface Went {
  readonly campaignId: string;
  readonly messageId: string;
}

/** A campaign to one reader of the newsletter, until the sender has nothing left to do. */
async function campaign(topicId?: string): Promise<Went> {
  const { campaignId, messages } = await released(run.test, run.org, {
    count: 1,
    topicId: topicId ?? null,
    now: new Date(clock),
  });
  await untilRow(run, "SELECT 1 FROM campaign WHERE id = $1 AND state = 'SENT'", [campaignId]);
  return { campaignId, messageId: messages[0]!.id };
}

const became = async (went: Went) => {
  const [row] = await run.test.db.sql.rows<{
    state: string;
    stoppedBy: string | null;
    outcome: string | null;
  }>('SELECT state, stopped_by AS "stoppedBy", outcome FROM message WHERE id = $1', [
    went.messageId,
  ]);
  return row!;
};

async function choose(change: Partial<Preferences>): Promise<void> {
  const { db } = run.test;
  const [who] = await db.sql.rows<{ id: string }>('SELECT id FROM recipient WHERE address = $1', [
    ADDRESS,
  ]);
  const { accountId } = run.org;
  await db.transaction((sql) =>
    changePreferences(sql, { recipientId: who!.id, accountId, change, now: new Date(clock) }),
  );
}

/** Whether they had been undeliverable. */
async function isWrittenToAgain(): Promise<boolean> {
  const [who] = await run.test.db.sql.rows<{ id: string }>(
    'SELECT id FROM recipient WHERE address = $1',
    [ADDRESS],
  );
  return liftUndeliverable(run.test.db.sql, {
    organisationId: run.org.organisationId,
    recipientId: who!.id,
    by: 'MEMBER',
    actor: { kind: 'KEY', name: 'test' },
    reason: 'Mended.',
    now: new Date(clock),
  });
}

/** What the schedule starts each minute. Gives how many mails went out. */
const tick = () =>
  run.client.workflow.execute(WORKFLOWS.sendHeld, {
    taskQueue: TASK_QUEUE,
    workflowId: `held-${crypto.randomUUID()}`,
    args: [],
  }) as Promise<number>;

const since = (before: number): readonly SinkMail[] => sink.mails.slice(before);

/** The reader wants one mail a week, and got this week's. */
beforeEach(async () => {
  clock += 100 * DAY;
  reply = undefined;
  await campaign();
  await tick();
  await choose({ frequency: 'WEEKLY', language: 'de', snoozedUntil: null });
  clock += 50 * DAY;
  await campaign();
});

describe('what was held (N12)', () => {
  it('comes in one mail at the end of the period, with one way out for all of it, by a worker that was away', async () => {
    const before = sink.count;
    clock += DAY;
    const held = [await campaign(run.org.newsTopicId)];
    clock += DAY;
    held.push(await campaign(run.org.eventsTopicId));
    expect(await tick()).toBe(0);
    await run.stop();
    await run.start();
    clock += 5 * DAY - 1;
    expect(await tick()).toBe(0);
    clock += 1;
    const told = await Promise.all([tick(), tick(), tick()]);
    expect(told.reduce((sum, n) => sum + n)).toBe(1);
    expect(await tick()).toBe(0);

    const [mail, ...more] = since(before);
    expect(more).toEqual([]);
    expect(mail!.to).toBe(ADDRESS);
    const carrier = held[1]!.messageId;
    const url = `https://leave.example.test/u/${signMessageLink(run.org.ring, carrier)}`;
    const raw = mail!.raw.toString();
    expect(raw).toContain(`List-Unsubscribe: <${url}>`);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(raw).toMatch(new RegExp(`List-Id: Newsletter\\s+<${run.org.newsletterId}\\.`));
    expect(raw).toContain(`Message-ID: <${carrier}@leave.example.test>`);
    expect(raw).toMatch(/^Feedback-ID:/m);
    const { subject, text, html } = await mail!.parsed();
    expect(subject).toBe('Nordlys Shop: 2 Nachrichten in einer E-Mail');
    expect(text!.trimStart()).toMatch(/^ABMELDEN /);
    expect(text!.split('Spring is here, Person 1')).toHaveLength(3);
    expect(text).toContain('Hello Person 1');
    const links = [...`${text}${html}`.matchAll(/https:\/\/leave\.example\.test\/u\/[\w.-]+/g)];
    expect(new Set(links.map(([link]) => link))).toEqual(new Set([url]));
    for (const each of held) expect(await became(each)).toMatchObject({ state: 'SENT' });
  });

  it('alone it comes as it is', async () => {
    const before = sink.count;
    const held = await campaign();
    clock += 7 * DAY;
    expect(await tick()).toBe(1);
    const [mail] = since(before);
    const { subject, messageId } = await mail!.parsed();
    expect(subject).toBe('Spring is here, Person 1');
    expect(messageId).toBe(`<${held.messageId}@leave.example.test>`);
    expect(await became(held)).toMatchObject({ state: 'SENT' });
  });

  it('is not sent again where it may have left, nor where the server refuses it', async () => {
    for (const [befalls, state] of [
      ['451 4.7.1 come back later', 'HELD'],
      ['550 5.1.1 no such user', 'FAILED'],
      [null, 'UNKNOWN'],
    ] as const) {
      clock += 20 * DAY;
      await campaign();
      const before = sink.count;
      const held = [await campaign(), await campaign()];
      clock += 7 * DAY;
      reply = befalls ?? undefined;
      if (befalls === null)
        afterSending = () => {
          const lost = { code: 'ECONNRESET', command: 'DATA', mayHaveLeft: true };
          throw Object.assign(new Error('connection lost'), lost);
        };
      expect(await tick()).toBe(0);
      for (const each of held) expect(await became(each)).toMatchObject({ state });
      // Whom the server does not know is written to no more until somebody says why (P7).
      expect(await isWrittenToAgain()).toBe(state === 'FAILED');
      reply = undefined;
      clock += DAY;
      expect(await tick()).toBe(state === 'HELD' ? 1 : 0);
      expect(since(before)).toHaveLength(state === 'FAILED' ? 0 : 1);
    }
  });

  it('comes at the next look where somebody wants every message again', async () => {
    const held = await campaign();
    expect(await tick()).toBe(0);
    await choose({ frequency: 'EVERY' });
    expect(await tick()).toBe(1);
    expect(await became(held)).toMatchObject({ state: 'SENT' });
  });

  it('tells of a message that can not be rendered as failed, and of the others all the same', async () => {
    const before = sink.count;
    const [broken, ...others] = [await campaign(), await campaign(), await campaign()];
    await run.test.db.sql.rows(
      `UPDATE campaign SET compiled = jsonb_set(compiled, '{variants,0,html}', '"{{ contact."') WHERE id = $1`,
      [broken.campaignId],
    );
    clock += 7 * DAY;
    expect(await tick()).toBe(1);
    expect(since(before)).toHaveLength(1);
    expect(await became(broken)).toMatchObject({
      state: 'FAILED',
      outcome: expect.stringMatching(/^not rendered/),
    });
    for (const each of others) expect(await became(each)).toMatchObject({ state: 'SENT' });
  });

  it('comes to nobody who left meanwhile: no mail, and the reason is kept', async () => {
    const before = sink.count;
    const held = [await campaign(), await campaign()];
    await leave(run, held[0]!.messageId);
    clock += 7 * DAY;
    expect(await tick()).toBe(0);
    expect(since(before)).toEqual([]);
    for (const each of held)
      expect(await became(each)).toMatchObject({ state: 'STOPPED', stoppedBy: 'OPTED_OUT' });
  });
});

it('is looked for each minute, one look at a time', async () => {
  await ensureSchedules(run.client);
  const handle = run.client.schedule.getHandle(SEND_HELD_SCHEDULE_ID);
  const { spec, policies } = await handle.describe();
  expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
  expect(policies.overlap).toBe('SKIP');
  await handle.delete();
});

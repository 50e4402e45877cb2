import { addMember, findReviewLink } from '@adieu/db';
import { DIGEST_SCHEDULE_ID, RECONCILE_SCHEDULE_ID, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { hashSecretToken } from '@adieu/keys';
import { type SinkMail, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureSchedules } from '../src/ensure-schedules.ts';
import { leave, recipientsOf } from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

const DAY = 86_400_000;
let sink: SmtpSink;
let run: RunningWorker;
let staff: { messageId: string; address: string }[];
let reply: string | undefined;
/** What befalls the next mail once the server has it. */
let afterSending: (() => void) | undefined;
let clock = Date.now();

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
  staff = await recipientsOf(run, run.org.staffId, 20);
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});
beforeEach(async () => {
  await run.test.db.sql.rows('DELETE FROM member');
  clock = Date.now();
});

async function person(email = 'eva@nordlys.example.test'): Promise<void> {
  const { organisationId } = run.org;
  const added = await addMember(run.test.db.sql, {
    organisationId,
    name: 'Eva',
    email,
    language: 'cs',
    digestSeconds: 86_400,
  });
  if ('refused' in added) throw new Error(added.refused);
}

/** What the schedule starts each minute. Gives how many mails went out. */
function tick(): Promise<number> {
  const workflowId = `digests-${crypto.randomUUID()}`;
  return run.client.workflow.execute(WORKFLOWS.sendDigests, {
    taskQueue: TASK_QUEUE,
    workflowId,
    args: [],
  }) as Promise<number>;
}

const since = (before: number): readonly SinkMail[] => sink.mails.slice(before);

describe('the digest', () => {
  it('is one mail for all that waits, in the admin’s language, without an address of those it is about (N1, C4, H-14)', async () => {
    const leavers = [staff.pop()!, staff.pop()!];
    for (const { messageId } of leavers) await leave(run, messageId);
    await person();
    const before = sink.count;
    expect(await tick()).toBe(1);
    expect(await tick()).toBe(0);
    const [mail, ...more] = since(before);
    expect(more).toEqual([]);
    expect(mail!.to).toBe('eva@nordlys.example.test');
    const parsed = await mail!.parsed();
    expect(parsed.subject).toBe('Nordlys: 2 žádosti o odhlášení čekají na rozhodnutí');
    expect(parsed.text).toContain('Staff information');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.messageId).toMatch(/^<digest\.[\da-f-]{36}@leave\.example\.test>$/);
    for (const { address } of leavers) expect(mail!.raw.toString()).not.toContain(address);
    const runs = run.client.workflow.list({ query: `WorkflowType = 'sendDigests'` });
    for await (const { workflowId, runId } of runs) {
      const told = await run.client.workflow.getHandle(workflowId, runId).fetchHistory();
      expect(JSON.stringify(told)).not.toContain('nordlys');
    }
  });

  it('carries a link that opens the review to its reader for three days', async () => {
    await leave(run, staff.pop()!.messageId);
    await person();
    const before = sink.count;
    await tick();
    const { text } = await since(before)[0]!.parsed();
    const token = /https:\/\/leave\.example\.test\/review\/([\w-]{43})\s/.exec(text ?? '')![1]!;
    const opened = (at: number) =>
      findReviewLink(run.test.db.sql, 'REVIEW', hashSecretToken(token), new Date(at));
    expect(await opened(clock + 3 * DAY - 60_000)).toMatchObject({ memberName: 'Eva' });
    expect(await opened(clock + 3 * DAY)).toBeNull();
  });

  it('comes once from two workers that look at the same moment', async () => {
    await leave(run, staff.pop()!.messageId);
    await person();
    const told = await Promise.all([tick(), tick(), tick(), tick()]);
    expect(told.reduce((sum, n) => sum + n)).toBe(1);
  });

  it('comes to each of several persons', async () => {
    await leave(run, staff.pop()!.messageId);
    await person();
    await person('olof@nordlys.example.test');
    const before = sink.count;
    expect(await tick()).toBe(2);
    expect(since(before).map(({ to }) => to)).toEqual([
      'eva@nordlys.example.test',
      'olof@nordlys.example.test',
    ]);
  });

  it('is not sent again in the period where it may have left: nobody knows, and one too few is better than two', async () => {
    await leave(run, staff.pop()!.messageId);
    await person();
    const before = sink.count;
    afterSending = () => {
      throw Object.assign(new Error('connection lost'), { code: 'ECONNRESET', command: 'DATA' });
    };
    expect(await tick()).toBe(0);
    expect(await tick()).toBe(0);
    expect(since(before)).toHaveLength(1);
    clock += DAY;
    expect(await tick()).toBe(1);
  });

  it('is tried again a minute later where the server puts it off, and not before the next period where it refuses', async () => {
    await leave(run, staff.pop()!.messageId);
    await person();
    const before = sink.count;
    reply = '451 4.7.1 come back later';
    expect(await tick()).toBe(0);
    reply = '550 5.1.1 no such user';
    expect(await tick()).toBe(0);
    reply = undefined;
    expect(await tick()).toBe(0);
    clock += DAY;
    expect(await tick()).toBe(1);
    expect(since(before)).toHaveLength(1);
  });
});

describe('the schedules', () => {
  it('are made once and look each minute, one at a time', async () => {
    await ensureSchedules(run.client);
    await ensureSchedules(run.client);
    for (const id of [RECONCILE_SCHEDULE_ID, DIGEST_SCHEDULE_ID]) {
      const handle = run.client.schedule.getHandle(id);
      const { spec, policies } = await handle.describe();
      expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
      expect(policies.overlap).toBe('SKIP');
      await handle.delete();
    }
  });
});

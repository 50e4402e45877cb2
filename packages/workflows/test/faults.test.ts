import { addMember } from '@adieu/db';
import { doubleOptInWorkflowId, optOutWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { type SmtpSink, startSmtpSink, until } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LosingAnswers, losingAnswers } from './lost-answers.ts';
import {
  askToReturn,
  decideOne,
  eventsOf,
  leave,
  recipientsOf,
  settled,
  delivered,
} from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

let sink: SmtpSink;
let run: RunningWorker;
let losing: LosingAnswers;
let staff: { messageId: string; address: string }[];
/** What befalls the next mail once the server has it. */
let afterSending: (() => void) | undefined;

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({
    smtpUrl: sink.url,
    staffReviewSeconds: 1,
    deps: (deps) => {
      losing = losingAnswers(deps.db);
      const send: typeof deps.mail.send = async (mail) => {
        const answer = await deps.mail.send(mail);
        const befalls = afterSending;
        afterSending = undefined;
        befalls?.();
        return answer;
      };
      return { ...deps, db: losing.db, mail: { ...deps.mail, send } };
    },
  });
  staff = await recipientsOf(run, run.org.staffId, 20);
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

const mailsTo = (address: string) => sink.mails.filter(({ to }) => to === address);

describe('an effect that was committed but not reported happens once (W-8)', () => {
  it.each([
    ['the end of the review', /UPDATE opt_out_request q SET state/],
    ['the mark that the recipient was told', /SET notified_at/],
    ['the mark that all is done', /SET settled_at/],
  ])('%s', async (_what, statement) => {
    const { messageId, address } = staff.pop()!;
    const lost = losing.loseAnswerTo(statement);
    const { requestId } = await leave(run, messageId);
    await Promise.all([lost, settled(run, requestId)]);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'REVERTED']);
    expect(mailsTo(address)).toHaveLength(1);
  });

  it('the digest of an admin', async () => {
    const { messageId } = staff.pop()!;
    await leave(run, messageId);
    await addMember(run.test.db.sql, {
      organisationId: run.org.organisationId,
      name: 'Eva',
      email: 'eva@nordlys.example.test',
      language: 'en',
      digestSeconds: 86_400,
    });
    const lost = losing.loseAnswerTo(/UPDATE digest SET sent_at/);
    const options = { taskQueue: TASK_QUEUE, workflowId: 'digests', args: [] };
    await Promise.all([lost, run.client.workflow.execute(WORKFLOWS.sendDigests, options)]);
    expect(mailsTo('eva@nordlys.example.test')).toHaveLength(1);
  });

  it('the mark that the mail of a double opt-in is out', async () => {
    const { messageId, address } = staff.pop()!;
    const lost = losing.loseAnswerTo(/UPDATE double_opt_in SET sent_at/);
    const id = await askToReturn(run, messageId, run.org.staffId);
    await lost;
    const attempts = async (): Promise<string> =>
      JSON.stringify(await run.client.workflow.getHandle(doubleOptInWorkflowId(id)).fetchHistory());
    await until(async () => (await attempts()).includes('timerStartedEventAttributes'));
    expect(mailsTo(address)).toHaveLength(1);
  });
});

describe('a worker that dies between the mail server’s answer and the mark', () => {
  it('tells a recipient a second time, under the one Message-ID, rather than never', async () => {
    const { messageId, address } = staff.pop()!;
    afterSending = () => {
      throw new Error('died');
    };
    const { requestId } = await leave(run, messageId);
    await settled(run, requestId);
    const ids = await Promise.all(
      mailsTo(address).map(async (mail) => (await mail.parsed()).messageId),
    );
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(ids[0]).toContain(requestId);
  });
});

describe('a database that is away', () => {
  it('at the deadline: the wish is kept paused and ends once it is back, with one notice', async () => {
    const { messageId, address } = staff.pop()!;
    const { requestId, deadline } = await leave(run, messageId);
    await delivered(run);
    await run.test.goAway();
    await until(() => Date.now() > Number(deadline) + 1_000);
    await run.test.comeBack();
    await settled(run, requestId);
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'REVERTED']);
    expect(mailsTo(address)).toHaveLength(1);
  });
});

describe('a decision whose signal comes too late', () => {
  it('finds the workflow over, and starts nothing that does anything', async () => {
    const { messageId, address } = staff.pop()!;
    const { requestId } = await leave(run, messageId);
    await settled(run, requestId);
    expect(await decideOne(run, requestId, 'DECLINE')).toBe(false);
    await run.test.db.sql.rows(
      "INSERT INTO outbox (message) VALUES (jsonb_build_object('kind', 'opt-out.closed', 'requestId', $1::text))",
      [requestId],
    );
    await delivered(run);
    await run.client.workflow.getHandle(optOutWorkflowId(requestId)).result();
    expect(await eventsOf(run, requestId)).toEqual(['REQUESTED', 'REVERTED']);
    expect(mailsTo(address)).toHaveLength(1);
  });
});

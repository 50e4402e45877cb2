import {
  addMember,
  askForData,
  askToSignIn,
  inviteMember,
  askForTestMails,
  askForWebhookTest,
  confirmDoubleOptIn,
  planDecision,
  resumeWebhookEndpoint,
  setPolicy,
  startDoubleOptIn,
  undoDecision,
} from '@adieu/db';
import {
  campaignWorkflowId,
  dataLinkWorkflowId,
  doubleOptInWorkflowId,
  forwardAnswerWorkflowId,
  listImportWorkflowId,
  optOutWorkflowId,
  plannedDecisionWorkflowId,
  invitationWorkflowId,
  reviewLinkWorkflowId,
  systemSmsWorkflowId,
  USUAL_GRANTS,
  TASK_QUEUE,
  testMailWorkflowId,
  webhookDeliveryWorkflowId,
  webhookEndpointWorkflowId,
  WORKFLOWS,
} from '@adieu/domain';
import { addressKey, doubleOptInToken, hashSecretToken } from '@adieu/keys';
import { releaseDraft, seedContacts, type SmtpSink, startSmtpSink, until } from '@adieu/testkit';
import { startTemporal, type Temporal } from '@adieu/testkit/temporal';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHistory } from './histories.ts';
import { endpointOf } from './webhooks/endpoints.ts';
import { startHooksServer } from './webhooks/hooks-server.ts';
import {
  changed,
  decideOne,
  delivered,
  extend,
  leave,
  recipientsOf,
  settled,
  untilRow,
} from './wishes.ts';
import { type RunningWorker, runWorker } from './worker.ts';

/** Records the golden histories anew, from the product as it is, and with real servers: see CONTRIBUTING.md. */
describe.runIf(process.env['RECORD_HISTORIES'])('recording', () => {
  const REVIEW_SECONDS = 2;
  /** The length of a history in which the wait has begun. */
  const TIMER_STARTED = 5;
  let reply: string | undefined;
  let sink: SmtpSink;
  let run: RunningWorker;
  let staff: { messageId: string; address: string }[];
  let readers: { messageId: string; address: string }[];

  beforeAll(async () => {
    sink = await startSmtpSink({ reply: () => reply });
    run = await runWorker({ smtpUrl: sink.url, staffReviewSeconds: REVIEW_SECONDS });
    await setPolicy(run.test.db.sql, {
      organisationId: run.org.organisationId,
      addressBookId: run.org.newsletterId,
      policy: { mode: 'AT_ONCE', reviewSeconds: REVIEW_SECONDS, onTimeout: 'OPT_OUT' },
      createdBy: 'recorder',
    });
    staff = await recipientsOf(run, run.org.staffId, 20);
    readers = await recipientsOf(run, run.org.newsletterId, 20);
  });
  afterAll(async () => {
    await run?.close();
    await sink?.close();
  });

  /** Gives the last event's type. */
  const keep = async (name: string, workflowId: string, runId?: string, of = run) => {
    const history = await of.client.workflow.getHandle(workflowId, runId).fetchHistory();
    return writeHistory(name, history);
  };
  const later = (instant: Date | null, seconds: number): Date =>
    new Date(Number(instant) + seconds * 1_000);

  const admin = async (email: string): Promise<string> => {
    const added = await addMember(run.test.db.sql, {
      organisationId: run.org.organisationId,
      name: 'Eva',
      email,
      language: 'sv',
      digestSeconds: 60,
    });
    if ('refused' in added) throw new Error(added.refused);
    return added.memberId;
  };

  /** One request of the staff book (by a clear wish, so that it is reviewed), and what becomes of it. */
  const paths: Record<string, (requestId: string, deadline: Date) => Promise<void>> = {
    'reverts at its deadline': async () => {},
    'declined before its deadline': async (id) => void (await decideOne(run, id, 'DECLINE')),
    'confirmed by an admin': async (id) => void (await decideOne(run, id, 'CONFIRM')),
    'extended once': (id, deadline) => extend(run, id, later(deadline, 2)),
    'extended twice': async (id, deadline) => {
      await extend(run, id, later(deadline, 2));
      await delivered(run);
      await extend(run, id, later(deadline, 3));
    },
    'extended, the timer is faster than its signal': (id, deadline) =>
      extend(run, id, later(deadline, 2), true),
    'the worker restarts': async (id) => {
      const handle = run.client.workflow.getHandle(optOutWorkflowId(id));
      await until(async () => (await handle.describe()).historyLength >= TIMER_STARTED);
      await run.stop();
      await run.start();
    },
    'the database is away at the deadline and comes back': async () => {
      await run.test.goAway();
      await pause(12_000);
      await run.test.comeBack();
    },
    'a late signal after closing': async (id) => {
      reply = '451 4.3.0 come back later';
      await decideOne(run, id, 'DECLINE');
      await delivered(run);
      const handle = run.client.workflow.getHandle(optOutWorkflowId(id));
      await handle.signal('deadlineMoved', later(new Date(), 86_400).toISOString());
      reply = undefined;
    },
  };

  it.each(Object.entries(paths))('optOutRequest: %s', { timeout: 120_000 }, async (name, path) => {
    const { requestId, deadline } = await leave(run, staff.pop()!.messageId);
    await delivered(run);
    await path(requestId, deadline!);
    await settled(run, requestId);
    expect(await keep(`optOutRequest.${name}`, optOutWorkflowId(requestId))).toMatch(/COMPLETED$/);
  });

  it('optOutRequest: confirmed at birth', async () => {
    const { requestId } = await leave(run, readers.pop()!.messageId);
    await settled(run, requestId);
    expect(await keep('optOutRequest.confirmed at birth', optOutWorkflowId(requestId))).toMatch(
      /COMPLETED$/,
    );
  });

  it('optOutRequest: looks for a receipt by SMS', async () => {
    const { requestId } = await leave(run, readers.pop()!.messageId);
    await settled(run, requestId);
    expect(
      await keep('optOutRequest.looks for a receipt by SMS', optOutWorkflowId(requestId)),
    ).toMatch(/COMPLETED$/);
  });

  it('optOutRequest: opted out at its deadline', async () => {
    const { requestId } = await leave(run, readers.pop()!.messageId, 'UNCLEAR');
    await settled(run, requestId);
    expect(
      await keep('optOutRequest.opted out at its deadline', optOutWorkflowId(requestId)),
    ).toMatch(/COMPLETED$/);
  });

  it('optOutRequest: closed before it was started', async () => {
    await run.stop();
    const { requestId } = await leave(run, staff.pop()!.messageId);
    await decideOne(run, requestId, 'DECLINE');
    await run.test.db.sql.rows(
      "DELETE FROM outbox WHERE message->>'requestId' = $1 AND message->>'kind' = 'opt-out.opened'",
      [requestId],
    );
    await run.start();
    await settled(run, requestId);
    expect(
      await keep('optOutRequest.closed before it was started', optOutWorkflowId(requestId)),
    ).toMatch(/COMPLETED$/);
  });

  it('optOutRequest: overridden by a stronger signal', async () => {
    const { messageId } = readers.pop()!;
    const { requestId } = await leave(run, messageId, 'UNCLEAR');
    await delivered(run);
    await leave(run, messageId, 'CLEAR');
    await settled(run, requestId);
    expect(
      await keep('optOutRequest.overridden by a stronger signal', optOutWorkflowId(requestId)),
    ).toMatch(/COMPLETED$/);
  });

  it.each(['confirmed', 'expired'])('doubleOptIn: %s', async (name) => {
    const { db } = run.test;
    const [person] = await db.sql.rows<{ id: string }>(
      'SELECT recipient_id AS id FROM message WHERE id = $1',
      [readers.pop()!.messageId],
    );
    const id = await db.transaction(async (sql) => {
      const started = await startDoubleOptIn(sql, {
        organisationId: run.org.organisationId,
        recipientId: person!.id,
        scope: { kind: 'BOOK', id: run.org.newsletterId },
        accountId: null,
        language: 'en',
        declaration: () => 'I agree.',
        declarationVersion: '1',
        formUrl: null,
        origin: null,
        userAgent: null,
        now: new Date(),
      });
      if ('refused' in started) throw new Error(started.refused);
      // Seconds instead of days: the link and the wait for its end alike.
      const end = new Date(Date.now() + 3_000);
      await sql.rows('UPDATE double_opt_in SET expires_at = $2 WHERE id = $1', [started.id, end]);
      await sql.rows(
        `UPDATE outbox SET message = message || jsonb_build_object('expiresAt', $2::text) WHERE message->>'id' = $1`,
        [started.id, end.toISOString()],
      );
      return started.id;
    });
    await untilRow(run, 'SELECT 1 FROM double_opt_in WHERE id = $1 AND sent_at IS NOT NULL', [id]);
    if (name === 'confirmed') {
      const tokenHash = hashSecretToken(doubleOptInToken(run.org.ring, id));
      await db.transaction((sql) =>
        confirmDoubleOptIn(sql, { tokenHash, origin: null, userAgent: null, now: new Date() }),
      );
    }
    await run.client.workflow.getHandle(doubleOptInWorkflowId(id)).result();
    expect(await keep(`doubleOptIn.${name}`, doubleOptInWorkflowId(id))).toMatch(/COMPLETED$/);
  });

  it('dataLink', async () => {
    const { db } = run.test;
    const [message] = await db.sql.rows<{ recipientId: string }>(
      'SELECT recipient_id AS "recipientId" FROM message WHERE id = $1',
      [readers.pop()!.messageId],
    );
    const id = await db.transaction(async (sql) => {
      const asked = { ...message!, accountId: run.org.accountId, language: 'en', now: new Date() };
      await askForData(sql, asked);
      const end = new Date(Date.now() + 3_000);
      const [link] = await sql.rows<{ id: string }>(
        'UPDATE data_link SET expires_at = $2 WHERE recipient_id = $1 RETURNING id',
        [message!.recipientId, end],
      );
      await sql.rows(
        `UPDATE outbox SET message = message || jsonb_build_object('expiresAt', $2::text) WHERE message->>'id' = $1`,
        [link!.id, end.toISOString()],
      );
      return link!.id;
    });
    await untilRow(run, 'SELECT 1 FROM data_link WHERE id = $1 AND sent_at IS NOT NULL', [id]);
    await run.client.workflow.getHandle(dataLinkWorkflowId(id)).result();
    expect(await keep('dataLink.mailed', dataLinkWorkflowId(id))).toMatch(/COMPLETED$/);
  });

  it.each([
    [WORKFLOWS.reconcile, 'nothing to mend'],
    [WORKFLOWS.sealLedger, 'a batch'],
    [WORKFLOWS.purge, 'nothing is past'],
    [WORKFLOWS.judgeCampaigns, 'nothing is wrong'],
    [WORKFLOWS.sendWeeklyReports, 'nothing was sent'],
    [WORKFLOWS.sendHeld, 'nothing is held'],
    [WORKFLOWS.readInbound, 'nothing is due'],
    [WORKFLOWS.compareOptOutLists, 'no list is kept'],
  ])('%s: %s', async (workflowType, name) => {
    const options = { taskQueue: TASK_QUEUE, workflowId: workflowType, args: [] };
    await run.client.workflow.execute(workflowType, options);
    expect(await keep(`${workflowType}.${name}`, workflowType)).toMatch(/COMPLETED$/);
  });

  it('systemSms: nobody is to be told', async () => {
    const id = '00000000-0000-7000-8000-000000000000';
    const options = { taskQueue: TASK_QUEUE, workflowId: systemSmsWorkflowId(id), args: [{ id }] };
    await run.client.workflow.execute(WORKFLOWS.systemSms, options);
    expect(await keep('systemSms.nobody-is-to-be-told', options.workflowId)).toMatch(/COMPLETED$/);
  });

  it('forwardAnswer: nobody reads it', async () => {
    const id = '00000000-0000-7000-8000-000000000000';
    const workflowId = forwardAnswerWorkflowId(id);
    const options = { taskQueue: TASK_QUEUE, workflowId, args: [{ id }] };
    await run.client.workflow.execute(WORKFLOWS.forwardAnswer, options);
    expect(await keep('forwardAnswer.nobody-reads-it', workflowId)).toMatch(/COMPLETED$/);
  });

  it('listImport: there is none', async () => {
    const id = '00000000-0000-7000-8000-000000000000';
    const workflowId = listImportWorkflowId(id);
    const options = { taskQueue: TASK_QUEUE, workflowId, args: [{ id }] };
    await run.client.workflow.execute(WORKFLOWS.listImport, options);
    expect(await keep('listImport.there-is-none', workflowId)).toMatch(/COMPLETED$/);
  });

  it('reviewLink', async () => {
    const { db } = run.test;
    const email = 'asks@nordlys.example.test';
    await admin(email);
    await db.transaction((sql) => askToSignIn(sql, { email, now: new Date() }));
    const [link] = await db.sql.rows<{ id: string }>('SELECT id FROM review_link');
    await untilRow(run, 'SELECT 1 FROM review_link WHERE sent_at IS NOT NULL', []);
    await run.client.workflow.getHandle(reviewLinkWorkflowId(link!.id)).result();
    expect(await keep('reviewLink.mailed', reviewLinkWorkflowId(link!.id))).toMatch(/COMPLETED$/);
  });

  it('invitation', async () => {
    const { db } = run.test;
    const invited = {
      organisationId: run.org.organisationId,
      name: 'Olof',
      email: 'invited@nordlys.example.test',
      language: 'en',
      digestSeconds: 86_400,
      grants: USUAL_GRANTS,
      invitedBy: 'Eva',
      now: new Date(),
    } as const;
    await db.transaction((tx) => inviteMember(tx, invited));
    const [made] = await db.sql.rows<{ id: string }>('SELECT id FROM invitation');
    await untilRow(run, 'SELECT 1 FROM invitation WHERE sent_at IS NOT NULL', []);
    await run.client.workflow.getHandle(invitationWorkflowId(made!.id)).result();
    expect(await keep('invitation.mailed', invitationWorkflowId(made!.id))).toMatch(/COMPLETED$/);
  });

  it('webhookEndpoint and webhookDelivery', { timeout: 60_000 }, async () => {
    const server = await startHooksServer();
    const { organisationId } = run.org;
    const { id } = await endpointOf(run.test, run.org, server.url);
    server.answer = () => 500;
    await leave(run, readers.pop()!.messageId);
    await until(() => server.hooks.length > 0, 20_000);
    server.answer = () => 200;
    await run.test.db.transaction((tx) => resumeWebhookEndpoint(tx, organisationId, id));
    await run.client.workflow.getHandle(webhookEndpointWorkflowId(id)).result();
    expect(await keep('webhookEndpoint.fails-and-goes-on', webhookEndpointWorkflowId(id))).toMatch(
      /COMPLETED$/,
    );
    server.answer = () => 410;
    await leave(run, readers.pop()!.messageId);
    await untilRow(run, `SELECT 1 FROM webhook_endpoint WHERE id = $1 AND state = 'DISABLED'`, [
      id,
    ]);
    await run.client.workflow.getHandle(webhookEndpointWorkflowId(id)).result();
    expect(await keep('webhookEndpoint.is-disabled', webhookEndpointWorkflowId(id))).toMatch(
      /COMPLETED$/,
    );
    const now = new Date();
    const asked = await run.test.db.transaction((tx) =>
      askForWebhookTest(tx, { organisationId, endpointId: id, body: '{}', now }),
    );
    if ('refused' in asked) throw new Error(asked.refused);
    const workflowId = webhookDeliveryWorkflowId(asked.id, now.toISOString());
    await untilRow(run, `SELECT 1 FROM webhook_delivery WHERE id = $1 AND tries <> '[]'`, [
      asked.id,
    ]);
    await run.client.workflow.getHandle(workflowId).result();
    expect(await keep('webhookDelivery.a-test', workflowId)).toMatch(/COMPLETED$/);
    await server.close();
  });

  it('testMail', async () => {
    const { db } = run.test;
    const { organisationId, ring } = run.org;
    const address = 'tries@nordlys.example.test';
    const campaignId = await seedContacts(db, run.org, { count: 1 });
    await db.transaction((sql) =>
      askForTestMails(sql, {
        organisationId,
        campaignId,
        to: [{ address, addressKey: addressKey(ring, 'EMAIL', address) }],
        contactId: null,
        language: null,
        askedBy: 'recorder',
        now: new Date(),
      }),
    );
    const [mail] = await db.sql.rows<{ id: string }>('SELECT id FROM test_mail');
    await untilRow(run, 'SELECT 1 FROM test_mail WHERE ended_at IS NOT NULL', []);
    await run.client.workflow.getHandle(testMailWorkflowId(mail!.id)).result();
    expect(await keep('testMail.mailed', testMailWorkflowId(mail!.id))).toMatch(/COMPLETED$/);
  });

  it.each(['carried out', 'undone'])('plannedDecision: %s', async (name) => {
    const { db } = run.test;
    const memberId = await admin(`${name.replace(' ', '-')}@nordlys.example.test`);
    const { requestId, deadline } = await leave(run, staff.pop()!.messageId);
    await extend(run, requestId, later(deadline, 3_600));
    const planned = await db.transaction((sql) =>
      planDecision(sql, {
        accountIds: null,
        organisationId: run.org.organisationId,
        memberId,
        memberName: 'Eva',
        requestIds: [requestId],
        decision: 'CONFIRM',
        reason: null,
        now: new Date(),
      }),
    );
    const id = planned!.plannedId;
    if (name === 'undone') {
      await undoDecision(db.sql, { memberId, plannedId: id, now: new Date() });
    }
    await delivered(run);
    await run.client.workflow.getHandle(plannedDecisionWorkflowId(id)).result();
    expect(await keep(`plannedDecision.${name}`, plannedDecisionWorkflowId(id))).toMatch(
      /COMPLETED$/,
    );
  });

  it('sendDigests', async () => {
    await admin('eva@nordlys.example.test');
    await leave(run, staff.pop()!.messageId);
    const options = { taskQueue: TASK_QUEUE, workflowId: 'digests', args: [] };
    await run.client.workflow.execute(WORKFLOWS.sendDigests, options);
    expect(await keep('sendDigests.one is told', 'digests')).toMatch(/COMPLETED$/);
  });

  /** A campaign of two: the server puts the first off, so that there are two chunks. */
  async function twoChunks(of: RunningWorker, mails: SmtpSink): Promise<string> {
    const { db } = of.test;
    const campaignId = await seedContacts(db, of.org, { count: 1 });
    const { organisationId } = of.org;
    reply = '451 4.3.0 come back later';
    await db.transaction((sql) =>
      releaseDraft(sql, { organisationId, campaignId, now: new Date() }),
    );
    await untilRow(of, 'SELECT 1 FROM message WHERE campaign_id = $1 AND due_at > now()', [
      campaignId,
    ]);
    reply = undefined;
    await mails.waitForMail(({ raw }) => raw.includes('Spring is here'));
    await untilRow(of, "SELECT 1 FROM campaign WHERE id = $1 AND state = 'SENT'", [campaignId]);
    return campaignWorkflowId(campaignId);
  }

  it('sendCampaign: two chunks', async () => {
    const id = await twoChunks(run, sink);
    await run.client.workflow.getHandle(id).result();
    expect(await keep('sendCampaign.two chunks', id)).toMatch(/COMPLETED$/);
  });

  it.each(['resumed', 'cancelled'] as const)('sendCampaign: %s while it waits', async (name) => {
    const { db } = run.test;
    const { organisationId } = run.org;
    const campaignId = await seedContacts(db, run.org, { count: 1 });
    reply = '451 4.3.0 come back later';
    await db.transaction((sql) =>
      releaseDraft(sql, { organisationId, campaignId, now: new Date() }),
    );
    const handle = run.client.workflow.getHandle(campaignWorkflowId(campaignId));
    const waits = async (): Promise<boolean> => {
      const history = await handle.fetchHistory().catch(() => null);
      return history?.events?.some((event) => event.timerStartedEventAttributes) ?? false;
    };
    await until(waits);
    reply = undefined;
    const changes = { resumed: ['PAUSE', 'RESUME'], cancelled: ['CANCEL'] } as const;
    for (const change of changes[name]) await changed(run, campaignId, change);
    await untilRow(run, 'SELECT 1 FROM campaign WHERE id = $1 AND finished_at IS NOT NULL', [
      campaignId,
    ]);
    await handle.result();
    expect(await keep(`sendCampaign.${name}`, handle.workflowId)).toMatch(/COMPLETED$/);
  });

  it('sendCampaign: continues as new', { timeout: 120_000 }, async () => {
    // A server that asks for it after a dozen events instead of thousands.
    const temporal: Temporal = await startTemporal({
      'limit.historyCount.suggestContinueAsNew': 12,
    });
    const mails = await startSmtpSink({ reply: () => reply });
    const other = await runWorker({
      smtpUrl: mails.url,
      temporal: { address: temporal.address, namespace: 'default' },
    });
    try {
      const id = await twoChunks(other, mails);
      await other.client.workflow.getHandle(id).result();
      const runs: string[] = [];
      for await (const { runId } of other.client.workflow.list()) runs.push(runId);
      const first = runs.at(-1)!;
      const last = await keep('sendCampaign.continues as new', id, first, other);
      expect(last).toMatch(/CONTINUED_AS_NEW$/);
    } finally {
      await other.close();
      await mails.close();
      await temporal.stop();
    }
  });
});

import {
  changeCampaign,
  decideRequests,
  extendRequest,
  ledgerOfRequest,
  type RecordedOptOut,
  startDoubleOptIn,
} from '@adieu/db';
import {
  type CampaignChange,
  type Decision,
  optOutWorkflowId,
  type ScopeKind,
} from '@adieu/domain';
import {
  leaves,
  releaseDraft,
  seedContacts,
  settled as settledOnRecord,
  until,
  untilRow as untilRowOf,
} from '@adieu/testkit';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { RunningWorker } from './worker.ts';

/** A campaign is paused, resumed or cancelled, as a person does it over GraphQL. */
export async function changed(
  { org, test }: RunningWorker,
  campaignId: string,
  change: CampaignChange,
): Promise<void> {
  const { organisationId } = org;
  const by = { organisationId, campaignId, change, changedBy: 'Eva', now: new Date() };
  const done = await test.db.transaction((sql) => changeCampaign(sql, by));
  if ('refused' in done) throw new Error(done.refused);
}

/** People of a book who can leave it: message ids and addresses, in the order of the addresses' creation. */
export async function recipientsOf(
  run: RunningWorker,
  addressBookId: string,
  count: number,
): Promise<{ messageId: string; address: string }[]> {
  const { db } = run.test;
  const campaignId = await seedContacts(db, run.org, { count, addressBookId });
  const { organisationId } = run.org;
  await db.transaction(async (sql) => {
    await releaseDraft(sql, { organisationId, campaignId, now: new Date() });
    // The mails themselves are nobody's business here.
    await sql.rows("UPDATE campaign SET state = 'CANCELLED', finished_at = now() WHERE id = $1", [
      campaignId,
    ]);
  });
  return db.sql.rows(
    `SELECT m.id AS "messageId", r.address FROM message m JOIN recipient r ON r.id = m.recipient_id
     WHERE m.campaign_id = $1 ORDER BY r.id`,
    [campaignId],
  );
}

/** A wish to stop, by the link of a message unless another scope is named. */
export const leave = (
  run: RunningWorker,
  messageId: string,
  signal: 'CLEAR' | 'UNCLEAR' = 'CLEAR',
  scope: 'LINK' | { kind: ScopeKind; id: string } = 'LINK',
): Promise<RecordedOptOut> =>
  leaves(run.test.db.sql, messageId, { target: { messageId, scope }, signal, now: new Date() });

const EVA = { kind: 'KEY', name: 'Eva' } as const;

/** Gives whether the decision was the one that closed the request. */
export async function decideOne(
  run: RunningWorker,
  requestId: string,
  decision: Decision,
): Promise<boolean> {
  const [item] = await run.test.db.transaction((sql) =>
    decideRequests(sql, {
      organisationId: run.org.organisationId,
      requestIds: [requestId],
      decision,
      reason: 'You are on call.',
      actor: EVA,
      now: new Date(),
    }),
  );
  return item!.refused === null;
}

/** Moves a deadline; `silently` = the workflow does not hear of it. */
export async function extend(
  run: RunningWorker,
  requestId: string,
  deadline: Date,
  silently = false,
): Promise<void> {
  await run.test.db.transaction(async (sql) => {
    const { organisationId } = run.org;
    const moved = await extendRequest(sql, {
      organisationId,
      requestId,
      deadline,
      reason: null,
      actor: EVA,
      now: new Date(),
    });
    if ('refused' in moved) throw new Error(moved.refused);
    if (silently) {
      await sql.rows(
        "DELETE FROM outbox WHERE message->>'requestId' = $1 AND message->>'kind' = 'opt-out.deadline-moved'",
        [requestId],
      );
    }
  });
}

/** Resolves when a query of the test's database gives a row. The record has no event to wait for. */
export const untilRow = (
  run: RunningWorker,
  text: string,
  values: readonly unknown[] = [],
): Promise<void> => untilRowOf(run.test.db.sql, text, values);

/** Waits until the relay has started a workflow, then for its end. */
export async function ended(run: RunningWorker, workflowId: string): Promise<void> {
  const handle = run.client.workflow.getHandle(workflowId);
  await until(async () => {
    try {
      await handle.describe();
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  });
  await handle.result();
}

/** Waits until all that follows a request was done and its workflow has ended. */
export async function settled(run: RunningWorker, requestId: string): Promise<void> {
  await settledOnRecord(run.test.db.sql, requestId);
  await run.client.workflow.getHandle(optOutWorkflowId(requestId)).result();
}

/** Waits until the relay has delivered everything that is due. */
export async function delivered(run: RunningWorker): Promise<void> {
  await untilRow(run, 'SELECT 1 WHERE NOT EXISTS (SELECT FROM outbox)');
}

export async function eventsOf(run: RunningWorker, requestId: string): Promise<string[]> {
  return (await ledgerOfRequest(run.test.db.sql, requestId)).map(({ type }) => type);
}

/** Asks to come back to a book: starts a double opt-in for the recipient of a message. Gives its id. */
export async function askToReturn(
  run: RunningWorker,
  messageId: string,
  addressBookId: string,
): Promise<string> {
  const [person] = await run.test.db.sql.rows<{ id: string }>(
    'SELECT recipient_id AS id FROM message WHERE id = $1',
    [messageId],
  );
  const started = await run.test.db.transaction((sql) =>
    startDoubleOptIn(sql, {
      organisationId: run.org.organisationId,
      recipientId: person!.id,
      scope: { kind: 'BOOK', id: addressBookId },
      accountId: null,
      language: 'en',
      declaration: () => 'I agree.',
      declarationVersion: '1',
      formUrl: null,
      origin: null,
      userAgent: null,
      now: new Date(),
    }),
  );
  if ('refused' in started) throw new Error(started.refused);
  return started.id;
}

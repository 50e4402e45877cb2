import { reconcile } from '@adieu/workflows';
import { optOutWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { startTemporal } from '@adieu/testkit/temporal';
import { Client, Connection } from '@temporalio/client';
import { closedLoop } from './closed-loop.ts';
import { fillQueue } from './open-requests.ts';
import { describeFigure } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';

const BUDGET_SECONDS = 10;
const STARTS_AT_ONCE = 100;
const LOST = 5;
/** So many are asked about by themselves, as the reference. */
const ASKED = 2_000;

/**
 * The reconciler with `count` requests that wait, each with a workflow on a real server, of which some are then lost; beside
 * asking about each. No worker runs: a workflow that was started and has not been looked at is open all the same.
 */
export async function benchReconcile({ count }: { count: number }): Promise<boolean> {
  const scratch = await openScratch();
  const temporal = await startTemporal();
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection });
    const ids = await sleepers(scratch, count);
    const started = await closedLoop(ids, STARTS_AT_ONCE, (requestId) => start(client, requestId));
    console.log(describeFigure(`workflows started, ${STARTS_AT_ONCE} at once`, started));
    await untilListed(client, count);
    const asked = await closedLoop(ids.slice(0, ASKED), STARTS_AT_ONCE, async (requestId) => {
      await client.workflow.getHandle(optOutWorkflowId(requestId)).describe();
    });
    console.log(describeFigure('reference: asking about each', asked));
    console.log(`  which is ${(count / asked.perSecond).toFixed(1)} s for ${count}`);
    const whole = await timed(scratch, client);
    console.log(`compared ${count} requests with as many workflows: ${whole.seconds.toFixed(1)} s`);
    for (const requestId of ids.slice(0, LOST))
      await client.workflow.getHandle(optOutWorkflowId(requestId)).terminate();
    await untilListed(client, count - LOST);
    const holed = await timed(scratch, client);
    console.log(`with ${LOST} of them lost: ${holed.seconds.toFixed(1)} s, ${holed.mended} mended`);
    const seconds = Math.max(whole.seconds, holed.seconds);
    const kept = whole.mended === 0 && holed.mended === LOST && seconds <= BUDGET_SECONDS;
    console.log(`budget ≤ ${BUDGET_SECONDS} s, none mended that runs: ${kept ? 'kept' : 'MISSED'}`);
    return kept;
  } finally {
    await connection.close();
    await temporal.stop();
    await scratch.close();
  }
}

/** Fills the queue with requests whose time is far off; gives their ids. */
async function sleepers(scratch: Scratch, count: number): Promise<string[]> {
  await fillQueue(scratch, count, new Date(Date.now() - 120_000));
  await scratch.db.sql.rows(
    `UPDATE opt_out_request SET settled_at = CASE WHEN state <> 'PENDING' THEN now() END,
       deadline = CASE WHEN state = 'PENDING' THEN now() + interval '1 day' ELSE deadline END`,
  );
  const rows = await scratch.db.sql.rows<{ id: string }>(
    'SELECT id FROM opt_out_request WHERE settled_at IS NULL',
  );
  return rows.map(({ id }) => id);
}

async function start(client: Client, requestId: string): Promise<void> {
  await client.workflow.start(WORKFLOWS.optOutRequest, {
    taskQueue: TASK_QUEUE,
    workflowId: optOutWorkflowId(requestId),
    args: [{ requestId, deadline: new Date(Date.now() + 86_400_000).toISOString() }],
  });
}

/** The list lags behind; what is measured is the reconciler. */
async function untilListed(client: Client, count: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  const query = `WorkflowType = '${WORKFLOWS.optOutRequest}' AND ExecutionStatus = 'Running'`;
  while ((await client.workflow.count(query)).count !== count) {
    if (Date.now() > deadline) throw new Error('the list did not catch up in a minute');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function timed(
  { db }: Scratch,
  client: Client,
): Promise<{ seconds: number; mended: number }> {
  const began = performance.now();
  const { requests } = await reconcile({ db, client, now: new Date() });
  return { seconds: (performance.now() - began) / 1_000, mended: requests };
}

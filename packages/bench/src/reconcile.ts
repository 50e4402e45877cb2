import { reconcile } from '@adieu/workflows';
import { optOutWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { startTemporal } from '@adieu/testkit/temporal';
import { Client, Connection } from '@temporalio/client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedLoop } from './closed-loop.ts';
import { listAsRunning } from './list-as-running.ts';
import { fillQueue } from './open-requests.ts';
import { describeFigure } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';

const BUDGET_SECONDS = 10;
const AT_ONCE = 20;
const LOST = 5;

/**
 * The reconciler with `count` requests that wait. The first `workflows` of them have one on a real server, of which some are
 * then lost; the rest are rows that its store lists as running, for a server starts some dozens a second. Beside asking
 * about each. No worker runs: a workflow that was started and never looked at is open all the same.
 */
export async function benchReconcile(options: {
  count: number;
  workflows: number;
}): Promise<boolean> {
  const { count } = options;
  const workflows = Math.min(options.workflows, count);
  const scratch = await openScratch();
  const folder = await mkdtemp(join(tmpdir(), 'adieu-bench-'));
  const ids = await sleepers(scratch, count);
  const real = ids.slice(0, workflows);
  let server = await open(join(folder, 'temporal.db'));
  try {
    const started = await closedLoop(real, AT_ONCE, (id) => start(server.client, id));
    console.log(describeFigure(`workflows started, ${AT_ONCE} at once`, started));
    await untilListed(server.client, workflows);
    await server.close();
    const rest = ids.slice(workflows).map((id) => optOutWorkflowId(id));
    const written = await timed(async () => listAsRunning(join(folder, 'temporal.db'), rest));
    console.log(`${rest.length} more listed as running: ${written.seconds.toFixed(0)} s`);
    server = await open(join(folder, 'temporal.db'));
    const { client } = server;
    await untilListed(client, count);
    const asked = await closedLoop(real, AT_ONCE, async (requestId) => {
      await client.workflow.getHandle(optOutWorkflowId(requestId)).describe();
    });
    console.log(describeFigure('reference: asking about each', asked));
    console.log(`  which is ${(count / asked.perSecond).toFixed(1)} s for ${count}`);
    const compare = () => timed(() => reconcile({ db: scratch.db, client, now: new Date() }));
    const whole = await compare();
    console.log(`compared ${count}: ${whole.seconds.toFixed(2)} s`);
    for (const requestId of real.slice(0, LOST))
      await client.workflow.getHandle(optOutWorkflowId(requestId)).terminate();
    await untilListed(client, count - LOST);
    const holed = await compare();
    console.log(`with ${LOST} lost: ${holed.seconds.toFixed(2)} s, ${holed.of.requests} mended`);
    const seconds = Math.max(whole.seconds, holed.seconds);
    const isTrue = whole.of.requests === 0 && holed.of.requests === LOST;
    const kept = isTrue && seconds <= BUDGET_SECONDS;
    console.log(`budget ≤ ${BUDGET_SECONDS} s, none mended that runs: ${kept ? 'kept' : 'MISSED'}`);
    return kept;
  } finally {
    await server.close();
    await scratch.close();
    await rm(folder, { recursive: true });
  }
}

async function open(file: string): Promise<{ client: Client; close(): Promise<void> }> {
  const temporal = await startTemporal({}, file);
  const connection = await Connection.connect({ address: temporal.address });
  return {
    client: new Client({ connection }),
    async close() {
      await connection.close();
      await temporal.stop();
    },
  };
}

async function timed<Of>(work: () => Promise<Of>): Promise<{ seconds: number; of: Of }> {
  const began = performance.now();
  const of = await work();
  return { seconds: (performance.now() - began) / 1_000, of };
}

/** Fills the queue with requests whose time is far off; gives their ids. */
async function sleepers(scratch: Scratch, count: number): Promise<string[]> {
  await fillQueue(scratch, count, new Date(Date.now() - 120_000));
  await scratch.db.sql.rows(
    `UPDATE opt_out_request SET settled_at = CASE WHEN state <> 'PENDING' THEN now() END,
       deadline = CASE WHEN state = 'PENDING' THEN now() + interval '1 day' ELSE deadline END`,
  );
  const rows = await scratch.db.sql.rows<{ id: string }>(
    'SELECT id FROM opt_out_request WHERE settled_at IS NULL ORDER BY id',
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

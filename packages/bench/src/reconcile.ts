import { listRunning, reconcile } from '@adieu/workflows';
import { optOutWorkflowId, TASK_QUEUE, WORKFLOWS } from '@adieu/domain';
import { startTemporal } from '@adieu/testkit/temporal';
import { Client, Connection } from '@temporalio/client';
import { closedLoop } from './closed-loop.ts';
import { fillQueue } from './open-requests.ts';
import { describeFigure } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';

const BUDGET_SECONDS = 10;
const AT_ONCE = 20;
const LOST = 5;
/** So many are asked about by themselves, as the reference. */
const ASKED = 2_000;

/**
 * The reconciler with `count` requests that wait. The first `workflows` of them have one on a real server, of which some are
 * then lost; the names of the rest follow the server's own list as if it had given them, for a server starts some dozens a
 * second. Beside asking about each. No worker runs: a workflow that was started and never looked at is open all the same.
 */
export async function benchReconcile(options: {
  count: number;
  workflows: number;
}): Promise<boolean> {
  const { count } = options;
  const workflows = Math.min(options.workflows, count);
  const scratch = await openScratch();
  const temporal = await startTemporal();
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection });
    const ids = await sleepers(scratch, count);
    const real = ids.slice(0, workflows);
    const started = await closedLoop(real, AT_ONCE, (requestId) => start(client, requestId));
    console.log(describeFigure(`workflows started, ${AT_ONCE} at once`, started));
    await untilListed(client, workflows);
    const asked = await closedLoop(real.slice(0, ASKED), AT_ONCE, async (requestId) => {
      await client.workflow.getHandle(optOutWorkflowId(requestId)).describe();
    });
    console.log(describeFigure('reference: asking about each', asked));
    console.log(`  which is ${(count / asked.perSecond).toFixed(1)} s for ${count}`);
    const listed = await timed(() => listRunning(client, WORKFLOWS.optOutRequest, () => {}));
    console.log(`the server's list of ${listed.of.size}: ${listed.seconds.toFixed(2)} s`);
    const counted = await timed(() =>
      reconcile({
        db: scratch.db,
        client: withCount(client, count),
        now: new Date(),
        byCount: true,
      }),
    );
    console.log(`by their number alone, as in most minutes: ${counted.seconds.toFixed(2)} s`);
    const rest = ids.slice(workflows).map((id) => optOutWorkflowId(id));
    const record = { db: scratch.db, client: withMoreListed(client, rest) };
    const whole = await timed(() => reconcile({ ...record, now: new Date() }));
    console.log(
      `compared ${count}, ${rest.length} by a recorded list: ${whole.seconds.toFixed(2)} s`,
    );
    for (const requestId of real.slice(0, LOST))
      await client.workflow.getHandle(optOutWorkflowId(requestId)).terminate();
    await untilListed(client, workflows - LOST);
    const holed = await timed(() => reconcile({ ...record, now: new Date() }));
    console.log(`with ${LOST} lost: ${holed.seconds.toFixed(2)} s, ${holed.of.requests} mended`);
    const seconds = Math.max(whole.seconds, holed.seconds);
    const isTrue = whole.of.requests === 0 && holed.of.requests === LOST;
    const kept = isTrue && seconds <= BUDGET_SECONDS;
    console.log(`budget ≤ ${BUDGET_SECONDS} s, none mended that runs: ${kept ? 'kept' : 'MISSED'}`);
    return kept;
  } finally {
    await connection.close();
    await temporal.stop();
    await scratch.close();
  }
}

/** A client whose list of requests goes on with `more` where the server's own ends. */
function withMoreListed(client: Client, more: readonly string[]): Client {
  const { workflow } = client;
  async function* list(options: { query: string }) {
    yield* workflow.list(options);
    if (options.query.includes(WORKFLOWS.optOutRequest))
      for (const workflowId of more) yield { workflowId };
  }
  const following = new Proxy(workflow, {
    get: (target, name) => (name === 'list' ? list : (Reflect.get(target, name) as unknown)),
  });
  return { workflow: following } as Client;
}

/** A client whose server says that `running` run. */
function withCount(client: Client, running: number): Client {
  const { workflow } = client;
  const counting = new Proxy(workflow, {
    get: (target, name) =>
      name === 'count'
        ? async (query: string) => ({ ...(await workflow.count(query)), count: running })
        : (Reflect.get(target, name) as unknown),
  });
  return { workflow: counting } as Client;
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

import type { WORKFLOWS } from '@adieu/domain';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';

type WorkflowType = (typeof WORKFLOWS)[keyof typeof WORKFLOWS];

/** As many as a server gives at once. */
const PAGE = 1_000;

/**
 * The ids of the workflows of one type that run, by Temporal's list: a request for each thousand, 100 bytes of memory for
 * each. The list lags behind by up to a few seconds, so that an id that is missing is a question and no answer.
 */
export async function listRunning(
  client: Client,
  workflowType: WorkflowType,
  onPage: () => void,
): Promise<Set<string>> {
  const running = new Set<string>();
  const options = { query: runningOf(workflowType), pageSize: PAGE };
  for await (const { workflowId } of client.workflow.list(options)) {
    running.add(workflowId);
    if (running.size % PAGE === 0) onPage();
  }
  return running;
}

/** How many they are: cheap, however many. */
export async function countRunning(client: Client, workflowType: WorkflowType): Promise<number> {
  return (await client.workflow.count(runningOf(workflowType))).count;
}

const runningOf = (workflowType: WorkflowType): string =>
  `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running'`;

/** Whether a workflow runs, by its own record: true at once, unlike the list. */
export async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { defaultPayloadConverter, TypedSearchAttributes } from '@temporalio/common';
import type { coresdk } from '@temporalio/proto';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import type { WorkflowCreateOptions } from '@temporalio/worker/lib/workflow/interface.js';
import { VMWorkflowCreator } from '@temporalio/worker/lib/workflow/vm.js';
import type { ActivityDeps } from '../src/activities/activity-deps.ts';
import { createActivities } from '../src/activities/index.ts';
import { workflowBundle } from './worker.ts';

/** Their names only: what they do is the test's to say. */
const ACTIVITIES = new Set(Object.keys(createActivities({} as ActivityDeps)));

type Jobs = coresdk.workflow_activation.IWorkflowActivationJob[];

/**
 * A workflow of the bundle without any server: the test is its server and its clock, so that ninety days are a number.
 * Each step is one workflow task. Uses paths inside the SDK, which is why they stand in this file alone.
 */
export interface Driven {
  /** What the workflow takes for now from its next task on. */
  now: number;
  /** How long the timer that runs was to run when it was started, in milliseconds; null where none runs. */
  readonly timer: number | null;
  /** The activity that is being waited for. */
  readonly asked: { readonly type: string; readonly args: readonly unknown[] } | null;
  readonly isDone: boolean;
  /** The timer's end, whatever the clock says. */
  fire(): Promise<void>;
  signal(name: string, ...args: unknown[]): Promise<void>;
  /** The activity's result. */
  answer(result?: unknown): Promise<void>;
  /** Several at once, in this order, in one task. */
  together(...steps: (() => Jobs)[]): Promise<void>;
  readonly jobs: {
    fire(): Jobs;
    signal(name: string, ...args: unknown[]): Jobs;
  };
}

/** Starts a workflow at an instant (milliseconds) and runs its first task. */
export async function drive(workflowType: string, input: unknown, now: number): Promise<Driven> {
  const runId = crypto.randomUUID();
  const bundle = parseWorkflowCode((await workflowBundle()).code);
  const creator = await VMWorkflowCreator.create(bundle, 5_000, ACTIVITIES);
  const workflow = await creator.createWorkflow({
    info: infoOf(workflowType, runId),
    randomnessSeed: [1, 2, 3, 4],
    now,
    showStackTraceSources: false,
  });
  let timer: { seq: number; ms: number } | null = null;
  let asked: { seq: number; type: string; args: unknown[]; isLocal: boolean } | null = null;
  let isDone = false;

  const task = async (jobs: Jobs): Promise<void> => {
    const { successful, failed } = await workflow.activate({
      runId,
      timestamp: msToTs(driven.now),
      isReplaying: false,
      // Of the SDK's flags: one batch for all jobs of a task, as every new workflow has it.
      availableInternalFlags: [2],
      jobs,
    });
    if (failed) throw new Error(failed.failure?.message ?? 'the task failed');
    for (const command of successful?.commands ?? []) {
      const { startTimer, cancelTimer, completeWorkflowExecution } = command;
      const activity = command.scheduleActivity ?? command.scheduleLocalActivity;
      if (startTimer) timer = { seq: startTimer.seq!, ms: tsToMs(startTimer.startToFireTimeout) };
      if (cancelTimer && timer?.seq === cancelTimer.seq) timer = null;
      if (completeWorkflowExecution) isDone = true;
      if (command.failWorkflowExecution) throw new Error('the workflow failed');
      if (activity) {
        const args = (activity.arguments ?? []).map((payload) =>
          defaultPayloadConverter.fromPayload(payload),
        );
        const isLocal = command.scheduleLocalActivity !== undefined;
        asked = { seq: activity.seq!, type: activity.activityType!, args, isLocal };
      }
    }
  };
  const payloads = (values: readonly unknown[]) =>
    values.map((value) => defaultPayloadConverter.toPayload(value));
  const jobs = {
    fire(): Jobs {
      if (timer === null) throw new Error('no timer runs');
      const { seq } = timer;
      timer = null;
      return [{ fireTimer: { seq } }];
    },
    signal: (signalName: string, ...args: unknown[]): Jobs => [
      { signalWorkflow: { signalName, input: payloads(args), identity: '', headers: {} } },
    ],
  };
  const driven: Driven = {
    now,
    jobs,
    get timer() {
      return timer?.ms ?? null;
    },
    get asked() {
      return asked && { type: asked.type, args: asked.args };
    },
    get isDone() {
      return isDone;
    },
    fire: () => task(jobs.fire()),
    signal: (name, ...args) => task(jobs.signal(name, ...args)),
    together: (...steps) => task(steps.flatMap((step) => step())),
    async answer(result) {
      if (asked === null) throw new Error('no activity is waited for');
      const { seq, isLocal } = asked;
      asked = null;
      const completed = { result: defaultPayloadConverter.toPayload(result) };
      await task([{ resolveActivity: { seq, isLocal, result: { completed } } }]);
    },
  };
  await task([
    {
      initializeWorkflow: {
        workflowType,
        workflowId: 'driven',
        arguments: payloads([input]),
        headers: {},
        attempt: 1,
      },
    },
  ]);
  return driven;
}

function infoOf(workflowType: string, runId: string): WorkflowCreateOptions['info'] {
  return {
    workflowId: 'driven',
    runId,
    workflowType,
    taskQueue: 'adieu',
    namespace: 'default',
    firstExecutionRunId: runId,
    attempt: 1,
    taskTimeoutMs: 10_000,
    startTime: new Date(0),
    runStartTime: new Date(0),
    searchAttributes: {},
    typedSearchAttributes: new TypedSearchAttributes(),
    historyLength: 3,
    historySize: 300,
    continueAsNewSuggested: false,
    unsafe: { isReplaying: false, now: () => 0 },
  } as unknown as WorkflowCreateOptions['info'];
}

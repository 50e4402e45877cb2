import { Worker } from 'node:worker_threads';
import { type Answer, faultOf, type More, type Task } from './jobs.ts';
import type { ChildMessage, ChildSettings, ThreadMessage } from './messages.ts';

/**
 * The process in which jobs are done, one at a time. They run in a thread of it, so that this one always hears that who
 * started it is gone, and can watch what of the processor the job takes: no machine that is busy makes that less.
 */
const LOOK_MS = 100;

const { jobs, cpuMs, heapMb } = JSON.parse(process.argv[2]!) as ChildSettings;

// Whoever started it is asked to end by the same Ctrl-C, and still waits for what is being done here.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
// At once, whatever the thread does.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const thread = new Worker(new URL(jobs), {
  env: {},
  resourceLimits: { maxOldGenerationSizeMb: heapMb },
});
/** What it had taken when it began with the job. */
let cpuBefore = 0;
let watch: NodeJS.Timeout | undefined;

thread.on('message', ({ answer, cpuMs: taken }: ThreadMessage) => {
  clearInterval(watch);
  if (answer !== null && 'part' in answer) {
    say(answer);
    return;
  }
  say(answer === null ? { ready: true } : { answer, cpuMs: taken - cpuBefore, last: false });
  cpuBefore = taken;
});
thread.on('error', (error: NodeJS.ErrnoException) => {
  const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  sayLast(isTooLarge ? { refused: 'too-large' } : faultOf(error));
});
thread.on('exit', (code) => sayLast(faultOf(new Error(`its thread ended with code ${code}`))));

process.on('message', (task: Task | More) => {
  watch = setInterval(() => void look().catch(() => {}), LOOK_MS);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  thread.postMessage(task);
});

async function look(): Promise<void> {
  const { user, system } = await thread.cpuUsage();
  if ((user + system) / 1_000 - cpuBefore > cpuMs) sayLast({ refused: 'too-long' });
}

function sayLast(answer: Answer): void {
  say({ answer, cpuMs: 0, last: true });
}

function say(message: ChildMessage): void {
  process.send!(message);
}

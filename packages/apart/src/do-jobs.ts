import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { faultOf, type InputOf, type Job, type More, type ResultOf, type Task } from './jobs.ts';
import type { ThreadMessage } from './messages.ts';

type Does<Jobs> = {
  readonly [J in Job<Jobs>]: (
    input: InputOf<Jobs, J>,
  ) => ResultOf<Jobs, J> | Promise<ResultOf<Jobs, J>>;
};

/**
 * Does these jobs as they come: called by the module that `Apart` is given, which runs in a thread of its own. What is given
 * in parts is made no faster than it is taken.
 */
export function doJobs<Jobs>(jobs: Does<Jobs>): void {
  const port = parentPort;
  if (port === null) throw new Error('jobs are done apart, in a thread');
  const say = (answer: ThreadMessage['answer']): void => {
    const { user, system } = process.threadCpuUsage();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    port.postMessage({ answer, cpuMs: (user + system) / 1_000 } satisfies ThreadMessage);
  };
  const answerTo = async ({ job, input }: Task): Promise<void> => {
    try {
      const does = jobs[job as Job<Jobs>] as (input: unknown) => unknown;
      const result = await does(input);
      if (!isInParts(result)) {
        say({ done: result });
        return;
      }
      for await (const part of result) {
        const asked = once(port, 'message');
        say({ part });
        await asked;
      }
      say({ done: null });
    } catch (error) {
      // Elements within elements, or texts longer than there can be.
      const isTooLarge = error instanceof Error && error.name === 'RangeError';
      say(isTooLarge ? { refused: 'too-large' } : faultOf(error));
    }
  };
  port.on('message', (message: Task | More) => {
    if ('job' in message) void answerTo(message);
  });
  say(null);
}

function isInParts(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}

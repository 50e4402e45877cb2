import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { APART_REFUSALS, type ApartRefusal, BUDGET } from './budget.ts';
import type { InputOf, Job, ResultOf } from './jobs.ts';
import { Beginning, watch } from './watch.ts';

const THREADS = { least: 2, most: 4 } as const;
const MOST_WAITING = 200;
const IDLE_MS = 30_000;

/** What a thread gave, or why it gave nothing. */
export type Outcome<T> =
  | { readonly done: T }
  | { readonly refused: ApartRefusal; readonly message: string };

/**
 * Does a job on what authors wrote in a thread of its own, with an end to its time and memory: the thread is taken down with
 * what does not keep to them, and another takes its place. What the job itself throws is thrown here.
 */
export async function runApart<J extends Job>(
  job: J,
  input: InputOf<J>,
): Promise<Outcome<ResultOf<J>>> {
  const beginning = new Beginning();
  const over = new AbortController();
  const threadOf = (id: number) => pool().threads.find(({ threadId }) => threadId === id);
  const end = watch(beginning, threadOf, () => over.abort());
  try {
    const task = { job, input, shared: beginning.shared };
    return { done: (await pool().run(task, { signal: over.signal })) as ResultOf<J> };
  } catch (error) {
    const refused = over.signal.aborted ? 'too-long' : refusalOf(error);
    if (refused === null) throw error;
    return { refused, message: APART_REFUSALS[refused] };
  } finally {
    end();
  }
}

/** Null: a fault. */
function refusalOf(error: unknown): ApartRefusal | null {
  if (!(error instanceof Error)) return null;
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return 'too-large';
  if (error.message === 'Task queue is at limit') return 'busy';
  // Elements within elements, or texts longer than there can be.
  return error.name === 'RangeError' ? 'too-large' : null;
}

let made: Piscina | undefined;

/** One for a process, from its first job on; it keeps no process alive. */
function pool(): Piscina {
  // Tests run from the sources, as their packages do.
  const fromSources = import.meta.url.endsWith('.ts');
  if (made !== undefined) return made;
  made = new Piscina({
    filename: new URL(fromSources ? './thread.ts' : './thread.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.min(THREADS.most, Math.max(THREADS.least, availableParallelism())),
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: BUDGET.heapMb },
    env: {},
    ...(fromSources && { execArgv: ['--conditions=source'] }),
  });
  // A thread that fails once its task has been given up has nobody to tell.
  made.on('error', () => {});
  return made;
}

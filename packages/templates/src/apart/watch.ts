import type { Worker } from 'node:worker_threads';
import { BUDGET } from './budget.ts';

/** What a thread tells its pool while it works: who it is, and what it had taken of the processor before. */
export class Beginning {
  readonly shared: SharedArrayBuffer;
  readonly #numbers: Float64Array;

  constructor(shared = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#numbers = new Float64Array(shared);
  }

  /** Called by the thread, as it begins. */
  begin(threadId: number): void {
    this.#numbers[1] = total(process.threadCpuUsage());
    this.#numbers[0] = threadId;
  }

  /** Null: it still waits. */
  get threadId(): number | null {
    return this.#numbers[0] || null;
  }

  get cpuBefore(): number {
    return this.#numbers[1]!;
  }
}

const LOOK_MS = 100;

/** Calls `over` once what has begun took more than its budget. Gives what ends the watch. */
export function watch(
  beginning: Beginning,
  threadOf: (id: number) => Worker | undefined,
  over: () => void,
): () => void {
  let began: number | null = null;
  const look = async (): Promise<void> => {
    const id = beginning.threadId;
    const thread = id === null ? undefined : threadOf(id);
    if (thread === undefined) return;
    began ??= performance.now();
    if (performance.now() - began > BUDGET.wallMs) return over();
    const used = await thread.cpuUsage();
    if ((total(used) - beginning.cpuBefore) / 1_000 > BUDGET.cpuMs) over();
  };
  // A thread that ended meanwhile has no usage any more.
  const timer = setInterval(() => void look().catch(() => {}), LOOK_MS);
  return () => clearInterval(timer);
}

function total({ user, system }: NodeJS.CpuUsage): number {
  return user + system;
}

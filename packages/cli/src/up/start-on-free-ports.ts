import { isFree } from './claim-port.ts';
import type { Ports } from './ports.ts';

/** Of one start: a machine on which ports are lost more often has another trouble. */
const MOST_REPEATS = 3;

interface Start<T> {
  /** Chooses ports that are free now. */
  readonly settle: () => Promise<{ ports: Ports; release: () => Promise<void> }>;
  readonly start: (ports: Ports) => Promise<T>;
  /** Stops what was started, so that all can start again. */
  readonly stop: () => Promise<void>;
  readonly say: (text: string) => void;
}

/**
 * Starts on ports that were free when they were looked at. Where another program took one before a part listened, all starts
 * again on others: parts are told each other's ports, and links hold the API's.
 */
export async function startOnFreePorts<T>({ settle, start, stop, say }: Start<T>): Promise<T> {
  for (let repeats = 0; ; repeats++) {
    const { ports, release } = await settle();
    try {
      return await start(ports);
    } catch (error) {
      await stop();
      const lost = await takenOf(ports);
      if (lost.length === 0 || repeats === MOST_REPEATS) throw error;
      await release();
      say(
        `another program took port ${lost.join(' and ')} in this moment: everything starts again`,
      );
    }
  }
}

/** Asked when nothing of ours runs: what is taken then is another's. */
async function takenOf(ports: Ports): Promise<number[]> {
  const taken: number[] = [];
  for (const port of Object.values(ports)) if (!(await isFree(port))) taken.push(port);
  return taken;
}

import { inspect } from 'node:util';
import { Dice } from './dice.ts';
import type { Ground, OpenTarget, Target } from './target.ts';

/** Of the processor, for one answer. */
const MOST_CPU_MS = 1_000;
/** Other work on the machine slows an answer; what is slow by itself is so each time. */
const LOOKS_AGAIN = 2;
const SHOWN = 2_000;

/** One input that was not answered as it should be. */
export interface Fault {
  /** Draws the very input again. */
  readonly seed: number;
  readonly what: string;
  /** Cut short. */
  readonly input: string;
}

export interface Fuzzed {
  readonly cases: number;
  /** Of the processor, in milliseconds. */
  readonly slowest: number;
  readonly fault: Fault | null;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly seconds: number;
  /** However long they take: on a busy machine seconds may be no more than the first few. */
  readonly atLeast?: number;
  readonly ground: Ground;
}

/** Throws drawn inputs at a target until the time is over, or one is not answered as it should be. */
export async function fuzz(
  target: Target,
  { seed, seconds, atLeast = 1, ground }: FuzzOptions,
): Promise<Fuzzed> {
  const open = await target.open(ground);
  const lost: unknown[] = [];
  const lose = (error: unknown): void => void lost.push(error);
  process.on('unhandledRejection', lose);
  const until = performance.now() + seconds * 1_000;
  let [cases, slowest] = [0, 0];
  try {
    // The first is always tried, so that a seed that failed can be tried alone.
    do {
      const caseSeed = seed + cases;
      const input = target.draw(new Dice(caseSeed));
      const { what, cpuMs } = await tryOne(open, input);
      cases += 1;
      slowest = Math.max(slowest, cpuMs);
      const wrong = what ?? (lost.length > 0 ? `nobody took ${crashed(lost[0])}` : null);
      if (wrong !== null) {
        return { cases, slowest, fault: { seed: caseSeed, what: wrong, input: shown(input) } };
      }
    } while (performance.now() < until || cases < atLeast);
    return { cases, slowest, fault: null };
  } finally {
    process.off('unhandledRejection', lose);
    await open.close?.();
  }
}

async function tryOne(
  open: OpenTarget<unknown>,
  input: unknown,
): Promise<{ what: string | null; cpuMs: number }> {
  const elsewhere = (): number => open.cpuElsewhere?.() ?? 0;
  let least = Infinity;
  for (let i = 0; i <= LOOKS_AGAIN && least > MOST_CPU_MS; i++) {
    const [before, there] = [process.cpuUsage(), elsewhere()];
    const what = await open.answer(input).catch(crashed);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000 + elsewhere() - there);
    if (what !== null) return { what, cpuMs: least };
  }
  const isSlow = least > MOST_CPU_MS;
  return { what: isSlow ? `took ${Math.round(least)} ms of the processor` : null, cpuMs: least };
}

/** What is nested too deep for JSON is shown as far as it goes: a fault is not lost with its input. */
function shown(input: unknown): string {
  try {
    return JSON.stringify(input).slice(0, SHOWN);
  } catch {
    return inspect(input, { maxStringLength: 200, maxArrayLength: 5 }).slice(0, SHOWN);
  }
}

function crashed(error: unknown): string {
  return `crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

import { readFile } from 'node:fs/promises';

/** What a part of the work costs the machine: its name, and the processes that do it. */
export interface Worker {
  readonly name: string;
  readonly pids: () => Promise<readonly number[]>;
}

/** Seconds of processor time that each has used so far, by name; 0 where the system does not tell (not Linux). */
export async function cpuOf(workers: readonly Worker[]): Promise<ReadonlyMap<string, number>> {
  const used = new Map<string, number>();
  for (const { name, pids } of workers) {
    const seconds = await Promise.all((await pids()).map(cpuSeconds));
    used.set(
      name,
      seconds.reduce((sum, each) => sum + each, 0),
    );
  }
  return used;
}

const TICKS_PER_SECOND = 100;

/** User and system time of a process with all of its threads (proc(5): fields 14 and 15). */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name may hold blanks: fields are counted after its bracket.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? 0 : (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** `CPU each: sender 310 µs, PostgreSQL 160 µs, mail server 120 µs`, for `count` of something between two looks. */
export function describeCpu(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  count: number,
): string {
  const parts = [...after].map(([name, seconds]) => {
    const micros = ((seconds - before.get(name)!) * 1_000_000) / count;
    return `${name} ${Math.round(micros)} µs`;
  });
  return `  CPU for each: ${parts.join(', ')}`;
}

import { readFile, writeFile } from 'node:fs/promises';

/** Resident memory of a process in megabytes, now and at its peak; null where the system does not tell (not Linux). */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const megabytes = (name: string): number | null => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status ?? '')?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  };
  const [now, peak] = [megabytes('VmRSS'), megabytes('VmHWM')];
  return now === null || peak === null ? null : { now, peak };
}

/** Watches this process's memory over `count` steps of one work. */
export async function watchMemory(
  count: number,
): Promise<{ step(): void; describe(): Promise<string> }> {
  // proc(5): the peak is counted anew from here. Where that may not be written, it holds what was before, too.
  await writeFile('/proc/self/clear_refs', '5').catch(() => {});
  const tenth = Math.ceil(count / 10);
  let done = 0;
  let early: ReturnType<typeof memoryOf> = Promise.resolve(null);
  return {
    step() {
      done += 1;
      if (done === tenth) early = memoryOf(process.pid);
    },
    async describe() {
      const [first, last] = [await early, await memoryOf(process.pid)];
      const of = (megabytes: number | undefined): string => `${Math.round(megabytes ?? 0)} MB`;
      return `  memory: ${of(first?.now)} after a tenth, ${of(last?.now)} at the end, peak ${of(last?.peak)}`;
    },
  };
}

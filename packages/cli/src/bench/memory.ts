import { readFile } from 'node:fs/promises';

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

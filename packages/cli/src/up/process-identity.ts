import { readFileSync } from 'node:fs';

/** Tells a process from a later one of the same number: its pid, and when it began, in ticks since boot (Linux), or ''. */
export function identityOf(pid: number): string {
  return `${pid}@${statOf(pid)[19] ?? ''}`;
}

/** Whether the process with this identity still runs. */
export function stillRuns(identity: string): boolean {
  const pid = Number(identity.split('@')[0]);
  return isAlive(pid) && identityOf(pid) === identity;
}

/** Whether there is a process of this number. One that has ended counts as gone also where nobody collects it (containers). */
export function isAlive(pid: number): boolean {
  try {
    if (pid <= 0) return false;
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statOf(pid)[0] !== 'Z';
}

/** The fields of /proc/<pid>/stat from the state on; none where there is no /proc. The name before them may hold anything. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

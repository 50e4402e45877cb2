import { cpuOf, describeCpu, type Worker } from './cpu.ts';
import type { Scratch } from './scratch.ts';

/** Does work that writes `count` of something, and says what each cost: processor time, and bytes of the database's log. */
export async function costOf<Done>(
  { db }: Scratch,
  workers: readonly Worker[],
  count: number,
  work: () => Promise<Done>,
): Promise<{ done: Done; cost: string }> {
  const logged = async (): Promise<number> => {
    const [row] = await db.sql.rows<{ at: number }>(
      "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS at",
    );
    return row!.at;
  };
  const before = { cpu: await cpuOf(workers), log: await logged() };
  const done = await work();
  const cpu = describeCpu(before.cpu, await cpuOf(workers), count);
  const bytes = Math.round(((await logged()) - before.log) / count).toLocaleString('en');
  return { done, cost: `${cpu}; ${bytes} bytes of WAL` };
}

import process from 'node:process';
import type { Worker } from './cpu.ts';
import type { Scratch } from './scratch.ts';

/** Whose processor time counts where a campaign goes out: this process, the database, and the process that takes it. */
export function sendersOf(
  { db }: Scratch,
  taker: { readonly name: string; readonly pid: number },
): Worker[] {
  return [
    { name: 'sender', pids: async () => [process.pid] },
    {
      name: 'PostgreSQL',
      pids: async () => {
        const rows = await db.sql.rows<{ pid: number }>('SELECT pid FROM pg_stat_activity');
        return rows.map(({ pid }) => pid);
      },
    },
    { name: taker.name, pids: async () => [taker.pid] },
  ];
}

import process from 'node:process';
import type { Worker } from './cpu.ts';
import type { Scratch } from './scratch.ts';

/** Whose processor time counts where a campaign goes out: this process, the database, and the process that takes it. */
export function sendersOf(
  { db }: Pick<Scratch, 'db'>,
  taker: { readonly name: string; readonly pid: number },
): Worker[] {
  return [
    { name: 'sender', pids: async () => [process.pid] },
    databaseOf(db),
    { name: taker.name, pids: async () => [taker.pid] },
  ];
}

/** All processes of the database that are there when it is asked. */
export function databaseOf(db: Scratch['db']): Worker {
  return {
    name: 'PostgreSQL',
    pids: async () => {
      const rows = await db.sql.rows<{ pid: number }>('SELECT pid FROM pg_stat_activity');
      return rows.map(({ pid }) => pid);
    },
  };
}

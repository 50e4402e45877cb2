import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@adieu/db';
import { createMailIn } from '@adieu/intake';
import { pino } from 'pino';
import type { RunningWorker } from './worker.ts';

export const DOMAIN = 'leave.example.test';

export interface StartedMailIn {
  readonly port: number;
  close(): Promise<void>;
}

/** mail-in by SMTP, on the record of a running worker. */
export async function startMailIn({ test, org }: RunningWorker): Promise<StartedMailIn> {
  const db = await openDatabase({ url: test.url });
  const server = createMailIn({
    db,
    ring: org.ring,
    log: pino({ level: 'silent' }),
    mailDomain: DOMAIN,
    clock: () => new Date(),
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await db.close();
    },
  };
}

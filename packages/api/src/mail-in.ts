import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '@adieu/db';
import {
  createMailIn,
  keepLimitCounts,
  keepReadingMail,
  keepReadingMailbox,
  renewCertificate,
} from '@adieu/intake';
import { type MailInEnvironment, readMailInEnvironment } from './mail-in/environment.ts';
import { onRenewal } from './mail-in/mail-certificate.ts';
import { createLog } from './server/log.ts';
import { untilStopped } from './until-stopped.ts';

async function main(env: MailInEnvironment): Promise<void> {
  const stopped = untilStopped();
  const log = createLog('mail-in', env.logLevel);
  const db = await openDatabase({
    url: env.databaseUrl,
    maxConnections: 8,
    onConnectionLost: () => log.warn('a database connection was lost'),
  });
  const { authservIds, certificateFiles, mailboxes, mailDomain, ring, smtp } = env;
  const deps = { db, ring, log, mailDomain, authservIds, clock: () => new Date() };
  const reader = keepReadingMail(deps);
  const onStored = (): void => reader.soon();
  const limits = keepLimitCounts(deps);
  const onLimit = limits.meets;
  const server = createMailIn({ ...deps, smtp, onStored, onLimit });
  const read = mailboxes.map((each) => keepReadingMailbox({ ...deps, onStored }, each));
  const unwatch =
    certificateFiles === null
      ? null
      : onRenewal(certificateFiles, { log, renew: (each) => renewCertificate(server, each) });
  const listener = server.listen(env.port, env.host);
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  log.info({ port }, 'ready');
  process.send?.({ type: 'ready', port });
  await stopped;
  unwatch?.();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.all(read.map((each) => each.stop()));
  await reader.stop();
  await limits.stop();
  await db.close();
  log.info('stopped');
}

try {
  await main(readMailInEnvironment(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The channel to whoever started us would hold the process.
process.exit();

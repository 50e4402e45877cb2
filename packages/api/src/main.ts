import type { AddressInfo } from 'node:net';
import { openDatabase } from '@adieu/db';
import { type Environment, readEnvironment } from './environment.ts';
import { offerSetup } from './offer-setup.ts';
import { createApp } from './server/create-app.ts';
import { createLog } from './server/log.ts';
import { watchCertificate } from './server/watch-certificate.ts';
import { untilStopped } from './until-stopped.ts';

async function main(env: Environment): Promise<void> {
  const stopped = untilStopped();
  const log = createLog('api', env.logLevel);
  const db = await openDatabase({
    url: env.databaseUrl,
    onConnectionLost: () => log.warn('a database connection was lost'),
  });
  const clock = (): Date => new Date();
  const app = await createApp({ ...env, db, log, clock });
  await app.listen({ host: env.host, port: env.port });
  const { port } = app.server.address() as AddressInfo;
  log.info({ port }, 'ready');
  const setup = await offerSetup(db, env.installation.publicUrl, clock());
  if (process.send !== undefined) process.send({ type: 'ready', port, setup });
  // Not by the log, which may be collected: whoever starts the first time reads it here.
  else if (setup !== null) console.log(`Adieu is empty. Set it up at ${setup}`);
  const { production, publicUrl } = env.installation;
  const unwatch = production ? watchCertificate(publicUrl, { log, clock }) : null;
  await stopped;
  unwatch?.();
  await app.close();
  await db.close();
  log.info('stopped');
}

try {
  await main(readEnvironment(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The channel to whoever started us would hold the process.
process.exit();

import { join } from 'node:path';
import { openDatabase } from '@adieu/db';
import { rateLimits, shortUrlOf } from '@adieu/domain';
import {
  createOutbound,
  createSigner,
  openMail,
  openSmsGateways,
  signingTransport,
} from '@adieu/gateways';
import { loggableError } from '@adieu/keys';
import { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { connectWhenReady } from './connect.ts';
import { createWorker } from './create-worker.ts';
import { ensureSchedules } from './ensure-schedules.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { rememberOwners } from './mail/remember-owners.ts';
import { createDeliver } from './relay/deliver.ts';
import { runRelay } from './relay/run-relay.ts';
import { runWebhookWatch } from './webhooks/run-webhook-watch.ts';

const BUNDLE = join(import.meta.dirname, 'workflow-bundle.js');

async function main(env: Environment): Promise<void> {
  const log = pino({
    name: 'worker',
    level: env.LOG_LEVEL,
    serializers: { err: loggableError },
  });
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => {
      log[level === 'ERROR' ? 'error' : 'warn'](message);
    }),
    // The order of shutdown is ours, below.
    shutdownSignals: [],
  });
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
  process.once('disconnect', () => stopping.abort());

  const db = await openDatabase({
    url: env.DATABASE_URL,
    onConnectionLost: () => log.warn('a database connection was lost'),
  });
  const connection = await connectWhenReady(
    { address: env.TEMPORAL_ADDRESS, ...env.temporalSecurity },
    log,
    stopping.signal,
  );
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE });
  const clock = (): Date => new Date();
  const mail = signingTransport(
    openMail(env.SMTP_URL, {
      poolSize: env.SMTP_POOL_SIZE,
      providers: env.mailProviders,
      clock,
      log,
    }),
    createSigner(env.dkimKeys, env.MAIL_DOMAIN, rememberOwners(db.sql, clock)),
    clock,
  );
  if (env.dkimKeys.length === 0) log.info('mail is signed (DKIM) by the mail server, not here');
  const sms = openSmsGateways(env.smsGateways, clock);
  const outbound = createOutbound({ allow: env.OUTBOUND_ALLOW });
  const smsLinks = {
    shortUrl: shortUrlOf(env.PUBLIC_URL, env.SHORT_LINK_HOST),
    shortCodes: env.SMS_SHORT_CODES,
  };
  const links = { publicUrl: env.PUBLIC_URL, mailDomain: env.MAIL_DOMAIN };
  const authservIds = env.MAIL_IN_AUTHSERV_IDS;
  const limits = rateLimits(env.SEND_RATE, env.SEND_RATE_BY_DOMAIN);
  const worker = await createWorker(
    {
      db,
      ring: env.ring,
      client,
      mail,
      sms,
      outbound,
      smsLinks,
      log,
      links,
      clock,
      limits,
      authservIds,
    },
    { connection, namespace: env.TEMPORAL_NAMESPACE, workflowBundle: { codePath: BUNDLE } },
  );
  await ensureSchedules(client);

  stopping.signal.addEventListener('abort', () => worker.shutdown());
  log.info('ready');
  process.send?.({ type: 'ready' });
  // The relay ends first, so that nothing new is started for a worker that goes away.
  const deliver = createDeliver(client);
  await Promise.all([
    worker.run(),
    runRelay({ db, deliver, log, clock }, stopping.signal),
    runWebhookWatch({ db, deliver, log, clock }, stopping.signal),
  ]);
  mail.close();
  await sms.close();
  await outbound.close();
  await connection.close();
  await db.close();
  log.info('stopped');
}

try {
  await main(readEnvironment(process.env));
  process.exitCode = 0;
} catch (error) {
  const aborted = error instanceof Error && error.name === 'AbortError';
  if (!aborted) console.error(error instanceof Error ? error.message : error);
  process.exitCode = aborted ? 0 : 1;
}
// Sockets of a pool that is still connecting would hold the process.
process.exit();

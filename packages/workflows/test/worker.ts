import { join } from 'node:path';
import {
  createTestDatabase,
  type Seed,
  seed,
  type TestDatabase,
  testTemporal,
  type TestTemporal,
} from '@adieu/testkit';
import { Client } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  type WorkflowBundle,
} from '@temporalio/worker';
import { pino } from 'pino';
import type { ActivityDeps } from '../src/activities/activity-deps.ts';
import { createWorker } from '../src/create-worker.ts';
import { createOutbound, openMail, openSmsGateways, parseAllowedNetworks } from '@adieu/gateways';
import { createDeliver } from '../src/relay/deliver.ts';
import { runRelay } from '../src/relay/run-relay.ts';
import { runWebhookWatch } from '../src/webhooks/run-webhook-watch.ts';

export interface RunningWorker {
  readonly test: TestDatabase;
  readonly org: Seed;
  readonly client: Client;
  /** Stops the worker and the relay; `start` brings up new ones on the same record. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const log = pino({ level: 'silent' });
Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

let bundle: Promise<WorkflowBundle> | undefined;

/** The workflow code, bundled from its sources once for a test file. */
export function workflowBundle(): Promise<WorkflowBundle> {
  bundle ??= bundleOf('src/workflows/index.ts');
  return bundle;
}

/** Workflow code of any file of this package, bundled as the product's is. */
export function bundleOf(file: string): Promise<WorkflowBundle> {
  return bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, '..', file),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['source', '...'] },
    }),
  });
}

/** Worker and relay as `worker.ts` runs them, in this process, on a database and a namespace of their own. */
export async function runWorker(options: {
  /** Of one mail server, or of several in order. */
  smtpUrl: string | readonly string[];
  poolSize?: number;
  staffReviewSeconds?: number;
  clock?: () => Date;
  limits?: ActivityDeps['limits'];
  sms?: ActivityDeps['sms'];
  /** Another Temporal than the run's. */
  temporal?: TestTemporal;
  /** What activities get instead: the place to let something break. */
  deps?: (deps: ActivityDeps) => ActivityDeps;
}): Promise<RunningWorker> {
  const [test, temporal] = await Promise.all([
    createTestDatabase(),
    options.temporal ?? testTemporal(),
  ]);
  const org = await seed(
    test.db,
    options.staffReviewSeconds === undefined
      ? {}
      : { staffReviewSeconds: options.staffReviewSeconds },
  );
  const connection = await NativeConnection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const clock = options.clock ?? ((): Date => new Date());
  const mail = openMail([options.smtpUrl].flat(), { poolSize: options.poolSize ?? 5, clock, log });
  const links = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };
  const { limits = null, sms = openSmsGateways([]) } = options;
  const outbound = createOutbound({ allow: parseAllowedNetworks('127.0.0.1') });
  const smsLinks = { shortUrl: 'https://no-s.example/s/', shortCodes: {} };
  const deps = {
    db: test.db,
    ring: org.ring,
    client,
    mail,
    sms,
    outbound,
    smsLinks,
    log,
    links,
    clock,
    limits,
  };
  let stop = async (): Promise<void> => {};
  const start = async (): Promise<void> => {
    const worker = await createWorker(options.deps?.(deps) ?? deps, {
      connection,
      namespace: temporal.namespace,
      workflowBundle: await workflowBundle(),
    });
    const stopping = new AbortController();
    const relaying = { db: test.db, deliver: createDeliver(client), log, clock: () => new Date() };
    const relay = Promise.all([
      runRelay(relaying, stopping.signal),
      runWebhookWatch({ ...relaying, clock }, stopping.signal),
    ]);
    const running = worker.run();
    stop = async () => {
      stopping.abort();
      worker.shutdown();
      await Promise.all([relay, running]);
      stop = async () => {};
    };
  };
  await start();
  return {
    test,
    org,
    client,
    start,
    stop: () => stop(),
    async close() {
      await stop();
      mail.close();
      await sms.close();
      await outbound.close();
      await connection.close();
      await test.close();
    },
  };
}

import { type DemoSetting, loadDemo } from '../demo/load-demo.ts';
import type { Environment } from '../environment.ts';
import { removeFirstRound } from '../demo/first-round.ts';
import { Failure } from '../failure.ts';
import { makePagesSecret } from '../pages-secret-file.ts';
import { ensureCertificate } from './certificate.ts';
import { type DataFolder, DEFAULT_DATA, makeDataFolder } from './data-folder.ts';
import {
  type DemoEndpoints,
  type Endpoints,
  publishEndpoints,
  withdrawEndpoints,
} from './endpoints.ts';
import { ensureKeysFile } from './keys-file.ts';
import { takeLock } from './lock.ts';
import type { Printer } from './log/printer.ts';
import { startOuterParts } from './outer-parts.ts';
import type { Ports } from './ports.ts';
import { graphqlUrl, processEnvironment } from './process-environment.ts';
import { ENTRIES, type ProcessName, processService } from './processes.ts';
import { readyTable } from './ready-table.ts';
import { noteStarted, settlePorts } from './saved-ports.ts';
import { startOnFreePorts } from './start-on-free-ports.ts';
import { watchSetup } from './watch-setup.ts';
import type { Supervisor } from './supervisor.ts';

export interface StartOptions {
  readonly data: string;
  readonly demo: boolean;
  readonly environment: Environment;
  readonly printer: Printer;
}

/** Starts everything and publishes where it is. What must be undone when all is stopped is added to `cleanUp`. */
export async function startEverything(
  options: StartOptions,
  supervisor: Supervisor,
  cleanUp: (() => Promise<void>)[],
): Promise<void> {
  const { environment: given, printer, data } = options;
  const began = performance.now();
  const folder = await makeDataFolder(data);
  cleanUp.push(await takeLock(folder, supervisor.reaperPid));
  await withdrawEndpoints(folder);
  cleanUp.push(() => withdrawEndpoints(folder));
  for (const path of [folder.endpoints, folder.lock]) supervisor.removeAfter(path);
  const endpoints = await startOnFreePorts({
    settle: async () => {
      const settled = await settlePorts(folder, given, printer);
      cleanUp.push(settled.release);
      return settled;
    },
    start: (ports) => startParts(options, supervisor, folder, ports),
    stop: () => supervisor.stopAll(),
    say: (text) => printer.say(text, 'warning'),
  });
  await noteStarted(folder);
  await publishEndpoints(folder, endpoints);
  const { setup, ...begun } = endpoints;
  if (setup !== undefined)
    cleanUp.push(await watchSetup(endpoints.database, () => publishEndpoints(folder, begun)));
  printer.plain(readyTable(endpoints, folder.endpoints, folder.root === DEFAULT_DATA));
  printer.say(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

async function startParts(
  options: StartOptions,
  supervisor: Supervisor,
  folder: DataFolder,
  ports: Ports,
): Promise<Endpoints> {
  const { environment: given, printer } = options;
  const keysFile = await ensureKeysFile(folder, given.KEYS_FILE);
  const pagesSecretFile = given.PAGES_SECRET_FILE ?? folder.pagesSecret;
  if (given.PAGES_SECRET_FILE === undefined) await makePagesSecret(pagesSecretFile);
  const certificate = await ensureCertificate(folder);
  const outer = await startOuterParts({ given, folder, ports, supervisor, printer });
  const publicUrl = given.PUBLIC_URL ?? `https://localhost:${ports.api}`;
  await removeFirstRound(folder.graphiql);
  const graphiqlFile = folder.graphiql;
  const places = {
    ...outer,
    publicUrl,
    keysFile,
    pagesSecretFile,
    certificate,
    graphiqlFile,
    ports,
    otherData: folder.root === DEFAULT_DATA ? null : folder.root,
  };
  const env = processEnvironment(given, places);
  const names = Object.keys(ENTRIES) as ProcessName[];
  let setup: string | null = null;
  const told = (message: { readonly setup?: string | null }): void => {
    setup = message.setup ?? setup;
  };
  await Promise.all(names.map((name) => supervisor.start({ ...processService(name, env), told })));
  const graphql = graphqlUrl(ports.api);
  const {
    databaseUrl: database,
    mailbox,
    mailboxApi,
    handset,
    temporalUi,
    temporalAddress,
  } = outer;
  const say = (text: string): void => printer.say(text);
  const hasHandset = handset !== null;
  const loaded = options.demo
    ? await demo({ databaseUrl: database, graphql, folder, hasHandset, say })
    : null;
  return {
    ...(setup !== null && loaded === null && { setup }),
    graphql,
    graphiql: given.GRAPHIQL === 'off' ? null : `http://localhost:${ports.api}/graphiql`,
    preferenceCenter: publicUrl,
    mailbox,
    mailboxApi,
    handset,
    temporalUi,
    smtpIn: `localhost:${ports.mailIn}`,
    publicUrl,
    caCertificate: given.TLS_CERT_FILE ?? certificate.certFile,
    database,
    temporal: temporalAddress,
    keysFile,
    pid: process.pid,
    demo: loaded,
  };
}

async function demo(setting: DemoSetting): Promise<DemoEndpoints> {
  try {
    return await loadDemo(setting);
  } catch (cause) {
    const message = `the demo could not be loaded: ${(cause as Error).message}. Without it: npm start -- --no-demo`;
    throw new Failure(message, { cause });
  }
}

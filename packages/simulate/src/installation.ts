import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  aborted,
  createSupervisor,
  dataFolder,
  type Endpoints,
  type Environment,
  type Printer,
  readEndpoints,
  startEverything,
} from '@adieu/cli';
import { HANDSET } from '@adieu/domain';
import { quietPrinter } from './quiet-printer.ts';

/** An Adieu of the simulation's own: every process of `npm start`, on a data folder that is gone afterwards. */
export interface OwnInstallation {
  readonly endpoints: Endpoints;
}

interface InstallationOptions {
  readonly temporalCli: string | undefined;
  /** Where it hands its mail over. */
  readonly smtpUrl: string;
  /** Where it hands SMS over; the handset of `npm start` where it sends none. */
  readonly smsGateway: { readonly url: string; readonly secret: string } | null;
  readonly printer: Printer;
  readonly verbose: boolean;
  /** Aborted: everything is to be stopped. */
  readonly stop: AbortSignal;
  /** Is given the way to end all of it at once. */
  readonly onKillable: (kill: () => void) => void;
}

/** Starts it, does the work, and stops it again however the work ends. Gives null where it was asked to stop before. */
export async function withOwnInstallation<T>(
  options: InstallationOptions,
  work: (installation: OwnInstallation) => Promise<T>,
): Promise<T | null> {
  const { temporalCli, smtpUrl, smsGateway, printer, verbose, stop, onKillable } = options;
  const shown = verbose ? printer : quietPrinter(printer);
  const data = await mkdtemp(join(tmpdir(), 'adieu-simulate-'));
  const supervisor = createSupervisor(shown);
  onKillable(() => supervisor.kill());
  supervisor.removeAfter(data);
  const cleanUp: (() => Promise<void>)[] = [];
  const environment: Environment = {
    SMTP_URL: smtpUrl,
    ...(smsGateway !== null && { SMS_GATEWAYS_FILE: await gatewaysFile(data, smsGateway) }),
    LOG_LEVEL: 'warn',
    // The played programs stand in for a reverse proxy, which says where each of them sits.
    TRUSTED_PROXIES: 'loopback',
    ...(temporalCli !== undefined && { TEMPORAL_CLI: temporalCli }),
  };
  const running = (async () => {
    await startEverything({ data, demo: false, environment, printer: shown }, supervisor, cleanUp);
    const endpoints = await readEndpoints(dataFolder(data));
    return work({ endpoints: endpoints! });
  })();
  try {
    return await Promise.race([running, aborted(stop).then(() => null)]);
  } finally {
    await supervisor.stop();
    // A run that is given up half way fails in whatever it was about; nobody needs to be told.
    await running.catch(() => {});
    for (const undo of cleanUp.toReversed()) await undo();
    await rm(data, { recursive: true, force: true });
  }
}

/** As somebody who runs Adieu configures it. It holds a secret: nobody else may read it. */
async function gatewaysFile(
  data: string,
  gateway: { readonly url: string; readonly secret: string },
): Promise<string> {
  const file = join(data, 'sms-gateways.json');
  const entry = { name: HANDSET, kind: 'handset', senders: ['*'], ...gateway };
  await writeFile(file, JSON.stringify([entry]), { mode: 0o600 });
  return file;
}

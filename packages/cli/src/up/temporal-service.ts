import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TemporalSecurity } from '@adieu/keys';
import { Connection } from '@temporalio/client';
import { Failure } from '../failure.ts';
import { type DataFolder, makePrivateFolder } from './data-folder.ts';
import type { Service } from './service.ts';

const HOST = '127.0.0.1';
/** PostgreSQL is the record, so the dev server's file may be written lazily: five times as many workflows a second. */
const PRAGMAS = ['journal_mode=wal', 'synchronous=normal'];

/** Temporal's dev server with its file in the data folder. */
export async function temporalService(
  folder: DataFolder,
  options: { binary: string; namespace: string; port: number; uiPort: number },
): Promise<Service> {
  const { binary, namespace, port, uiPort } = options;
  await makePrivateFolder(folder.temporal);
  // The dev server does not bring an older file up to date: each version keeps one of its own. What it held comes
  // back from PostgreSQL by the reconciler.
  const file = join(folder.temporal, `${await serverVersion(binary)}.db`);
  const ports = ['--ip', HOST, '--port', String(port), '--ui-port', String(uiPort)];
  const store = [
    '--db-filename',
    file,
    ...PRAGMAS.flatMap((pragma) => ['--sqlite-pragma', pragma]),
  ];
  const quiet = [
    '--log-level',
    'error',
    '--ui-disable-news-fetch',
    '--disable-config-file',
    '--disable-config-env',
  ];
  return {
    name: 'temporal',
    command: binary,
    args: ['server', 'start-dev', ...ports, ...store, '--namespace', namespace, ...quiet],
    probe: () => servesNamespace({ address: `${HOST}:${port}` }, namespace),
    // Its greeting names addresses that our own table names better.
    hide: isOfNoUse,
  };
}

const LOUD = /level=(ERROR|error|FATAL|fatal)|"level":"(error|fatal)"|[Ee]rror:/;

/** What is no error, and what it says of calls that were given up because it was told to stop. */
export const isOfNoUse = (line: string): boolean =>
  !LOUD.test(line) || /context canceled/i.test(line);

/** host:port, and how it is spoken to. */
type Place = { readonly address: string } & TemporalSecurity;

/** Fails with what is wrong where a server of somebody else's cannot be used. */
export async function checkOwnTemporal(to: Place, namespace: string): Promise<void> {
  try {
    await askForNamespace(to, namespace);
  } catch (cause) {
    throw new Failure(
      `Temporal at ${to.address} (TEMPORAL_ADDRESS) does not answer for the namespace ${namespace}: ${reasonOf(cause)}`,
      { cause },
    );
  }
}

async function serverVersion(binary: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version']);
    const version = /Server ([\w.-]+)/.exec(stdout)?.[1];
    if (version !== undefined) return version;
    throw new Error(`it says ${stdout.trim()}`);
  } catch (cause) {
    throw new Failure(
      `the Temporal binary ${binary} does not tell its version: ${(cause as Error).message}. npm start finds or builds one; ` +
        `TEMPORAL_CLI names one, TEMPORAL_ADDRESS a server of your own`,
      { cause },
    );
  }
}

async function servesNamespace(to: Place, namespace: string): Promise<boolean> {
  try {
    await askForNamespace(to, namespace);
    return true;
  } catch {
    return false;
  }
}

async function askForNamespace(to: Place, namespace: string): Promise<void> {
  const connection = await Connection.connect({ ...to, connectTimeout: 2_000 });
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } finally {
    await connection.close();
  }
}

/** What the server or the handshake said; where nothing came that is a matter of TLS as often as of the address. */
function reasonOf(cause: unknown): string {
  const { details, message } = cause as { details?: string; message?: string };
  return details || message || 'no answer. Is it spoken to by TLS (TEMPORAL_TLS)?';
}

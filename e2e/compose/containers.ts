import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@adieu/testkit/postgres';
import { startTemporal } from '@adieu/testkit/temporal';
import { until } from '@adieu/testkit/until';
import { type ComposeService, readCompose, readDotenv } from './compose-file.ts';
import { dockerShim } from './docker-shim.ts';
import { moved, placesOf, portsOf } from './places.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY_WITHIN_MS = 120_000;

/** What docker-compose.yml says, run as plain processes of this machine. */
export interface Containers {
  /** All that the services have printed. */
  said(): string;
  /** Where the api answers: the container's port 4000. */
  readonly api: string;
  readonly mailboxApi: string;
  /** For a shell that types the commands of the set-up page: `docker compose exec` runs in these processes' environments. */
  readonly shell: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/**
 * Starts our services by the very commands and variables of docker-compose.yml, in its order. What containers have of their
 * own is put in its place: their names, ports and volumes become addresses of the loopback and folders.
 */
export async function runContainers(): Promise<Containers> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-compose-'));
  const [postgres, temporal] = await Promise.all([startPostgres(), startTemporal()]);
  const children: ChildProcess[] = [];
  const lines: string[] = [];
  const stop = async (): Promise<void> => {
    for (const child of children.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await Promise.all([postgres.stop(), temporal.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const superuser = new URL(await postgres.createDatabase('adieu'));
    const ports = await portsOf(['4000', '4100', '2525', '1025', '1080']);
    const here = placesOf({ folder, postgres: superuser.host, temporal: temporal.address, ports });
    const dotenv = readDotenv({
      POSTGRES_PASSWORD: decodeURIComponent(superuser.password),
      POSTGRES_OWNER_PASSWORD: 'of-the-owner',
      POSTGRES_ENGINE_PASSWORD: 'of-the-engine',
    });
    for (const name of ['keys', 'pages']) await mkdir(join(folder, name));
    const services = new Map(
      [...readCompose(dotenv)].map(([name, service]) => [name, moved(name, service, here, ports)]),
    );
    await makeRoles(services.get('database-roles')!, superuser);
    for (const name of ['keys', 'pages-secret', 'migrate']) await runOnce(services.get(name)!);
    for (const name of ['mailbox', 'preference-center', 'api', 'mail-in', 'worker'])
      children.push(start(name, services.get(name)!, lines));
    const api = `http://127.0.0.1:${ports['4000']}`;
    const mailboxApi = `http://127.0.0.1:${ports['1080']}/api`;
    const gone = (): boolean => children.some(({ exitCode }) => exitCode !== null);
    await until(async () => {
      if (gone()) throw new Error('a service ended');
      return (await answers(`${api}/readyz`)) && answers(`${mailboxApi}/email`);
    }, READY_WITHIN_MS);
    const bin = join(folder, 'bin');
    await mkdir(bin);
    await writeFile(join(bin, 'docker'), dockerShim(services, here));
    await chmod(join(bin, 'docker'), 0o755);
    const path = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter);
    return {
      said: () => lines.join(''),
      api,
      mailboxApi,
      shell: { ...process.env, PATH: path },
      stop,
    };
  } catch (cause) {
    await stop();
    throw new Error(`the services did not start; they said:\n${lines.join('').slice(-4_000)}`, {
      cause,
    });
  }
}

/** By compose's own script. */
async function makeRoles(service: ComposeService, superuser: URL): Promise<void> {
  const [shell, ...flags] = service.entrypoint;
  const { hostname, port } = superuser;
  const env = { ...process.env, ...service.environment, PGHOST: hostname, PGPORT: port };
  await promisify(execFile)(shell!, [...flags, ...service.command], { env });
}

async function runOnce({
  command: [program, ...args],
  environment,
}: ComposeService): Promise<void> {
  await promisify(execFile)(programOf(program!), args, { cwd: ROOT, env: clean(environment) });
}

function start(name: string, service: ComposeService, lines: string[]): ChildProcess {
  const [program, ...args] = service.command;
  const child = spawn(programOf(program!), args, {
    cwd: ROOT,
    env: clean(service.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => lines.push(`${name}: ${chunk.toString()}`));
  return child;
}

const programOf = (program: string): string => (program === 'node' ? process.execPath : program);

/** Nothing of the tests' own environment: a container has none of it. */
const clean = (environment: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_ENV: 'production',
  ...environment,
});

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

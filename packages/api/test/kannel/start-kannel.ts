import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@adieu/testkit/free-port';
import { until } from '@adieu/testkit/until';
import { kannelConfig, type KannelPorts } from './kannel-config.ts';

const FAKE_SMSC = '/usr/lib/kannel/test/fakesmsc';

/** Null where it can run; else what is missing. */
export function missingKannel(): string | null {
  for (const [program, debian] of [
    ['/usr/sbin/bearerbox', 'kannel'],
    ['/usr/sbin/smsbox', 'kannel'],
    [FAKE_SMSC, 'kannel-extras'],
  ] as const)
    if (!existsSync(program)) return `${program} (Debian's package ${debian})`;
  return null;
}

export interface Kannel {
  readonly ports: KannelPorts;
  /** The SMSC of Kannel's tests: brings `most` messages in, and takes all that go out. */
  smsc(messages: readonly string[], most: number, more?: readonly string[]): Smsc;
  stop(): Promise<void>;
}

export interface Smsc {
  /** What came to it, as `from to type text`. */
  readonly got: readonly string[];
  stop(): Promise<void>;
}

/** `ourUrl`: where what comes in is to be told. */
export async function startKannel(ourUrl: string): Promise<Kannel> {
  const folder = mkdtempSync(join(tmpdir(), 'adieu-kannel-'));
  mkdirSync(join(folder, 'store'));
  const [admin, smsbox, smsc, sendsms] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const ports = { admin, smsbox, smsc, sendsms };
  const file = join(folder, 'kannel.conf');
  writeFileSync(file, kannelConfig(ports, ourUrl, folder), { mode: 0o600 });
  const running: ChildProcess[] = [];
  const start = (program: string): void => {
    running.push(spawn(program, ['-v', '4', file], { stdio: 'ignore' }));
  };
  start('/usr/sbin/bearerbox');
  await until(() => listens(smsbox));
  start('/usr/sbin/smsbox');
  await until(() => listens(sendsms));
  return {
    ports,
    smsc: (messages, most, more = []) => startSmsc(ports.smsc, messages, most, more),
    async stop() {
      for (const child of running.toReversed()) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startSmsc(
  port: number,
  messages: readonly string[],
  most: number,
  more: readonly string[],
): Smsc {
  const options = ['-r', String(port), '-i', '0.01', '-m', String(most), ...more];
  const child = spawn(FAKE_SMSC, [...options, ...messages], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const got: string[] = [];
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const message = /Got message \d+: <(.*)>/.exec(line)?.[1];
      if (message !== undefined) got.push(message);
    }
  });
  return { got, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  // bearerbox waits for what is in its queues, and this one's are nobody's.
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

function listens(port: number): Promise<true | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(null));
  });
}

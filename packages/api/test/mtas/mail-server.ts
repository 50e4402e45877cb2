import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@adieu/testkit/until';
import { documented } from './documented.ts';

/** A mail server of Debian, configured by the lines of docs/mail-in.md, on a port of its own. */
export interface MailServer {
  readonly port: number;
  log(): Promise<string>;
  stop(): Promise<void>;
}

export interface Place {
  readonly domain: string;
  readonly port: number;
  readonly mailIn: number;
}

/** Null: it can be run here; else what is missing. */
export function missing(command: string): string | null {
  if (process.getuid?.() !== 0) return 'root';
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return null;
  } catch {
    return command;
  }
}

export async function startPostfix({ domain, port, mailIn }: Place): Promise<MailServer> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-postfix-'));
  await chmod(folder, 0o755);
  const at = (name: string): string => join(folder, name);
  for (const name of ['queue', 'data', 'conf']) await mkdir(at(name));
  execFileSync('chown', ['postfix', at('data')]);
  const places = { domain, port: mailIn };
  await writeFile(at('conf/main.cf'), `${POSTFIX(folder)}\n${documented('main.cf', places)}`);
  const services = `127.0.0.1:${port} inet n - n - - smtpd\n${SERVICES}`;
  await writeFile(at('conf/master.cf'), `${services}\n${documented('master.cf', places)}`);
  execFileSync('postfix', ['-c', at('conf'), 'start'], { stdio: 'pipe' });
  await until(() => listens(port));
  return {
    port,
    log: () => readFile(at('log'), 'utf8'),
    async stop() {
      execFileSync('postfix', ['-c', at('conf'), 'stop'], { stdio: 'pipe' });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const POSTFIX = (folder: string): string => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
myhostname = mx.example.test
smtp_dns_support_level = disabled`;

const SERVICES = `cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd`;

export async function startExim({ domain, port, mailIn }: Place): Promise<MailServer> {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-exim-'));
  await chmod(folder, 0o755);
  const places = { domain, port: mailIn };
  const config = join(folder, 'exim.conf');
  await mkdir(join(folder, 'spool'));
  execFileSync('chown', ['Debian-exim', join(folder, 'spool')]);
  await writeFile(
    config,
    `primary_hostname = mx.example.test
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
acl_smtp_rcpt = acl_check_rcpt
message_size_limit = 25M
tls_advertise_hosts =
begin acl
acl_check_rcpt:
${documented('acl', places)}
accept
  domains = ${domain}
deny
begin routers
${documented('router', places)}
begin transports
${documented('transport', places)}
begin retry
* * F,2h,1m
`,
  );
  const exim: ChildProcess = spawn(
    'exim4',
    ['-C', config, '-bdf', '-q1m', '-oX', `127.0.0.1.${port}`, '-oP', join(folder, 'exim.pid')],
    { stdio: 'ignore' },
  );
  await until(() => listens(port));
  return {
    port,
    log: () => readFile(join(folder, 'spool/mainlog'), 'utf8'),
    async stop() {
      exim.kill('SIGTERM');
      await once(exim, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

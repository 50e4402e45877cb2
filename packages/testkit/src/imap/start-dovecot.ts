import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import selfsigned from 'selfsigned';
import { freePort } from '../free-port.ts';
import { until } from '../until.ts';

export const USER = 'adieu@nordlys.example.test';
export const PASSWORD = 'what-the-mailbox-is-opened-with';

const DOVECOT = '/usr/sbin/dovecot';
const NOBODY = 65_534;

/** What of Dovecot is not there; null where all is. */
export function missingDovecot(): string | null {
  return existsSync(DOVECOT) ? null : DOVECOT;
}

export interface Dovecot {
  readonly port: number;
  /** In the clear at first, and without STARTTLS no password is heard there. */
  readonly startTlsPort: number;
  /** Its certificate, that of nobody else. */
  readonly ca: string;
  /** A mail comes into the inbox. */
  deliver(mail: string): void;
  /** All its mails have other numbers from here on. */
  renumber(): void;
  doveadm(...words: readonly string[]): string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it, with all that it held. */
  close(): Promise<void>;
}

/** Debian's Dovecot on a free port of this machine, with one mailbox, by TLS alone. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
  const isRoot = userInfo().uid === 0;
  const inbox = join(folder, 'home', 'Maildir');
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(inbox, part), { recursive: true });
  const { cert, private: key } = await selfsigned.generate(
    [{ name: 'commonName', value: 'localhost' }],
    { extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }] },
  );
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
  const [port, startTlsPort] = [await freePort(), await freePort()];
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configOf(folder, { port, startTlsPort }, isRoot));
  if (isRoot) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, join(folder, 'home')]);
  // Others may go through, or the processes that read mail could not.
  execFileSync('chmod', ['755', folder]);
  let running: ChildProcess | null = null;
  let delivered = 0;
  const dovecot: Dovecot = {
    port,
    startTlsPort,
    ca: cert,
    deliver(mail) {
      delivered += 1;
      const name = `${1_777_881_600 + delivered}.M${delivered}P1.test`;
      const file = join(inbox, 'tmp', name);
      writeFileSync(file, mail);
      if (isRoot) chownSync(file, NOBODY, NOBODY);
      execFileSync('mv', [file, join(inbox, 'new', name)]);
    },
    renumber() {
      rmSync(join(inbox, 'dovecot-uidlist'), { force: true });
      rmSync(join(inbox, 'dovecot.index.log'), { force: true });
      rmSync(join(inbox, 'dovecot.index.cache'), { force: true });
      rmSync(join(inbox, 'dovecot.index'), { force: true });
      rmSync(join(inbox, 'dovecot-uidvalidity'), { force: true });
    },
    doveadm: (...words) => execFileSync('doveadm', ['-c', config, ...words], { encoding: 'utf8' }),
    async start() {
      running = spawn(DOVECOT, ['-F', '-c', config], { stdio: 'ignore' });
      await until(async () => answers(port));
    },
    async stop() {
      const ending = running;
      running = null;
      if (ending === null) return;
      ending.kill('SIGTERM');
      await once(ending, 'exit');
    },
    async close() {
      await dovecot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await dovecot.start();
  return dovecot;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function configOf(
  folder: string,
  { port, startTlsPort }: Pick<Dovecot, 'port' | 'startTlsPort'>,
  isRoot: boolean,
): string {
  const { username, uid, gid } = userInfo();
  const owner = isRoot ? NOBODY : uid;
  const others = isRoot
    ? ''
    : `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = ${gid}\n`;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
first_valid_uid = 1
${others}
ssl = required
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:~/Maildir
maildir_very_dirty_syncs = no
mailbox_idle_check_interval = 1 secs
auth_failure_delay = 0
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${owner} gid=${isRoot ? NOBODY : gid} home=${folder}/home
}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${startTlsPort}
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
service anvil {
  ${isRoot ? '' : 'chroot ='}
}
`;
}

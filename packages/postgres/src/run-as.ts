import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const USER = 'postgres';
const MAY_PASS = 0o001;

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** How to start a program of PostgreSQL, which refuses to run as root. */
export interface RunAs {
  /** Who must own the cluster's files, where that is not who we are. */
  readonly owner?: Ids;
  /** Whom to start it as, where `wrap` does not see to that. */
  readonly user?: Ids;
  wrap(
    command: string,
    args: readonly string[],
  ): { readonly command: string; readonly args: readonly string[] };
}

/** As who we are, or where we are root as the user `postgres`, made where it is missing. */
export async function postgresUser(paths: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { wrap: asIs };
  const user = await idsOf(USER).catch(() => makeUser());
  if ((await Promise.all(paths.map(mayReach))).every(Boolean))
    return { owner: user, user, wrap: asIs };
  // Below a folder that is root's alone (mktemp -d, /root) that user would not even find its own program: it is
  // given root's right to pass through folders, and nothing else of root's.
  const rights = [
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const setpriv = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...rights];
  await run('setpriv', [...setpriv, 'true']).catch((cause: unknown) => {
    throw new Error(
      `PostgreSQL does not run as root, and its user ${USER} cannot get to ${paths.join(' and ')}. Run this as an ordinary user, ` +
        `move it to a folder that others may pass through, or name your own server in DATABASE_URL`,
      { cause },
    );
  });
  return {
    owner: user,
    wrap: (command, args) => ({ command: 'setpriv', args: [...setpriv, command, ...args] }),
  };
}

const asIs: RunAs['wrap'] = (command, args) => ({ command, args });

async function idsOf(name: string): Promise<Ids> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
  );
  return { uid: uid!, gid: gid! };
}

async function makeUser(): Promise<Ids> {
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    USER,
  ]).catch((cause: unknown) => {
    throw new Error(
      `PostgreSQL does not run as root, and a user ${USER} cannot be made here: run this as an ordinary user`,
      { cause },
    );
  });
  return idsOf(USER);
}

/** Whether others may pass through every folder on the way. */
async function mayReach(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & MAY_PASS) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

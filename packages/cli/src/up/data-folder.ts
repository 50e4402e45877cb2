import { chmod, mkdir, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { inRepository } from '../repository.ts';

/** Where nobody named another. */
export const DEFAULT_DATA = inRepository('.adieu');

/** Where each thing lives in the data folder. */
export interface DataFolder {
  readonly root: string;
  readonly lock: string;
  readonly ports: string;
  readonly keys: string;
  /** By which the api and the pages know each other. */
  readonly pagesSecret: string;
  readonly endpoints: string;
  readonly demo: string;
  /** What GraphiQL opens with: the demo's key and operations to try. */
  readonly graphiql: string;
  readonly tls: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly mail: string;
  /** What the handset holds, and by what it and Adieu know each other. */
  readonly handset: string;
}

const LEAST_FREE_MB = 200;

/** The layout of a data folder, which may not exist. */
export function dataFolder(path: string): DataFolder {
  const root = resolve(path);
  return {
    root,
    lock: join(root, 'up.lock'),
    ports: join(root, 'ports.json'),
    keys: join(root, 'keys.json'),
    pagesSecret: join(root, 'pages-secret'),
    endpoints: join(root, 'endpoints.json'),
    demo: join(root, 'demo.json'),
    graphiql: join(root, 'graphiql.json'),
    tls: join(root, 'tls'),
    postgres: join(root, 'postgres'),
    temporal: join(root, 'temporal'),
    mail: join(root, 'mail'),
    handset: join(root, 'handset'),
  };
}

/**
 * Makes a folder in it that nobody else may enter: mails and workflow histories name people, and who writes there sets no
 * mode of its own. Also one that an older version left open.
 */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

/** Makes the folder where it is missing. Others may pass through, not look: PostgreSQL runs as a user of its own under root. */
export async function makeDataFolder(path: string): Promise<DataFolder> {
  const folder = dataFolder(path);
  try {
    await mkdir(folder.root, { recursive: true, mode: 0o711 });
  } catch (cause) {
    throw new Failure(
      `the data folder ${folder.root} cannot be made: ${(cause as Error).message}`,
      { cause },
    );
  }
  const { bavail, bsize } = await statfs(folder.root);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < LEAST_FREE_MB) {
    throw new Failure(
      `${free} MB are free in ${folder.root}; it takes ${LEAST_FREE_MB} to start. Free some, or choose another place: --data DIR`,
    );
  }
  return folder;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is read of a package.json. */
export interface Manifest {
  readonly version: string;
  readonly private?: boolean;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The versions of some dependencies of a package as they are installed: what is tested here. */
export async function versionsOf(
  folder: string,
  names: readonly string[],
): Promise<Record<string, string>> {
  const versions = names.map(async (name) => {
    const { version } = await readManifest(join(folder, 'node_modules', name));
    return [name, version] as const;
  });
  return Object.fromEntries(await Promise.all(versions));
}

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../repository.ts';
import { type Manifest, readManifest, versionsOf } from './manifest.ts';

const SDK = inRepository('packages/sdk');

/** Packs the SDK into a folder as `npm install FILE` takes it, which knows no workspace and no catalog. Gives the file. */
export async function packSdk(into: string): Promise<string> {
  const manifest = await readManifest(SDK);
  const file = join(resolve(into), `adieu-sdk-${manifest.version}.tgz`);
  const place = await mkdtemp(join(tmpdir(), 'adieu-pack-'));
  try {
    const root = join(place, 'package');
    for (const part of manifest.files ?? []) await cp(join(SDK, part), join(root, part), ONLY_CODE);
    await cp(inRepository('LICENSE'), join(root, 'LICENSE'));
    await writeFile(join(root, 'package.json'), JSON.stringify(await published(manifest), null, 2));
    await mkdir(resolve(into), { recursive: true });
    await promisify(execFile)('tar', ['-czf', file, '-C', place, 'package']);
    return file;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const ONLY_CODE = {
  recursive: true,
  filter: (path: string): boolean => !path.endsWith('.tsbuildinfo'),
};

/** What others may know of it: real versions, no sources, nothing for those who change it. */
async function published(manifest: Manifest): Promise<object> {
  const { private: _private, devDependencies: _dev, scripts: _scripts, ...kept } = manifest;
  const exported = Object.entries(manifest.exports ?? {}).map(([name, conditions]) => {
    const { source: _source, ...rest } = conditions;
    return [name, rest];
  });
  return {
    ...kept,
    exports: Object.fromEntries(exported),
    dependencies: await versionsOf(SDK, Object.keys(manifest.dependencies ?? {})),
  };
}

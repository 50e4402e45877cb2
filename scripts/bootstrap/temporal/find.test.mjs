import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { locateTemporal } from './find.mjs';
import { fault } from './version.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adieu-temporal-'));
  vi.stubEnv('TEMPORAL_CLI', '');
  vi.stubEnv('PATH', `${join(folder, 'bin')}:/usr/bin:/bin`);
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});
afterEach(() => vi.unstubAllEnvs());

/** A program that says its version as Temporal does. */
async function program(path, server) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\necho "temporal version 1.0.0 (Server ${server}, UI 2.0.0)"\n`);
  await chmod(path, 0o755);
  return path;
}

/** Where it is, once it is there. */
async function ensureTemporal(by) {
  const { binary, made } = await locateTemporal(new AbortController().signal, by);
  await made;
  return binary;
}

const never = async () => {
  throw new Error('must not be tried');
};
const inVain = (reason) => async () => reason;
const ways = { fault, download: never, build: never };

describe('the Temporal binary is', () => {
  it('the one that TEMPORAL_CLI names', async () => {
    await program(join(folder, 'bin', 'temporal'), '1.31.2');
    const own = await program(join(folder, 'own'), '1.31.2');
    vi.stubEnv('TEMPORAL_CLI', own);
    expect(await ensureTemporal(ways)).toBe(own);
  });

  it('the one on the PATH, if it is not too old', async () => {
    const found = await program(join(folder, 'bin', 'temporal'), '1.28.0');
    expect(await ensureTemporal(ways)).toBe(found);
    await program(found, '1.22.4');
    const cached = await program(
      join(folder, 'cache', 'adieu', 'temporal-1.8.2', 'temporal'),
      '1.31.2',
    );
    expect(await ensureTemporal(ways)).toBe(cached);
  });

  it('downloaded, else built, into the cache', async () => {
    const tried = [];
    const build = async (version, target) => {
      tried.push('build', version);
      await program(target, '1.31.2');
      return null;
    };
    const download = async () => {
      tried.push('download');
      return 'No network.';
    };
    const made = await ensureTemporal({ fault, download, build });
    expect(tried).toEqual(['download', 'build', '1.8.2']);
    expect(made).toBe(join(folder, 'cache', 'adieu', 'temporal-1.8.2', 'temporal'));
    expect(await ensureTemporal(ways)).toBe(made);
  });

  it('not to be had: one error that names the four ways', async () => {
    const failing = { fault, download: inVain('No network.'), build: inVain('No Go.') };
    await expect(ensureTemporal(failing)).rejects.toThrow(
      /No network\. No Go\.[^]*1\. [^]*TEMPORAL_CLI[^]*2\. [^]*3\. [^]*4\. [^]*Go/,
    );
  });

  it('never a TEMPORAL_CLI that does not run', async () => {
    vi.stubEnv('TEMPORAL_CLI', join(folder, 'missing'));
    await expect(ensureTemporal(ways)).rejects.toThrow(/TEMPORAL_CLI=.*missing does not run/);
  });
});

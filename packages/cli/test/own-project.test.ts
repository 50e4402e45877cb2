import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository } from '../src/repository.ts';

const run = promisify(execFile);
const MAIN = inRepository('packages/cli/dist/main.js');
/** What npm does not read: pnpm's own ways to name a version. */
const PNPM = /workspace:|catalog:|pnpm/;
const EXACT = /^\d+\.\d+\.\d+/;

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly exports: Record<string, Record<string, string>>;
}

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'adieu-own-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

const adieu = (...args: string[]) => run(process.execPath, [MAIN, ...args], { cwd: place });
const manifestIn = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;

describe('a product team’s own project', () => {
  it('is installed and checked by npm alone, with the SDK as a file in it', async () => {
    const { stdout } = await adieu('new-project', 'campaigns', '--data', join(place, 'none'));
    const folder = join(place, 'campaigns');
    expect(stdout).toMatch(/cd campaigns\n {2}npm install\n {2}npx adieu campaign check /);
    for (const name of await readdir(folder, { recursive: true }))
      if (/\.(ts|tsx|json|md)$/.test(name))
        expect([name, PNPM.exec(await readFile(join(folder, name), 'utf8'))]).toEqual([name, null]);
    const { dependencies, devDependencies = {} } = await manifestIn(folder);
    const { '@adieu/sdk': sdk, ...others } = dependencies;
    expect(sdk).toMatch(/^file:adieu-sdk-[\d.]+\.tgz$/);
    expect(await readdir(folder)).toContain(sdk!.slice('file:'.length));
    for (const version of Object.values({ ...others, ...devDependencies }))
      expect(version).toMatch(EXACT);
  });

  it('is made in no folder that holds something', async () => {
    await writeFile(join(place, 'mine'), '');
    await expect(adieu('new-project', '.')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not empty'),
    });
  });
});

describe('the SDK as a file', () => {
  it('is packed by one command, and holds what npm needs and nothing of the checkout', async () => {
    const { stdout } = await adieu('pack-sdk', 'packed');
    const file = join(place, stdout.trim());
    await run('tar', ['-xzf', file, '-C', place]);
    const folder = join(place, 'package');
    const { dependencies, devDependencies, exports } = await manifestIn(folder);
    expect(devDependencies).toBeUndefined();
    expect(JSON.stringify({ dependencies, exports })).not.toMatch(PNPM);
    for (const version of Object.values(dependencies)) expect(version).toMatch(EXACT);
    const named = Object.values(exports).flatMap((conditions) => Object.values(conditions));
    expect(named.length).toBeGreaterThan(1);
    for (const path of named) await expect(readFile(join(folder, path))).resolves.not.toBe('');
    expect(await readdir(folder)).not.toContain('src');
  });
});

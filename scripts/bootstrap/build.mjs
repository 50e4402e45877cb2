import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFiles, hashWithDependencies, readPackages } from './fingerprint.mjs';
import { compileCacheIn, ROOT, STATE_FOLDER } from './folders.mjs';
import { mustRun } from './run.mjs';
import { step } from './say.mjs';

const STAMP = join(STATE_FOLDER, 'built.json');
const NOTES = 'tsconfig.build.tsbuildinfo';
const COMMON = ['pnpm-lock.yaml', 'tsconfig.base.json', 'tsconfig.json'];

/** Builds what changed since the last time: TypeScript of all packages, then the packages with a `build` of their own. */
export async function ensureBuilt(tools) {
  const common = await hashFiles(COMMON);
  const packages = await readPackages();
  const built = JSON.parse(await readFile(STAMP, 'utf8').catch(() => '{}'));
  const wanted = {};
  for (const name of packages.keys()) wanted[name] = hashWithDependencies(packages, name, common);
  const isDue = (name) => built[name] !== wanted[name] || !hasOutput(packages.get(name));
  const due = [...packages.keys()].filter(isDue);
  if (due.length === 0) return;
  await compile(tools, packages);
  const own = due.filter((name) => packages.get(name).manifest.scripts?.build);
  if (own.length > 0) {
    const filters = own.flatMap((name) => ['--filter', name]);
    await step(`building ${own.join(', ')}`, () =>
      mustRun(tools.pnpm, [...filters, 'run', 'build'], { env: tools.env }),
    );
  }
  await mkdir(STATE_FOLDER, { recursive: true });
  await writeFile(STAMP, JSON.stringify(wanted));
}

function hasOutput({ folder }) {
  return existsSync(join(folder, 'dist')) || existsSync(join(folder, 'build'));
}

async function compile(tools, packages) {
  // tsc believes its own notes: where they outlived their output, it would make nothing.
  const lost = [...packages.values()].some(
    (each) => existsSync(join(each.folder, NOTES)) && !hasOutput(each),
  );
  const args = ['-b', ...(lost ? ['--force'] : [])];
  await step('compiling', () =>
    mustRun(join(ROOT, 'node_modules', '.bin', 'tsc'), args, { env: compileCacheIn(tools.env) }),
  );
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from './folders.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', 'build', 'test', '.react-router', 'demo']);
const NOT_BUILT = /\.(test\.[a-z]+|tsbuildinfo|log|md)$/;

/** The workspace's packages by name: `{ folder, manifest, hash }`, where hash is over their own sources. */
export async function readPackages() {
  const packages = new Map();
  for (const entry of (await readdir(join(ROOT, 'packages'))).sort()) {
    const folder = join(ROOT, 'packages', entry);
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
    if (text === null) continue;
    const manifest = JSON.parse(text);
    packages.set(manifest.name, { folder, manifest, hash: await hashFolder(folder) });
  }
  return packages;
}

/** A hash that changes with the package, with any workspace package that it is built from, and with `common`. */
export function hashWithDependencies(packages, name, common) {
  const seen = new Set();
  const visit = (each) => {
    if (seen.has(each) || !packages.has(each)) return;
    seen.add(each);
    for (const dependency of Object.keys(packages.get(each).manifest.dependencies ?? {}))
      visit(dependency);
  };
  visit(name);
  const hash = createHash('sha256').update(common);
  for (const [each, { hash: own }] of packages) if (seen.has(each)) hash.update(own);
  return hash.digest('hex');
}

/** A hash over files of the checkout; one that is missing counts as empty. */
export async function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash.update(path).update(await readFile(join(ROOT, path)).catch(() => ''));
  return hash.digest('hex');
}

async function hashFolder(folder) {
  const hash = createHash('sha256');
  for (const file of await sources(folder))
    hash.update(relative(ROOT, file)).update(await readFile(file));
  return hash.digest('hex');
}

async function sources(folder) {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const found = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !NOT_SOURCE.has(entry.name)) found.push(...(await sources(path)));
    if (entry.isFile() && !NOT_BUILT.test(entry.name)) found.push(path);
  }
  return found;
}

import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFences, readTables } from './fences.mjs';
import { ROOT } from './folders.mjs';

/** Tables, linter and manifests of this checkout, one of them changed. */
async function changed(file, change) {
  const root = await mkdtemp(join(tmpdir(), 'adieu-fences-test-'));
  const manifests = (await readdir(join(ROOT, 'packages'))).map((name) =>
    join('packages', name, 'package.json'),
  );
  for (const each of ['ARCHITECTURE.md', '.oxlintrc.json', ...manifests]) {
    await mkdir(join(root, each, '..'), { recursive: true });
    await cp(join(ROOT, each), join(root, each));
  }
  const text = await readFile(join(root, file), 'utf8');
  const other = change(text);
  expect(other).not.toBe(text);
  await writeFile(join(root, file), other);
  return (await checkFences(root)).output;
}

it('tables, manifests and linter of this checkout agree', async () => {
  expect(await checkFences()).toEqual({ code: 0, output: '' });
});

it('a dependency that the table does not allow is told', async () => {
  const depend = (text) =>
    text.replace('"dependencies": {', '"dependencies": { "@adieu/testkit": "workspace:*",');
  expect(await changed('packages/cli/package.json', depend)).toContain(
    'cli/package.json depends on @adieu/testkit',
  );
});

it('a fence that lets more through than the table is told, and one that lets less', async () => {
  const allow = (text) =>
    text.replace('"group": ["@adieu/*", "!@adieu/domain"]', '"group": ["@adieu/*", "!@adieu/api"]');
  const output = await changed('.oxlintrc.json', allow);
  expect(output).toMatch(/the linter lets \S+ import api\n/);
  expect(output).toMatch(/the linter does not let \S+ import domain\n/);
});

it('a linter that lets circles of types through is told', async () => {
  const blind = (text) => text.replace('"ignoreTypes": false', '"ignoreTypes": true');
  expect(await changed('.oxlintrc.json', blind)).toContain('circles of types');
});

it('a package without a row is told, and what is installed may not need what is not', async () => {
  const forget = (text) => text.replace(/^\| `keys`.*\n/m, '');
  expect(await changed('ARCHITECTURE.md', forget)).toContain('no row for keys');
  const tables = '| `cli` | x | testkit |\nOf the checkout alone\n| `testkit` | x | nothing |';
  expect(() => readTables(tables)).toThrow('cli is installed and testkit is not');
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './folders.mjs';
import { capture } from './run.mjs';

const SCOPE = '@adieu/';
/** Packages whose sources stand elsewhere than in `src`. */
const SOURCES = { 'preference-center': 'app', examples: 'newsletter', e2e: '.' };

/**
 * Who may import whom, as ARCHITECTURE.md says: `Map` of a package, or a folder of one, to the packages that it may import.
 * Throws where what is installed may import what is not.
 */
export function readTables(text) {
  const [installed, checkout] = text.split(/^Of the checkout alone/m).map(rowsOf);
  for (const [name, allowed] of installed)
    for (const other of allowed)
      if (checkout.has(other)) throw new Error(`${name} is installed and ${other} is not`);
  return new Map([...installed, ...checkout]);
}

function rowsOf(text) {
  const rows = text.matchAll(/^\| `([\w/-]+)` *\|[^|]*\| ([\w, -]+?) *\|$/gm);
  return new Map(
    [...rows].map(([, name, list]) => [name, list === 'nothing' ? [] : list.split(', ')]),
  );
}

/** Whether package.json files and the linter keep to the tables; `{ code, output }` as a command would give it. */
export async function checkFences(root = ROOT) {
  const tables = readTables(await readFile(join(root, 'ARCHITECTURE.md'), 'utf8'));
  const wrong = [...(await compareManifests(root, tables)), ...(await tryFences(root, tables))];
  return { code: wrong.length === 0 ? 0 : 1, output: wrong.map((line) => `${line}\n`).join('') };
}

async function compareManifests(root, tables) {
  const wrong = [];
  const folders = await readdir(join(root, 'packages'));
  for (const name of folders)
    if (!tables.has(name)) wrong.push(`ARCHITECTURE.md has no row for ${name}`);
  for (const [name, allowed] of tables) {
    const text = await readFile(join(root, 'packages', name, 'package.json'), 'utf8').catch(
      () => '{}',
    );
    for (const each of Object.keys(JSON.parse(text).dependencies ?? {}))
      if (each.startsWith(SCOPE) && !allowed.includes(each.slice(SCOPE.length)))
        wrong.push(
          `packages/${name}/package.json depends on ${each}, which ARCHITECTURE.md does not allow`,
        );
  }
  return wrong;
}

/** Has the linter look at a file of each package that imports all of them, and at a circle of types. */
async function tryFences(root, tables) {
  const folder = await mkdtemp(join(tmpdir(), 'adieu-fences-'));
  try {
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    const names = [...tables.keys()].filter(
      (name) => !name.includes('/') && name !== 'e2e' && name !== 'examples',
    );
    const files = new Map([...tables.keys()].map((name) => [name, fileOf(name)]));
    const probe = names.map((name) => `import '${SCOPE}${name}';\n`).join('');
    const circle = (other) => `import type { T } from './${other}.ts';\nexport type { T };\n`;
    const written = [...files.values()].map((file) => [file, probe]);
    for (const [file, text] of [...written, ['a.ts', circle('b')], ['b.ts', circle('a')]]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const linter = join(ROOT, 'node_modules', '.bin', 'oxlint');
    const { output } = await capture(linter, ['--format', 'json'], { cwd: folder, kept: Infinity });
    return compareFindings(JSON.parse(output).diagnostics, { files, names, tables });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fileOf(name) {
  const folder = SOURCES[name] ?? (name.includes('/') ? '.' : 'src');
  return join(name === 'e2e' || name === 'examples' ? '.' : 'packages', name, folder, 'fence.ts');
}

function compareFindings(findings, { files, names, tables }) {
  const wrong = [];
  if (!findings.some(({ code }) => code.includes('no-cycle')))
    wrong.push('the linter lets circles of types through');
  const refused = (file) =>
    findings
      .filter(({ code, filename }) => code.includes('no-restricted-imports') && filename === file)
      .map(({ message }) => message.match(/'@adieu\/([\w-]+)'/)?.[1]);
  for (const [name, allowed] of tables) {
    const found = new Set(refused(files.get(name)));
    for (const other of names) {
      const isAllowed = allowed.includes(other);
      if (found.has(other) === isAllowed)
        wrong.push(`the linter ${isAllowed ? 'does not let' : 'lets'} ${name} import ${other}`);
    }
  }
  return wrong;
}

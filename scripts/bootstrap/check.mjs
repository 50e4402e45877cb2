import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { checkFences } from './fences.mjs';
import { readPackages } from './fingerprint.mjs';
import { ROOT } from './folders.mjs';
import { checkGlossary } from './glossary.mjs';
import { checkLinks } from './links.mjs';
import { checkRules } from './rules.mjs';
import { checkSizes } from './sizes.mjs';
import { capture } from './run.mjs';

/** Files that a program of ours writes: each must be what the code makes. */
const WRITTEN = {
  'schema.graphql': {
    by: join('packages', 'api', 'dist', 'print-schema.js'),
    file: join('packages', 'api', 'schema.graphql'),
  },
  'rights.md': {
    by: join('packages', 'api', 'dist', 'print-rights.js'),
    file: join('docs', 'rights.md'),
  },
  'schema.sql': {
    by: join('packages', 'testkit', 'dist', 'print-schema.js'),
    file: join('packages', 'db', 'schema.sql'),
  },
};
/** Packages whose documents are generated from the schema. */
const GENERATED = ['preference-center', 'sdk'];
/** Example projects: each is looked at as its own project would. */
const EXAMPLES = ['newsletter'];

/** Runs every check, prints what is wrong and `N passed, N failed`; gives the exit code. */
export async function check({ node, pnpm, env }) {
  const tool =
    (name, ...args) =>
    () =>
      capture(join(ROOT, 'node_modules', '.bin', name), args, { env });
  const checks = {
    format: tool('oxfmt', '--check', '.'),
    build: tool('tsc', '-b'),
    types: () => checkTypes({ pnpm, env }),
    lint: tool('oxlint', '--type-aware', '--max-warnings=0'),
    fences: () => checkFences(),
    'unused code': tool('knip'),
    ...Object.fromEntries(
      Object.entries(WRITTEN).map(([name, written]) => [name, () => compare(written, node, env)]),
    ),
    sizes: checkSizes,
    rules: checkRules,
    glossary: checkGlossary,
    links: checkLinks,
    'generated documents': () =>
      each(GENERATED, (name) =>
        capture(pnpm, ['--dir', join(ROOT, 'packages', name), 'run', 'generate', '--check'], {
          env,
        }),
      ),
  };
  const failed = [];
  for (const [name, run] of Object.entries(checks)) {
    const began = Date.now();
    const { code, output } = await run();
    const took = `${((Date.now() - began) / 1000).toFixed(1)} s`;
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${took})\n`);
    if (code === 0) continue;
    failed.push(name);
    process.stdout.write(`${output.trimEnd().replaceAll(/^/gm, '    ')}\n`);
  }
  process.stdout.write(
    `${Object.keys(checks).length - failed.length} passed, ${failed.length} failed\n`,
  );
  return failed.length === 0 ? 0 : 1;
}

/** Code and tests of every package by the same strict rules. A package with a `typecheck` of its own is asked for that. */
async function checkTypes({ pnpm, env }) {
  const folders = [
    ...(await readPackages()).values(),
    { folder: join(ROOT, 'e2e'), manifest: {} },
    ...EXAMPLES.map((name) => ({ folder: join(ROOT, 'examples', name), manifest: {} })),
  ];
  return each(folders, ({ folder, manifest }) =>
    manifest.scripts?.typecheck
      ? capture(pnpm, ['--dir', folder, 'run', 'typecheck'], { env })
      : capture(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', folder, ...remembering(folder)], {
          env,
        }),
  );
}

/** What was found is kept, so that the next run looks only at what changed. */
function remembering(folder) {
  const kept = join(folder, 'node_modules', '.cache', 'types.tsbuildinfo');
  return ['--incremental', '--tsBuildInfoFile', kept];
}

/** All of them, one for each core at a time: none looks at what another writes. What those that failed said, in their order. */
async function each(items, run) {
  const said = Array.from(items, () => '');
  const waiting = [...items].entries();
  const work = async () => {
    for (const [i, item] of waiting) {
      const { code, output } = await run(item);
      if (code !== 0) said[i] = output || `${i + 1}: code ${code}\n`;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const output = said.join('');
  return { code: output === '' ? 0 : 1, output };
}

/** The committed file must be the one that the code makes. */
async function compare({ by, file }, node, env) {
  const made = await capture(node, [by], { env, kept: Infinity });
  if (made.code !== 0) return made;
  const committed = await readFile(join(ROOT, file), 'utf8').catch(() => '');
  if (made.output.trim() === committed.trim()) return { code: 0, output: '' };
  return {
    code: 1,
    output: `${file} is not what the code makes. Write it anew:\n  node ${by} > ${file}\n${firstDifference(committed, made.output)}`,
  };
}

function firstDifference(committed, made) {
  const [old, now] = [committed.split('\n'), made.split('\n')];
  const line = now.findIndex((text, i) => text !== old[i]);
  const at = line < 0 ? now.length : line;
  return `line ${at + 1} is\n- ${old[at] ?? ''}\n+ ${now[at] ?? ''}`;
}

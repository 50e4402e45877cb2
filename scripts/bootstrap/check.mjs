import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { checkFences } from './fences.mjs';
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
  'openapi.json': {
    by: join('packages', 'api', 'dist', 'print-openapi.js'),
    file: join('packages', 'api', 'openapi.json'),
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
/** Makes the types of its routes first, which others look at too. */
const PAGES = 'preference-center';
/** Packages whose documents are generated from the schema. */
const GENERATED = [PAGES, 'sdk'];

/** Runs every check, prints what is wrong and `N passed, N failed`; gives the exit code. */
export async function check({ node, pnpm, env }) {
  const tool =
    (name, ...args) =>
    () =>
      capture(join(ROOT, 'node_modules', '.bin', name), args, { env });
  // Each makes what those after it look at.
  const first = {
    build: tool('tsc', '-b'),
    'types of pages': () =>
      capture(pnpm, ['--dir', join(ROOT, 'packages', PAGES), 'run', 'typecheck'], { env }),
  };
  const then = {
    // Code and tests of everything, each by the rules of the tsconfig beside it: what they share is read once for both.
    'types and lint': tool('oxlint', '--type-aware', '--type-check', '--max-warnings=0'),
    format: tool('oxfmt', '--check', '.'),
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
  let failed = 0;
  const look = async ([name, run]) => {
    const began = Date.now();
    const { code, output } = await run();
    const took = `${((Date.now() - began) / 1000).toFixed(1)} s`;
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${took})\n`);
    if (code === 0) return;
    failed += 1;
    process.stdout.write(`${output.trimEnd().replaceAll(/^/gm, '    ')}\n`);
  };
  for (const one of Object.entries(first)) await look(one);
  await forEachCore(Object.entries(then), look);
  const passed = Object.keys({ ...first, ...then }).length - failed;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** All of them, one for each core at a time: none looks at what another writes. */
async function forEachCore(items, run) {
  const waiting = items.values();
  const work = async () => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** What those that failed said, in their order. */
async function each(items, run) {
  const said = [];
  for (const item of items) {
    const { code, output } = await run(item);
    if (code !== 0) said.push(output || `${item}: code ${code}\n`);
  }
  return { code: said.length === 0 ? 0 : 1, output: said.join('') };
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

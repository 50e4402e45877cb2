import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './bootstrap/build.mjs';
import { check } from './bootstrap/check.mjs';
import { becomeContained } from './bootstrap/contained.mjs';
import { Failure } from './bootstrap/failure.mjs';
import { ROOT, STATE_FOLDER } from './bootstrap/folders.mjs';
import { HELP, USAGE } from './bootstrap/help.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { rules } from './bootstrap/rules.mjs';
import { become } from './bootstrap/run.mjs';
import { locateTemporal } from './bootstrap/temporal/find.mjs';
import { ensureToolchain } from './bootstrap/toolchain.mjs';

const CLI = join(ROOT, 'packages', 'cli', 'dist', 'main.js');
const BENCH = join(ROOT, 'packages', 'bench', 'dist', 'main.js');
const FUZZ = join(ROOT, 'packages', 'fuzz', 'dist', 'main.js');
const SIMULATE = join(ROOT, 'packages', 'simulate', 'dist', 'main.js');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');

const [command, ...args] = process.argv.slice(2);
const isTest = command === 'test' || command === 'screens';
const ending = new AbortController();
process.exitCode = await main().catch((error) => {
  process.stderr.write(`adieu: ${error instanceof Failure ? error.message : error.stack}\n`);
  return 1;
});
// Tests may have ended before Temporal was made: a next run goes on from there.
ending.abort();
process.exit();

async function main() {
  if (!Object.hasOwn(HELP, command ?? '')) {
    process.stderr.write(`${USAGE}\n`);
    return command === '--help' || command === '-h' ? 0 : 2;
  }
  // `adieu <command> --help` is the command line's own to answer.
  const first = args[0] === '--help' || args[0] === '-h';
  if (first && command !== 'adieu') {
    process.stdout.write(`${HELP[command]}\n`);
    return 0;
  }
  // Reads and writes files of the repository alone.
  if (command === 'rules') return rules();
  const temporal = (await needsTemporal()) ? await locateTemporal(ending.signal) : null;
  // Who waits for it tells why it cannot be made.
  temporal?.made.catch(() => {});
  const tools = await ensureToolchain();
  const prepare = async () => {
    await ensurePackages(tools);
    // The check compiles for itself, so that a type error counts as one failed check.
    if (command !== 'check') await ensureBuilt(tools);
  };
  await withLock(join(STATE_FOLDER, 'lock'), 'installing or building', prepare);
  if (command === 'check') return check(tools);
  if (temporal) tools.env.TEMPORAL_CLI = temporal.binary;
  if (isTest) return runTests(tools, temporal.made);
  await temporal?.made;
  return run(tools);
}

/** They begin while Temporal may still be in the making: those that need it wait, and all end where it cannot be made. */
async function runTests({ node, env }, made) {
  const stop = new AbortController();
  let failure = null;
  made.catch((error) => {
    failure = error;
    stop.abort();
  });
  const drawing = ['e2e', 'preference-center', 'templates'].flatMap((name) => ['--project', name]);
  const pages = [...drawing, 'e2e/pages', 'e2e/review', 'e2e/roads', 'pictures.test'];
  const screens = { ...env, SCREENS: join(ROOT, 'screens') };
  const [which, variables] = command === 'screens' ? [pages, screens] : [[], env];
  const given = [VITEST, 'run', ...which, ...args];
  const code = await becomeContained(node, given, { env: variables, stop: stop.signal });
  if (failure !== null) throw failure;
  return code;
}

async function needsTemporal() {
  if (isTest) return true;
  if (command === 'check' || command === 'fuzz') return false;
  if (command === 'adieu' && args[0] === 'simulate') return !args.includes('--help');
  if (command === 'adieu' && args[0] !== 'up') return false;
  const dotenv = await readFile(join(ROOT, '.env'), 'utf8').catch(() => '');
  return !process.env.TEMPORAL_ADDRESS && !/^\s*TEMPORAL_ADDRESS\s*=\s*\S/m.test(dotenv);
}

function run({ node, env }) {
  if (command === 'start') return become(node, [CLI, 'up', ...args], { env, tether: true });
  if (command === 'bench') return becomeContained(node, [BENCH, ...args], { env });
  if (command === 'fuzz') return becomeContained(node, [FUZZ, ...args], { env });
  // Of the checkout alone: what is installed does not have it.
  if (args[0] === 'simulate') return become(node, [SIMULATE, ...args.slice(1)], { env });
  return become(node, [CLI, ...args], { env });
}

import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { needSpace } from '../free-space.mjs';
import { findOnPath } from '../path.mjs';
import { capture } from '../run.mjs';
import { step } from '../say.mjs';
import { buildProgress, isPackage } from './build-progress.mjs';
import { fault, MODULE_FOLDER } from './version.mjs';

const BUILD_MB = 4_000;
const COMMAND = 'github.com/temporalio/cli/cmd/temporal';
const VERSION_VARIABLE = 'github.com/temporalio/cli/internal/temporalcli.Version';

/** Two and a half thousand packages, a line each. */
const MOST_LISTED = 1024 * 1024;
const FLAGS = [
  '-mod=readonly',
  '-modcacherw',
  '-trimpath',
  '-buildvcs=false',
  '-tags',
  'disable_grpc_modules',
  // What a debugger would read, and the linker drops: a twelfth of the time.
  '-gcflags=all=-dwarf=false',
];

/** Builds the pinned version with Go. Gives null, or the reason why it could not. */
export async function build(version, target, giveUp) {
  const go = findOnPath('go', ['/usr/local/go/bin', join(homedir(), 'go', 'bin')]);
  if (go === null) return 'It could not be built from source either: there is no Go.';
  await needSpace(dirname(target), BUILD_MB, 'Building Temporal');
  const work = `${dirname(target)}.build`;
  await mkdir(work, { recursive: true });
  const output = join(work, 'temporal');
  const progress = buildProgress();
  const result = await step(
    `building Temporal ${version} from source with Go, once (4 minutes on two idle cores)`,
    async () => {
      const options = { cwd: MODULE_FOLDER, env: buildEnvironment(work), signal: giveUp };
      const list = await capture(go, ['list', ...FLAGS, '-deps', COMMAND], {
        ...options,
        kept: MOST_LISTED,
      });
      if (list.code !== 0) return list;
      progress.expect(list.output);
      return capture(go, buildArguments(version, output), {
        ...options,
        hear: (chunk) => progress.take(chunk),
      });
    },
    () => progress.text(),
  );
  // What was downloaded and compiled so far stays, so that the next try goes on from here.
  if (result.code !== 0) return `Building it from source failed:\n${endOf(result.output)}\n`;
  const wrong = await fault(output);
  if (wrong) return `What was built from source ${wrong}.`;
  await mkdir(dirname(target), { recursive: true });
  await rename(output, target);
  await rm(work, { recursive: true, force: true });
  return null;
}

/** What it ended with, without the packages that went well. */
function endOf(output) {
  const lines = output.trim().split('\n');
  return lines
    .filter((line) => !isPackage(line))
    .slice(-15)
    .join('\n');
}

function buildArguments(version, output) {
  return [
    'build',
    '-v',
    ...FLAGS,
    '-ldflags',
    `-s -w -X ${VERSION_VARIABLE}=${version}`,
    '-o',
    output,
    COMMAND,
  ];
}

/**
 * Its own module and build cache, gone afterwards: 3 GB that nobody asked to keep. GOTOOLCHAIN fetches the Go that go.mod
 * names. A compiler that collects its garbage less often takes a fifth less time; the limit says where it must.
 */
function buildEnvironment(work) {
  return {
    ...process.env,
    CGO_ENABLED: '0',
    GOFLAGS: '',
    GOWORK: 'off',
    GOTOOLCHAIN: process.env.GOTOOLCHAIN || 'auto',
    GOGC: '400',
    GOMEMLIMIT: '1GiB',
    GOMODCACHE: join(work, 'modules'),
    GOCACHE: join(work, 'compiled'),
  };
}

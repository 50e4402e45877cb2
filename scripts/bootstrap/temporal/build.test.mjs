import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { build } from './build.mjs';
import { buildProgress } from './build-progress.mjs';

let folder;
const said = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adieu-build-'));
  await mkdir(join(folder, 'bin'));
  vi.stubEnv('PATH', `${join(folder, 'bin')}:/usr/bin:/bin`);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(text));
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  said.length = 0;
  await rm(folder, { recursive: true, force: true });
});

/** A `go` that lists three packages, names two as compiled, and then waits for a file before it does what is asked. */
async function standIn(end) {
  const go = join(folder, 'bin', 'go');
  await writeFile(
    go,
    `#!/bin/sh
if [ "$1" = list ]; then printf 'go: downloading x v1\\nunsafe\\ngithub.com/a/b-c.d\\nmain\\n'; exit 0; fi
printf 'unsafe\\ngithub.com/a/b-c.d\\n' >&2
touch '${folder}/compiling'
while [ ! -f '${folder}/go-on' ]; do sleep 0.05; done
${end}
`,
  );
  await chmod(go, 0o755);
}

it('a build says how far it is', async () => {
  await standIn(
    'printf "#!/bin/sh\\necho temporal version 1 Server 1.31.2, UI 2\\n" > "$OUTPUT"; exit 0',
  );
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const target = join(folder, 'made', 'temporal');
  const built = build('1.8.2', target);
  await vi.waitFor(() => readFile(join(folder, 'compiling')), { timeout: 10_000 });
  await vi.waitFor(
    () => {
      vi.advanceTimersByTime(15_000);
      expect(said.join('')).toMatch(/still at it after .*, 2 of 3 packages compiled\n/);
    },
    { timeout: 10_000 },
  );
  await writeFile(join(folder, 'go-on'), '');
  await built;
});

it('one that fails tells why, and not the packages before', async () => {
  await standIn('printf "# main\\n./main.go:3:1: undefined: x\\n" >&2; exit 1');
  await writeFile(join(folder, 'go-on'), '');
  expect(await build('1.8.2', join(folder, 'made', 'temporal'))).toBe(
    'Building it from source failed:\n# main\n./main.go:3:1: undefined: x\n',
  );
});

it('lines are whole before they are counted', () => {
  const progress = buildProgress();
  expect(progress.text()).toBe('fetching its modules');
  progress.expect('unsafe\nfmt\n');
  progress.take('uns');
  progress.take('afe\nfm');
  expect(progress.text()).toBe('1 of 2 packages compiled');
});

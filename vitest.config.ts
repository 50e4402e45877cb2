import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './scripts/test-order/slow-first.mjs';

const conditions = ['source'];
const PACKAGES = join(import.meta.dirname, 'packages');

/** Those with a test that replaces modules (`vi.mock`): each of their files starts with none loaded. */
const ISOLATED = new Set(['preference-center']);

/**
 * Those that start Temporal, whose binary may still be in the making: they come after the others. They wait for deadlines of
 * seconds more than for the processor, so that one more than there are cores runs at a time.
 */
const WITH_TEMPORAL = new Set(['cli', 'simulate', 'workflows', 'e2e']);

/**
 * Workspace packages are taken from their sources: tests need no build, but for e2e, which runs the built processes.
 * Files of a project share their worker's modules: what a module keeps must not tell one test of another.
 */
function project(name: string, dir: string, more: object = {}) {
  const withTemporal = WITH_TEMPORAL.has(name);
  const setup = [
    ...(withTemporal ? [join(PACKAGES, 'testkit/src/await-temporal.ts')] : []),
    join(dir, 'test/setup.ts'),
  ];
  return {
    // As Node resolves it: Vite would take its ESM build and everybody else its CommonJS one, and the two refuse each other.
    resolve: { conditions, alias: { graphql: 'graphql/index.js' } },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    test: {
      name,
      root: dir,
      include: ['{src,app,test}/**/*.test.{ts,tsx}', '*.test.ts'],
      pool: 'forks' as const,
      // Stylesheets as the pages bear them: by itself Vitest makes each of them empty.
      css: true,
      isolate: ISOLATED.has(name),
      setupFiles: setup.filter((file) => existsSync(file)),
      sequence: { groupOrder: withTemporal ? 1 : 0 },
      maxWorkers: availableParallelism() + (withTemporal ? 1 : 0),
      // How long `expect.poll` asks: as long as a busy machine may need; a quiet one does not wait for it.
      expect: { poll: { timeout: 15_000 } },
      // What hangs ends; a busy machine, which starts processes for some of them, must not end a test that goes well.
      testTimeout: 60_000,
      hookTimeout: 120_000,
      ...more,
    },
  };
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    globalSetup: join(PACKAGES, 'testkit/src/global-setup.ts'),
    // One for each core, as most of these tests wait for a database or a browser; by itself it leaves one out.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SlowFirst },
    projects: [
      project('scripts', join(import.meta.dirname, 'scripts'), { include: ['**/*.test.mjs'] }),
      ...readdirSync(PACKAGES).map((name) => project(name, join(PACKAGES, name))),
      project('e2e', join(import.meta.dirname, 'e2e'), {
        globalSetup: join(import.meta.dirname, 'e2e/global-setup.ts'),
        testTimeout: 120_000,
        hookTimeout: 300_000,
      }),
    ],
  },
});

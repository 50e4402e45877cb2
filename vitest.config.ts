import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const conditions = ['source'];

/** Workspace packages are taken from their sources: tests need no build, but for e2e, which runs the built processes. */
function project(name: string, dir: string, more: object = {}) {
  return {
    // As Node resolves it: Vite would take its ESM build and everybody else its CommonJS one, and the two refuse each other.
    resolve: { conditions, alias: { graphql: 'graphql/index.js' } },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    test: {
      name,
      root: dir,
      include: [
        'src/**/*.test.{ts,tsx}',
        'app/**/*.test.{ts,tsx}',
        'test/**/*.test.{ts,tsx}',
        '*.test.ts',
      ],
      pool: 'forks' as const,
      ...more,
    },
  };
}

const real = {
  globalSetup: [join(import.meta.dirname, 'packages/testkit/src/global-setup.ts')],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // One for each core, as most of these tests wait for a database or a browser; by itself it leaves one out.
    maxWorkers: availableParallelism(),
    projects: [
      project('scripts', 'scripts', { include: ['**/*.test.mjs'] }),
      project('domain', 'packages/domain'),
      project('keys', 'packages/keys'),
      project('messages', 'packages/messages'),
      project('postgres', 'packages/postgres', { testTimeout: 60_000 }),
      project('templates', 'packages/templates', { testTimeout: 30_000 }),
      project('sdk', 'packages/sdk', { testTimeout: 30_000 }),
      project('db', 'packages/db', real),
      project('gateways', 'packages/gateways', { testTimeout: 30_000 }),
      project('intake', 'packages/intake'),
      project('workflows', 'packages/workflows', real),
      // type-graphql's decorators read metadata as their modules load, whichever a test imports first.
      project('api', 'packages/api', {
        ...real,
        setupFiles: [join(import.meta.dirname, 'packages/api/test/metadata.ts')],
      }),
      project('preference-center', 'packages/preference-center', {
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('cli', 'packages/cli', real),
      project('simulate', 'packages/simulate', real),
      project('testkit', 'packages/testkit', real),
      project('e2e', 'e2e', {
        ...real,
        globalSetup: [],
        testTimeout: 120_000,
        hookTimeout: 180_000,
      }),
    ],
  },
});

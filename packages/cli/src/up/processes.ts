import { inRepository } from '../repository.ts';
import type { Service } from './service.ts';

/** The processes of Adieu itself, by name: what Node runs. docker-compose.yml runs the same files. */
export const ENTRIES = {
  api: 'packages/api/dist/main.js',
  'mail-in': 'packages/api/dist/mail-in.js',
  worker: 'packages/workflows/dist/worker.js',
  'preference-center': 'packages/preference-center/server.js',
} as const;

export type ProcessName = keyof typeof ENTRIES;

/** One of them as a service; it tells by IPC when it is ready. */
export function processService(name: ProcessName, env: Readonly<Record<string, string>>): Service {
  return {
    name,
    command: process.execPath,
    args: ['--enable-source-maps', inRepository(ENTRIES[name])],
    // React and others are many times slower where this is not said.
    env: { ...env, NODE_ENV: 'production' },
  };
}

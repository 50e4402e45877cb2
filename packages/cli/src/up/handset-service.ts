import { inRepository } from '../repository.ts';
import type { HandsetFiles } from './handset-files.ts';
import { answersHttp } from './probes.ts';
import type { Service } from './service.ts';

const ENTRY = 'packages/cli/dist/handset/main.js';

/** The gateway of `npm start`, which shows SMS as two telephones do and lets one answer. */
export function handsetService(
  files: HandsetFiles,
  ports: { readonly web: number; readonly api: number },
): Service {
  return {
    name: 'handset',
    command: process.execPath,
    args: [
      '--enable-source-maps',
      inRepository(ENTRY),
      '--port',
      String(ports.web),
      '--api',
      `http://127.0.0.1:${ports.api}`,
      '--secret-file',
      files.secret,
      '--messages-file',
      files.messages,
    ],
    probe: () => answersHttp(`${handsetUrl(ports.web)}/health`),
  };
}

export function handsetUrl(port: number): string {
  return `http://localhost:${port}`;
}

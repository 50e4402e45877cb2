import { createServer } from 'node:http';
import * as build from 'virtual:react-router/server-build';
import { pino } from 'pino';
import type { ServerBuild } from 'react-router';
import { createApi } from '../app/api/client.ts';
import { commandPlace } from './command-place.ts';
import { readEnvironment } from './environment.ts';
import { createListener } from './listener.ts';

/** How long open requests may take after SIGTERM; above the API's timeout, so that each gets its answer. */
const DRAIN_MS = 10_000;

const read = readEnvironment(process.env);
if ('problems' in read) {
  process.stderr.write(
    `The environment is not usable:\n${read.problems.map((problem) => `  ${problem}\n`).join('')}`,
  );
  process.exit(1);
}
const {
  PAGES_SECRET_FILE: secret,
  PREFERENCE_CENTER_HOST,
  PREFERENCE_CENTER_PORT,
  API_URL,
  PUBLIC_URL,
  LOG_LEVEL,
} = read.environment;

const log = pino({ name: 'preference-center', level: LOG_LEVEL });
const server = createServer(
  createListener({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React Router's type of its own module does not bear exactOptionalPropertyTypes
    build: build as ServerBuild,
    api: createApi(API_URL, secret),
    secret,
    log,
    publicUrl: PUBLIC_URL,
    commands: commandPlace(read.environment),
  }),
);

// A kept-alive connection would hold the process for seconds after its last answer.
server.on('request', (_request, response) => {
  response.once('close', () => {
    if (!server.listening) setImmediate(() => server.closeIdleConnections());
  });
});
server.once('error', (error) => {
  log.fatal({ err: error }, 'cannot listen');
  process.exitCode = 1;
});
server.listen(PREFERENCE_CENTER_PORT, PREFERENCE_CENTER_HOST, () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  log.info({ host: PREFERENCE_CENTER_HOST, port }, 'ready');
  process.send?.({ type: 'ready', port });
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    server.close(() => log.info('stopped'));
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  });
}

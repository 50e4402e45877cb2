import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WELCOME = `# Docs and completion need no key. To run operations, put yours below, under Headers:
# {"authorization": "Bearer <API key>"}
{
  viewer {
    name
    roles
    organisation {
      name
    }
  }
}
`;

/** What it opens with: a key, operations to try, and what they are asked with. */
interface Opening {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly variables: object;
}

/**
 * GraphiQL with all its scripts in the page: nothing is loaded from anywhere else. `openingFile` is what `npm start` writes
 * of its demo; whoever is not on this machine gets the page without.
 */
export function serveGraphiql(app: FastifyInstance, openingFile: string | null): void {
  app.get('/graphiql', (request, reply) => {
    const opening = openingFile !== null && isLocal(request) ? readOpening(openingFile) : null;
    const page = forgetting(render(opening), opening);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyFor(page))
      .send(page);
  });
}

/** Its one script by its hash; its editor writes styles as it goes, and works in threads of its own. */
function policyFor(page: string): string {
  const script = page.slice(
    page.indexOf('<script>') + '<script>'.length,
    page.lastIndexOf('</script>'),
  );
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function render(opening: Opening | null): string {
  return renderGraphiQL({
    endpoint: '/graphql',
    method: 'POST',
    title: 'Adieu',
    headers: asText(opening?.headers ?? {}),
    defaultQuery: WELCOME,
    // Not in its types, but passed on: a tab that holds them both is come back to, else a new one is opened with them.
    ...(opening && { query: opening.query, variables: asText(opening.variables) }),
    // A key has no place in the browser's storage.
    shouldPersistHeaders: false,
  });
}

/**
 * A browser keeps the tabs by this address, at which another installation may have answered before, whose ids and keys open
 * nothing here: they go when the page opens with other things than the last time.
 */
function forgetting(page: string, opening: Opening | null): string {
  const now = createHash('sha256').update(JSON.stringify(opening)).digest('base64url');
  const forget = `const opened = 'adieu:opened', now = '${now}';
    if (localStorage.getItem(opened) !== now) {
      for (const key of Object.keys(localStorage)) if (key.startsWith('graphiql:')) localStorage.removeItem(key);
      localStorage.setItem(opened, now);
    }`;
  return page.replace('<script>', () => `<script>{${forget}}\n`);
}

function asText(values: object): string {
  return JSON.stringify(values, null, 2);
}

/** Both ends are this machine: not a page of elsewhere whose name was made to point here. */
function isLocal({ socket, hostname, headers }: FastifyRequest): boolean {
  return (
    /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '') &&
    /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) &&
    headers['x-forwarded-for'] === undefined &&
    headers['forwarded'] === undefined
  );
}

function readOpening(file: string): Opening | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Opening;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

import { KEY_USE_NAMES } from '@adieu/domain';
import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { Operation } from './operations.ts';
import { OPERATIONS } from './operations.ts';
import { ErrorAnswer } from './schemas.ts';

const TEXT = `Programs of third parties ask here who may be contacted, fetch who left, follow what changes, and bring wishes that they were told.

Each request carries a key: \`Authorization: Bearer <key>\`. A key is made for its uses and sees no more than they open.`;

const OF_ALL: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong; `field` says what.',
  401: 'No key, or one that opens nothing.',
  403: 'The key has no use for this.',
  429: 'Too many requests of this key in a minute: come again after `Retry-After` seconds.',
  503: 'The database is away. Nobody may be contacted meanwhile, and nothing was recorded: come again after `Retry-After` seconds.',
};

/** The OpenAPI document of `/v1`, of the very schemas that its requests are read by. */
export function openApi(): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Adieu for third parties',
      version: '1',
      description: TEXT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of Adieu.' },
      },
    },
    paths: Object.fromEntries(
      OPERATIONS.map((operation) => [
        operation.url,
        { [operation.method.toLowerCase()]: described(operation) },
      ]),
    ),
  });
}

function described({ method, id, row, summary, description, asked, answer, refusals }: Operation) {
  const uses = row.rights.filter((right) => (KEY_USE_NAMES as readonly string[]).includes(right));
  const said = Object.entries({ ...OF_ALL, ...refusals });
  return {
    operationId: id,
    summary,
    description: `${description}\n\nOpened by keys with the use ${uses.map((use) => `\`${use}\``).join(' or ')}.`,
    ...(method === 'GET'
      ? { requestParams: { query: asked as never } }
      : { requestBody: { required: true, content: { 'application/json': { schema: asked } } } }),
    responses: {
      200: { description: 'Done.', content: contentOf(answer) },
      ...(method === 'GET' && { 304: { description: 'It is what `If-None-Match` names.' } }),
      ...Object.fromEntries(
        said.map(([status, words]) => [
          status,
          { description: words, content: { 'application/json': { schema: ErrorAnswer } } },
        ]),
      ),
    },
  };
}

function contentOf(answer: Operation['answer']) {
  if (!('line' in answer)) return { 'application/json': { schema: answer } };
  const { line, end } = answer;
  return {
    'application/x-ndjson': { schema: line.or(end) },
    'application/json': { schema: z.object({ items: z.array(line), end }) },
  };
}

import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** What a client sees of an error. Faults of ours are logged, and shown as a number to ask for: their text may hold anything. */
export function formatError(
  log: Logger,
  shown: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const code = shown.extensions?.['code'];
  const isOurs = !(original instanceof GraphQLError) || code === 'INTERNAL_SERVER_ERROR';
  if (!isOurs) return shown;
  const reference = randomUUID();
  log.error({ err: original, reference, path: shown.path?.[0] }, 'an operation failed');
  return {
    message: `Something failed here, and nothing was done. The log says more under ${reference}.`,
    ...(shown.path && { path: shown.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  };
}

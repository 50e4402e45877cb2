import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { isDatabaseAway } from '@adieu/db';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { toldOf } from './short-message.ts';

export interface ErrorTelling {
  readonly log: Logger;
  /** Whether names of the schema may be told: they are where it can be read. */
  readonly hints: boolean;
}

/** What a client sees of an error. Faults of ours are logged, and shown as a number to ask for: their text may hold anything. */
export function formatError(
  { log, hints }: ErrorTelling,
  shown: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const code = shown.extensions?.['code'];
  if (isDatabaseAway(original)) {
    log.warn({ err: original, path: shown.path?.[0] }, 'the database is away');
    return {
      message: 'This can not be done right now. Please try again in a minute.',
      ...(shown.path && { path: shown.path }),
      extensions: { code: 'UNAVAILABLE' },
    };
  }
  const isOurs = !(original instanceof GraphQLError) || code === 'INTERNAL_SERVER_ERROR';
  if (!isOurs) return { ...shown, message: toldOf(shown.message, hints) };
  const reference = randomUUID();
  log.error({ err: original, reference, path: shown.path?.[0] }, 'an operation failed');
  return {
    message: `Something failed here, and nothing was done. The log says more under ${reference}.`,
    ...(shown.path && { path: shown.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  };
}

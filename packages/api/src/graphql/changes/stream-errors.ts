import { GraphQLError } from 'graphql';

export const RETRY_AFTER_SECONDS = 5;

/** The stream ends for a reason of ours: the database is away, or the process stops. */
export function reconnect(): GraphQLError {
  return new GraphQLError(
    'The stream ends here. Connect again with `after` set to the last cursor: nothing is lost.',
    { extensions: { code: 'RECONNECT', retryAfterSeconds: RETRY_AFTER_SECONDS } },
  );
}

/** The key was revoked while its stream was open. */
export function keyEnded(): GraphQLError {
  return new GraphQLError('This API key, or session, is not in force any more.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

/** One key holds as many streams as it may. */
export function tooManyStreams(most: number): GraphQLError {
  return new GraphQLError(`One key may hold ${most} streams open; close one first.`, {
    extensions: { code: 'LIMIT_REACHED' },
  });
}

import { GraphQLError } from 'graphql';
import { KEY_REFUSALS, type KeyRefusal } from '../../http/read-api-key.ts';

/** No key came. */
export function noKey(): GraphQLError {
  return keyRefused('missing');
}

/** No key, or one that opens nothing. */
export function keyRefused(because: KeyRefusal): GraphQLError {
  return new GraphQLError(KEY_REFUSALS[because], {
    extensions: { code: 'UNAUTHENTICATED', key: because.toUpperCase(), http: { status: 401 } },
  });
}

/** Whoever calls may not. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

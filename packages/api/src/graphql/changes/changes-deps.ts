import type { Database } from '@adieu/db';
import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../shared/context.ts';
import type { ErrorTelling } from '../shared/format-error.ts';
import type { ChangesFeed } from './feed.ts';

/** What streams of changes are served with. */
export interface ChangesDeps {
  readonly db: Database;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly schema: GraphQLSchema;
  readonly validationRules: readonly ValidationRule[];
  readonly telling: ErrorTelling;
  readonly changes: ChangesFeed;
  readonly createContext: (request: FastifyRequest, gone: AbortSignal) => Promise<Context>;
}

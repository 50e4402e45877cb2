import type { CommandPlace } from '@adieu/domain';
import type { Environment } from './environment.ts';

type Said = Pick<Environment, 'RUN_BY' | 'UP_DATA' | 'UP_GRAPHQL' | 'PUBLIC_URL'>;

/** Where the commands run that the set-up page prints. Beside processes that were started one by one nothing is found by itself. */
export function commandPlace({ RUN_BY, UP_DATA, UP_GRAPHQL, PUBLIC_URL }: Said): CommandPlace {
  if (RUN_BY === 'compose') return { by: 'compose' };
  if (RUN_BY === 'up') return { by: 'npm', data: UP_DATA ?? null, graphql: UP_GRAPHQL ?? null };
  return { by: 'npm', data: null, graphql: `${PUBLIC_URL}/graphql` };
}

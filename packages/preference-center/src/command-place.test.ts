import { expect, it } from 'vitest';
import { commandPlace } from './command-place.ts';

const PUBLIC_URL = 'https://leave.example.test';

it.each([
  ['compose', {}, { by: 'compose' }],
  ['up', {}, { by: 'npm', data: null, graphql: null }],
  [
    'up',
    { UP_DATA: '/d', UP_GRAPHQL: 'http://l/g' },
    { by: 'npm', data: '/d', graphql: 'http://l/g' },
  ],
  ['npm', {}, { by: 'npm', data: null, graphql: 'https://leave.example.test/graphql' }],
] as const)('where %s runs the processes, with %o, commands run %o', (RUN_BY, more, place) => {
  expect(
    commandPlace({ RUN_BY, PUBLIC_URL, UP_DATA: undefined, UP_GRAPHQL: undefined, ...more }),
  ).toEqual(place);
});

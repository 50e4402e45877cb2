import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setUp } from '../../src/graphql/beginning/area.ts';
import { AREAS } from '../../src/graphql/areas.ts';
import { FILES } from './files.ts';
import { mutationsOf } from './world.ts';

it('every mutation has its bad input and its keys tried in one of the files here (Q-5)', () => {
  const tried = Object.values(FILES).flatMap(mutationsOf);
  // What works in an empty installation alone has no good input in one that has an organisation: beginning.test.ts.
  const others = AREAS.filter((area) => area !== setUp);
  expect(tried.toSorted()).toEqual(mutationsOf(others).toSorted());
  expect(tried.length).toBeGreaterThan(50);
});

it.each(Object.keys(FILES))('%s has its file', (name) => {
  expect(existsSync(join(import.meta.dirname, `${name}.test.ts`))).toBe(true);
});

import { expect } from 'vitest';

/** What was refused: all of it, or one by one what was asked for. */
function problemsOf(answer: unknown): { __typename: string; code: string; field: string }[] {
  const { items } = answer as { items?: { problem: never }[] };
  return items?.map(({ problem }) => problem) ?? [answer as never];
}

/** An argument by its path or by the part of it that is its own: `scope`, `scope.id` for `items.scope.id`. */
const isNamed = (field: string, path: string): boolean =>
  `.${path}.`.includes(`.${field}.`) && field !== 'items';

/** An id of nobody's: what it should name is not found, or the argument can not be read; both name the argument. */
export function expectUnknownId(answer: unknown, path: string, named = path): void {
  const problems = problemsOf(answer);
  expect(problems).not.toEqual([]);
  for (const { __typename, code, field } of problems) {
    expect(['NotFound NOT_FOUND', 'InvalidInput INVALID_INPUT']).toContain(`${__typename} ${code}`);
    expect([path, named].some((each) => isNamed(field, each))).toBe(true);
  }
}

/** An instant of long ago or far ahead. */
export function expectBadInstant(answer: unknown, path: string, at: string): void {
  const problems = problemsOf(answer);
  expect(problems).not.toEqual([]);
  for (const { __typename, code, field } of problems) {
    expect(__typename).toBe('InvalidInput');
    expect(code).toMatch(
      at.startsWith('1970')
        ? /^(NOT_LATER|UNTIL_OUT_OF_RANGE)$/
        : /^(BEYOND_THE_LONGEST_\w+|UNTIL_OUT_OF_RANGE|INVALID_INPUT)$/,
    );
    expect(isNamed(field, path)).toBe(true);
  }
}

/** Whatever was asked for was refused, for whatever reason. */
export function expectNothingDone(answer: unknown): void {
  const problems = problemsOf(answer);
  expect(problems).not.toEqual([]);
  for (const problem of problems) expect(problem).toMatchObject({ code: expect.any(String) });
}

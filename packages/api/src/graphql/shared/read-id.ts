import type { ScopeKind } from '@adieu/domain';
import { BadArgument } from './bad-argument.ts';
import { InvalidInput } from './problems.ts';
import { fromId, type IdPrefix, PREFIX_OF_SCOPE } from './ids.ts';

/** The row's id of a public id. What is none of this type is a mistake of its sender, and not merely not found. */
export function readId(prefix: IdPrefix, id: string, argument: string): string {
  const uuid = fromId(prefix, id);
  if (uuid === null) throw new BadArgument(argument, `is not an id of the form ${prefix}_…`);
  return uuid;
}

/** What is read of one of many items, or why it can not be: the others are taken. */
export function orProblem<Read>(read: () => Read): Read | InvalidInput {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadArgument) return new InvalidInput(error.argument, error.message);
    throw error;
  }
}

/** Why one of many ids was not looked for: the others are. */
export function notAnId(prefix: IdPrefix, argument: string): InvalidInput {
  return new InvalidInput(argument, `This is not an id of the form ${prefix}_…`);
}

/** The same where it may be left out. An empty text is no id: taken for none, it would widen what was asked. */
export function readOptionalId(
  prefix: IdPrefix,
  id: string | null | undefined,
  argument: string,
): string | null {
  return id === null || id === undefined ? null : readId(prefix, id, argument);
}

export function readScopeId(kind: ScopeKind, id: string, argument: string): string {
  return readId(PREFIX_OF_SCOPE[kind], id, argument);
}

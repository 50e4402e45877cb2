import { type ClassType, createUnionType } from 'type-graphql';
import { Conflict, Forbidden, InvalidInput } from './problems.ts';

type Classes = readonly ClassType[];
type Any<Types extends Classes> = InstanceType<Types[number]>;

/** The result of a mutation by key: what is named, and what every one of them may answer. */
export function keyResult<Types extends Classes>(
  name: string,
  types: () => Types,
): Any<Types> | InvalidInput | Conflict | Forbidden {
  return createUnionType({
    name,
    types: () => [...types(), InvalidInput, Conflict, Forbidden] as const,
  });
}

/** The same for a mutation by a link's token: no role can be missing. */
export function linkResult<Types extends Classes>(
  name: string,
  types: () => Types,
): Any<Types> | InvalidInput | Conflict {
  return createUnionType({ name, types: () => [...types(), InvalidInput, Conflict] as const });
}

/** One of a result's types with what it tells. A union knows its types by their class. */
export function answer<Told extends object>(type: new () => Told, told: Told): Told {
  return Object.assign(new type(), told);
}

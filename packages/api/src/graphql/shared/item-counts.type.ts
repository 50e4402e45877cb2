import { Field, Int, ObjectType } from 'type-graphql';
import type { Problem } from './problems.ts';

/** How many of the items of an answer came to what: whoever reads no further must not take all of them for done. */
@ObjectType()
export abstract class ItemCounts {
  @Field(() => Int, { description: 'For how many it was done, or stood already.' })
  readonly done!: number;

  @Field(() => Int, { description: 'How many name nothing that is here.' })
  readonly unknown!: number;

  @Field(() => Int, { description: 'How many were refused for another reason.' })
  readonly refused!: number;
}

interface Item {
  readonly problem: Problem | null;
}

/** Items with their counts. `ids`: the item field of ids, by which one is named that is not here. */
export function counted<One extends Item>(items: readonly One[], ids: string | null = null) {
  const isUnknown = ({ problem }: Item): boolean =>
    problem?.code === 'NOT_FOUND' || (problem?.code === 'INVALID_INPUT' && problem.field === ids);
  const unknown = items.filter(isUnknown).length;
  const done = items.filter(({ problem }) => problem === null).length;
  return { items, done, unknown, refused: items.length - done - unknown };
}

import { MOST_COUNTED } from '@adieu/db';
import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { OptOutRequestConnection } from './opt-out-request.type.ts';

@Resolver(() => OptOutRequestConnection)
export class OptOutRequestConnectionFields {
  @FieldResolver(() => Int, {
    description: `How many meet the filter, over all pages. Counting stops at ${MOST_COUNTED}.`,
  })
  async totalCount(@Root() connection: OptOutRequestConnection): Promise<number> {
    return Math.min(await countOf(connection), MOST_COUNTED);
  }

  @FieldResolver(() => Boolean, { description: 'Whether there are more than `totalCount` says.' })
  async totalCountStopped(@Root() connection: OptOutRequestConnection): Promise<boolean> {
    return (await countOf(connection)) > MOST_COUNTED;
  }

  @FieldResolver(() => String, {
    description:
      '`optOutRequestChanged(after:)` goes on from here: nothing that this page does not show is missed.',
  })
  changesCursor(@Root() { page }: OptOutRequestConnection): string {
    return page.changesCursor ?? '';
  }
}

const counts = new WeakMap<OptOutRequestConnection, Promise<number>>();

/** Counted once for each list, whichever fields ask. */
function countOf(connection: OptOutRequestConnection): Promise<number> {
  const count = counts.get(connection) ?? connection.page.count?.() ?? Promise.resolve(0);
  counts.set(connection, count);
  return count;
}

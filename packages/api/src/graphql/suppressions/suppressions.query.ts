import { type ListedSuppression, listSuppressions, type SuppressionsAfter } from '@adieu/db';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { pageOf } from '../shared/connection.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { SuppressionConnection, SuppressionType } from './suppression.type.ts';
import { SuppressionFilter } from './suppression-filter.input.ts';

@Resolver()
export class Suppressions {
  @Query(() => SuppressionConnection, {
    description: 'Who is unsubscribed, or paused while their wish is reviewed; the newest first.',
  })
  async suppressions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SuppressionFilter, { nullable: true }) given?: SuppressionFilter | null,
  ): Promise<SuppressionConnection> {
    const { addressBookId, accountId, topicId, ...rest } = given ?? {};
    const listed = await listSuppressions(ctx.db.sql, viewerOf(ctx).organisationId, {
      filter: {
        ...rest,
        ...(typeof addressBookId === 'string' && {
          addressBookId: readId('book', addressBookId, 'filter.addressBookId'),
        }),
        ...(typeof accountId === 'string' && {
          accountId: readId('account', accountId, 'filter.accountId'),
        }),
        ...(typeof topicId === 'string' && { topicId: readId('topic', topicId, 'filter.topicId') }),
      },
      first: firstOf(page),
      after: readAfter(page),
    });
    return new SuppressionConnection(
      pageOf(
        listed,
        (row) => new SuppressionType(row),
        (row) => cursorOf(row),
      ),
    );
  }
}

function cursorOf({ since, addressKey, scopeId, channel }: ListedSuppression): string {
  return writeCursor(since.toISOString(), addressKey.toString('hex'), scopeId, channel);
}

function readAfter(page: PageArgs): SuppressionsAfter | null {
  const parts = readCursor(
    page,
    ([since, key, scopeId, channel]) =>
      !Number.isNaN(Date.parse(since ?? '')) &&
      /^[\da-f]{64}$/.test(key ?? '') &&
      isUuid(scopeId) &&
      /^[A-Z]{1,20}$/.test(channel ?? ''),
  );
  if (parts === null) return null;
  const [since, addressKey, scopeId, channel] = parts as [string, string, string, string];
  return { since: new Date(since), addressKey, scopeId, channel };
}

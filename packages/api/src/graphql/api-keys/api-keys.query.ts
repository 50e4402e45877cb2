import { listApiKeys } from '@adieu/db';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { ApiKeyConnection, ApiKeyType } from './api-key.type.ts';

@Resolver()
export class ApiKeys {
  @Query(() => ApiKeyConnection, {
    description:
      'All that were ever made, the newest first; of one account alone, if one is named.',
  })
  async apiKeys(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<ApiKeyConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listApiKeys(ctx.db.sql, viewerOf(ctx).organisationId, {
      first: firstOf(page),
      after: after?.[0] ?? null,
      accountId: readOptionalId('account', accountId, 'accountId'),
    });
    return new ApiKeyConnection(
      pageOf(
        listed,
        (row) => new ApiKeyType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }
}

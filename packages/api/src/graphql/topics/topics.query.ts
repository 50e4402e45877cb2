import { listTopics } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { TopicType } from './topic.type.ts';

@Resolver()
export class Topics {
  @Query(() => [TopicType], { description: 'By name; of all accounts, or of one.' })
  async topics(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<TopicType[]> {
    const uuid = accountId ? fromId('account', accountId) : null;
    if (accountId && uuid === null) return [];
    const rows = await listTopics(ctx.db.sql, viewerOf(ctx).organisationId, uuid);
    return rows.map((row) => new TopicType(row));
  }
}

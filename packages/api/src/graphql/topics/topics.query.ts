import { listTopics } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { TopicType } from './topic.type.ts';

@Resolver()
export class Topics {
  @Query(() => [TopicType], { description: 'By name; of all accounts, or of one.' })
  async topics(
    @Ctx() ctx: Context,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<TopicType[]> {
    const uuid = readOptionalId('account', accountId, 'accountId');
    const rows = await listTopics(ctx.db.sql, viewerOf(ctx).organisationId, uuid);
    return rows.map((row) => new TopicType(row));
  }
}

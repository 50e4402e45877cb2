import { listTopics } from '@adieu/db';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readOptionalId } from '../shared/read-id.ts';
import { TopicFilter } from './topic-filter.input.ts';
import { TopicType } from './topic.type.ts';

@Resolver()
export class Topics {
  @Query(() => [TopicType], {
    description: 'By name; without the archived ones, if not asked for.',
  })
  async topics(
    @Ctx() ctx: Context,
    @Arg('filter', () => TopicFilter, { nullable: true }) filter?: TopicFilter | null,
  ): Promise<TopicType[]> {
    const rows = await listTopics(ctx.db.sql, viewerOf(ctx).organisationId, {
      accountId: readOptionalId('account', filter?.accountId, 'filter.accountId'),
      archived: filter?.archived ?? false,
    });
    return rows.map((row) => new TopicType(row));
  }
}

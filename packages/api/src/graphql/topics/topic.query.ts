import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { TopicType } from './topic.type.ts';
import { findOwnAccount } from '../accounts/find-own-account.ts';

@Resolver()
export class TopicQuery {
  @Query(() => TopicType, {
    nullable: true,
    description: 'Archived ones too; null where there is none.',
  })
  async topic(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<TopicType | null> {
    const row = await ctx.loaders.topic.load(readId('topic', id, 'id'));
    if (row === null || row.deletedAt || !(await findOwnAccount(ctx, row.accountId))) return null;
    return new TopicType(row);
  }
}

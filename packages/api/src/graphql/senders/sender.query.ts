import { findSender } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { SenderType } from './sender.type.ts';

@Resolver()
export class SenderQuery {
  @Query(() => SenderType, {
    nullable: true,
    description: 'Archived ones too; null where there is none.',
  })
  async sender(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<SenderType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findSender(ctx.db.sql, organisationId, readId('sender', id, 'id'));
    return row && new SenderType(row);
  }
}

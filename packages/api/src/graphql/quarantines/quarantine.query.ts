import { findQuarantine } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { QuarantineType } from './quarantine.type.ts';

@Resolver()
export class QuarantineQuery {
  @Query(() => QuarantineType, { nullable: true, description: 'Null where there is none.' })
  async quarantine(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<QuarantineType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findQuarantine(ctx.db.sql, organisationId, readId('quarantine', id, 'id'));
    return row && new QuarantineType(row);
  }
}

import { findRequests } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';
import { readId } from '../shared/read-id.ts';

@Resolver()
export class OptOutRequestQuery {
  @Query(() => OptOutRequestType, { nullable: true })
  async optOutRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<OptOutRequestType | null> {
    const uuid = readId('optout', id, 'id');
    const [row] = await findRequests(ctx.db.sql, viewerOf(ctx).organisationId, [uuid]);
    return row === undefined ? null : new OptOutRequestType(row);
  }
}

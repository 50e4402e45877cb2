import { findRequests } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { OptOutRequestType } from './opt-out-request.type.ts';

@Resolver()
export class OptOutRequestQuery {
  @Query(() => OptOutRequestType, { nullable: true })
  async optOutRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<OptOutRequestType | null> {
    const uuid = fromId('optout', id);
    if (uuid === null) return null;
    const [row] = await findRequests(ctx.db.sql, viewerOf(ctx).organisationId, [uuid]);
    return row === undefined ? null : new OptOutRequestType(row);
  }
}

import { findConsents } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { ConsentType } from './consent.type.ts';

@Resolver()
export class ConsentQuery {
  @Query(() => ConsentType, { nullable: true, description: 'Null where there is none.' })
  async consent(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ConsentType | null> {
    const { organisationId } = viewerOf(ctx);
    const [row] = await findConsents(ctx.db.sql, organisationId, [readId('consent', id, 'id')]);
    return row === undefined ? null : new ConsentType(row);
  }
}

import { findAdminPerson } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { AdminPersonType } from './admin-person.type.ts';

@Resolver()
export class AdminPersonQuery {
  @Query(() => AdminPersonType, { nullable: true, description: 'Null where there is none.' })
  async adminPerson(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<AdminPersonType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findAdminPerson(ctx.db.sql, organisationId, readId('person', id, 'id'));
    return row && new AdminPersonType(row);
  }
}

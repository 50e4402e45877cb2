import { findContact } from '@adieu/db';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { readId } from '../shared/read-id.ts';
import { ContactType } from './contact.type.ts';

@Resolver()
export class ContactQuery {
  @Query(() => ContactType, { nullable: true, description: 'Null where there is none.' })
  async contact(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ContactType | null> {
    const { organisationId } = viewerOf(ctx);
    const row = await findContact(ctx.db.sql, organisationId, readId('contact', id, 'id'));
    return row && new ContactType(row);
  }
}

import { exportData, findDataLink, type PersonalData, wishesBeforeErasure } from '@adieu/db';
import { hashSecretToken } from '@adieu/keys';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { PersonalDataType } from './personal-data.type.ts';

@Resolver()
export class PersonalDataQuery {
  @Query(() => PersonalDataType, {
    nullable: true,
    description: 'What is kept of an address. Null for a link that opens nothing or has ended.',
  })
  async personalData(
    @Ctx() ctx: Context,
    @Arg('token', () => String) token: string,
  ): Promise<PersonalDataType | null> {
    const link = await findDataLink(ctx.db.sql, hashSecretToken(token), ctx.now);
    if (link === null || link.address === null) return null;
    const data: PersonalData | null = await exportData(ctx.db.sql, link.recipientId);
    const { leftSomething } = await wishesBeforeErasure(ctx.db.sql, [link.recipientId]);
    return data && new PersonalDataType({ ...link, address: link.address }, data, leftSomething);
  }
}

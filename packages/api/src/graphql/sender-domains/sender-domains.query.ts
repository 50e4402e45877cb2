import { findSenderDomains } from '@adieu/db';
import { Ctx, Query, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { SenderDomainType } from './sender-domain.type.ts';

@Resolver()
export class SenderDomains {
  @Query(() => [SenderDomainType], { description: 'Of this organisation, by name.' })
  async senderDomains(@Ctx() ctx: Context): Promise<SenderDomainType[]> {
    const rows = await findSenderDomains(ctx.db.sql, viewerOf(ctx).organisationId);
    return rows.map((row) => new SenderDomainType(row));
  }
}

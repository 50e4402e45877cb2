import { findRequests } from '@adieu/db';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { ContactAddressType } from './contact-address.type.ts';
import { OptOutRequestType } from '../opt-out-requests/opt-out-request.type.ts';

@Resolver(() => ContactAddressType)
export class ContactAddressFields {
  @FieldResolver(() => OptOutRequestType, {
    nullable: true,
    description: 'The request by which it is out. Null for those who may see no requests.',
  })
  async request(
    @Root() { row }: ContactAddressType,
    @Ctx() ctx: Context,
  ): Promise<OptOutRequestType | null> {
    const { organisationId } = viewerOf(ctx);
    if (row.requestId === null) return null;
    const [request] = await findRequests(ctx.db.sql, organisationId, [row.requestId]);
    return request === undefined ? null : new OptOutRequestType(request);
  }
}

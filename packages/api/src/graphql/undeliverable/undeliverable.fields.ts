import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RecipientType } from '../recipients/recipient.type.ts';
import type { Context } from '../shared/context.ts';
import { UndeliverableAddressType } from './undeliverable-address.type.ts';

@Resolver(() => UndeliverableAddressType)
export class UndeliverableFields {
  @FieldResolver(() => RecipientType)
  async recipient(
    @Root() { row }: UndeliverableAddressType,
    @Ctx() { loaders }: Context,
  ): Promise<RecipientType> {
    const recipient = await loaders.recipient.load(row.recipientId);
    return new RecipientType(recipient!);
  }
}

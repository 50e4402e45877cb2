import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RecipientType } from '../recipients/recipient.type.ts';
import type { Context } from '../shared/context.ts';
import { InboundMessageType } from './inbound-message.type.ts';

@Resolver(() => InboundMessageType)
export class InboundMessageFields {
  @FieldResolver(() => RecipientType, {
    nullable: true,
    description:
      'Whose mail it is about: of an answer that nobody could read, so that somebody can ask them, and of reports.',
  })
  async recipient(
    @Ctx() { loaders }: Context,
    @Root() { row: { recipientId } }: InboundMessageType,
  ): Promise<RecipientType | null> {
    if (!recipientId) return null;
    const row = await loaders.recipient.load(recipientId);
    return row === null ? null : new RecipientType(row);
  }
}

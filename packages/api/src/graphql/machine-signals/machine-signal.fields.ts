import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { MachineSignalType } from './machine-signal.type.ts';
import { RecipientType } from '../recipients/recipient.type.ts';

@Resolver(() => MachineSignalType)
export class MachineSignalFields {
  @FieldResolver(() => RecipientType)
  async recipient(
    @Root() { row }: MachineSignalType,
    @Ctx() { loaders }: Context,
  ): Promise<RecipientType> {
    const recipient = await loaders.recipient.load(row.recipientId);
    return new RecipientType(recipient!);
  }
}

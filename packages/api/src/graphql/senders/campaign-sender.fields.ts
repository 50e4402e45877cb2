import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../campaigns/campaign.type.ts';
import type { Context } from '../shared/context.ts';
import { SenderType } from './sender.type.ts';

@Resolver(() => CampaignType)
export class CampaignSender {
  @FieldResolver(() => SenderType, {
    nullable: true,
    description:
      'What it goes out from: a draft from what its book would; once sent, from what it was sent with. Null where the account has none of its channel.',
  })
  async sender(
    @Root() { row }: CampaignType,
    @Ctx() { loaders }: Context,
  ): Promise<SenderType | null> {
    const sender = await loaders.senderOfCampaign.load(row.id);
    return sender && new SenderType(sender);
  }
}

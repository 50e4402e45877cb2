import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { CampaignType } from '../campaigns/campaign.type.ts';
import { OptOutReceiptType } from './opt-out-receipt.type.ts';
import { inFlightOf } from '../preferences/in-flight-of.ts';
import { InFlightMessageType } from '../preferences/preference-choices.type.ts';

@Resolver(() => OptOutReceiptType)
export class OptOutReceipts {
  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The mailing whose link was used; null where the wish came another way.',
  })
  async campaign(
    @Root() { row }: OptOutReceiptType,
    @Ctx() { loaders }: Context,
  ): Promise<CampaignType | null> {
    const campaign = row.campaignId ? await loaders.campaign.load(row.campaignId) : null;
    return campaign && new CampaignType(campaign);
  }

  @FieldResolver(() => [InFlightMessageType], {
    description: 'Messages to them whose hand-over had begun before, now.',
  })
  async inFlight(
    @Root() { row }: OptOutReceiptType,
    @Ctx() ctx: Context,
  ): Promise<InFlightMessageType[]> {
    return inFlightOf(ctx, row.recipientId);
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      'The last instant at which one of these may arrive; null where none is on its way.',
  })
  async lastMessageUntil(
    @Root() receipt: OptOutReceiptType,
    @Ctx() ctx: Context,
  ): Promise<Date | null> {
    const until = (await this.inFlight(receipt, ctx)).map((message) => message.until.getTime());
    return until.length === 0 ? null : new Date(Math.max(...until));
  }
}

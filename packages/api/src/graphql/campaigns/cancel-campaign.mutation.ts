import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ChangeCampaignInput, ChangeCampaignResult, change } from './change-campaign.ts';

@Resolver()
export class CancelCampaign {
  @Mutation(() => ChangeCampaignResult, {
    description:
      'Ends it for good: what is queued or held is taken back, shown as stopped by CANCELLED. One that is sent stays so, and what is held of it is taken back.',
  })
  cancelCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeCampaignInput) input: ChangeCampaignInput,
  ): Promise<typeof ChangeCampaignResult> {
    return change(ctx, 'CANCEL', 'cancelCampaign', input);
  }
}

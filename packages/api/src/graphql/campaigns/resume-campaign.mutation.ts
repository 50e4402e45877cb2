import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ChangeCampaignInput, ChangeCampaignResult, change } from './change-campaign.ts';

@Resolver()
export class ResumeCampaign {
  @Mutation(() => ChangeCampaignResult, {
    description: 'Goes on with what is left. The gate is asked anew for each message.',
  })
  resumeCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeCampaignInput) input: ChangeCampaignInput,
  ): Promise<typeof ChangeCampaignResult> {
    return change(ctx, 'RESUME', 'resumeCampaign', input);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../shared/context.ts';
import { ChangeCampaignInput, ChangeCampaignResult, change } from './change-campaign.ts';

@Resolver()
export class PauseCampaign {
  @Mutation(() => ChangeCampaignResult, {
    description: 'Once this is answered no hand-over begins; those that had begun end.',
  })
  pauseCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeCampaignInput) input: ChangeCampaignInput,
  ): Promise<typeof ChangeCampaignResult> {
    return change(ctx, 'PAUSE', 'pauseCampaign', input);
  }
}

import { deleteDraft } from '@adieu/db';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { draftProblem } from './draft-problem.ts';
import { toId } from '../shared/ids.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { ChangeCampaignInput } from './change-campaign.ts';

@ObjectType({ description: 'The draft is gone, and its test mails with it.' })
export class CampaignDeleted {
  @Field(() => ID)
  readonly id!: string;
}

const DeleteCampaignResult = keyResult('DeleteCampaignResult', () => [CampaignDeleted, NotFound]);

@Resolver()
export class DeleteCampaign {
  @Mutation(() => DeleteCampaignResult, {
    description: 'Deletes a draft. What was sent stays: its messages are on record.',
  })
  async deleteCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeCampaignInput) input: ChangeCampaignInput,
  ): Promise<typeof DeleteCampaignResult> {
    const { organisationId } = viewerOf(ctx);
    const campaignId = readId('campaign', input.id, 'id');
    const done = await idempotentMutation(ctx, 'deleteCampaign', input, (sql) =>
      deleteDraft(sql, { organisationId, campaignId }),
    );
    if (done instanceof Problem) return done;
    return 'refused' in done.result
      ? draftProblem(done.result.refused)
      : answer(CampaignDeleted, { id: toId('campaign', campaignId) });
  }
}

import { changeCampaign, findCampaigns } from '@adieu/db';
import type { CampaignChange } from '@adieu/domain';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, Problem } from '../shared/problems.ts';
import { CampaignType } from './campaign.type.ts';

@InputType()
export class ChangeCampaignInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@ObjectType()
export class CampaignChanged {
  @Field(() => CampaignType)
  readonly campaign: CampaignType;

  constructor(campaign: CampaignType) {
    this.campaign = campaign;
  }
}

export const ChangeCampaignResult = createUnionType({
  name: 'ChangeCampaignResult',
  types: () => [CampaignChanged, NotFound, Conflict, InvalidInput, Forbidden] as const,
});

const WHEN: Readonly<Record<CampaignChange, string>> = {
  PAUSE: 'Only what is being sent can be paused',
  RESUME: 'Only what is paused can go on',
  CANCEL: 'It is over already',
};

export async function change(
  ctx: Context,
  kind: CampaignChange,
  operation: string,
  input: ChangeCampaignInput,
): Promise<typeof ChangeCampaignResult> {
  const { organisationId, name: changedBy } = viewerOf(ctx);
  const campaignId = fromId('campaign', input.id);
  if (campaignId === null) return new NotFound('campaign', 'id');
  const done = await idempotentMutation(ctx, { organisationId, operation, input }, (sql) =>
    changeCampaign(sql, { organisationId, campaignId, change: kind, changedBy, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  if ('refused' in done.result)
    return done.result.refused === 'not-found'
      ? new NotFound('campaign', 'id')
      : new Conflict('CAMPAIGN_STATE', `${WHEN[kind]}. It is ${done.result.state}.`, 'id');
  const [row] = await findCampaigns(ctx.db.sql, organisationId, [campaignId]);
  return new CampaignChanged(new CampaignType(row!));
}

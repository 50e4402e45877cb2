import { changeCampaign, findCampaigns } from '@adieu/db';
import type { CampaignChange } from '@adieu/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, NotFound, Problem } from '../shared/problems.ts';
import { CampaignType } from './campaign.type.ts';
import { FOREIGN_SENDERS } from '../senders/foreign-sender.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';

@InputType()
export class ChangeCampaignInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType()
export class CampaignChanged {
  @Field(() => CampaignType)
  readonly campaign!: CampaignType;
}

export const ChangeCampaignResult = keyResult('ChangeCampaignResult', () => [
  CampaignChanged,
  NotFound,
]);

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
  const campaignId = readId('campaign', input.id, 'id');
  const done = await idempotentMutation(ctx, operation, input, (sql) =>
    changeCampaign(sql, { organisationId, campaignId, change: kind, changedBy, now: ctx.now }),
  );
  if (done instanceof Problem) return done;
  if ('refused' in done.result) {
    const { result } = done;
    if (result.refused === 'not-found') return new NotFound('campaign', 'id');
    return result.refused !== 'state'
      ? FOREIGN_SENDERS[result.refused]('id')
      : new Conflict('CAMPAIGN_STATE', `${WHEN[kind]}. It is ${result.state}.`, 'id');
  }
  const [row] = await findCampaigns(ctx.db.sql, organisationId, [campaignId]);
  return answer(CampaignChanged, { campaign: new CampaignType(row!) });
}

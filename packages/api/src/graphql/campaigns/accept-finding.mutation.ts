import { acceptedFindings, acceptFinding } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { InvalidInput, NotFound, PolicyRefused, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { CampaignFindingType } from './campaign-check.type.ts';
import { checkCampaign } from './check-campaign.ts';
import { type KnownFinding, knownFindings } from './known-finding.ts';
import { refuseHour } from './refuse-hour.ts';

@InputType()
export class AcceptFindingInput extends IdempotentInput {
  @Field(() => ID)
  readonly campaignId!: string;

  @Field(() => String, { description: 'As checkCampaign calls it.' })
  readonly findingId!: string;

  @Field(() => String, {
    description: 'Why it may stay as it is. Kept with who accepted it, and when.',
  })
  readonly reason!: string;

  @Field(() => Date, { nullable: true, description: 'As checkCampaign was asked.' })
  readonly sendAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'As checkCampaign was asked.' })
  readonly inRecipientsZone?: boolean | null;
}

@ObjectType({ description: 'The first who accepted it stays on record.' })
export class FindingAccepted {
  @Field(() => CampaignFindingType)
  readonly finding!: KnownFinding;
}

const AcceptFindingResult = keyResult('AcceptFindingResult', () => [
  FindingAccepted,
  NotFound,
  PolicyRefused,
]);

const LONGEST_REASON = 1_000;

@Resolver()
export class AcceptFinding {
  @Mutation(() => AcceptFindingResult, {
    description:
      'Accepts a warning of checkCampaign with a reason, once: it is shown with it from then on. An error can not be accepted.',
  })
  async acceptFinding(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptFindingInput) input: AcceptFindingInput,
  ): Promise<typeof AcceptFindingResult> {
    const campaignId = readId('campaign', input.campaignId, 'campaignId');
    const reason = input.reason.trim();
    if (reason === '') return new InvalidInput('reason', 'Say why: it is kept.', 'REASON_REQUIRED');
    if (reason.length > LONGEST_REASON)
      return new InvalidInput('reason', `At most ${LONGEST_REASON} characters.`, 'REASON_TOO_LONG');
    const refusedHour = refuseHour(input, ctx.now);
    if (refusedHour !== null) return refusedHour;
    const checked = await checkCampaign(ctx, campaignId, input);
    if (checked === null) return new NotFound('campaign', 'campaignId');
    const found = checked.findings.find(({ id }) => id === input.findingId);
    if (found === undefined) return new NotFound('finding of this campaign', 'findingId');
    if (found.level === 'ERROR')
      return new PolicyRefused(
        'FINDING_IS_ERROR',
        'An error is mended, not accepted.',
        'findingId',
      );
    const done = await idempotentMutation(ctx, 'acceptFinding', input, async (sql) => {
      const by = viewerOf(ctx).name;
      await acceptFinding(sql, { campaignId, finding: found.id, reason, by, at: ctx.now });
      return {};
    });
    if (done instanceof Problem) return done;
    const [finding] = knownFindings([found], await acceptedFindings(ctx.db.sql, campaignId));
    return answer(FindingAccepted, { finding: finding! });
  }
}

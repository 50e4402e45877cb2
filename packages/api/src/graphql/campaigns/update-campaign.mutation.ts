import { isDeepStrictEqual } from 'node:util';
import { changeDraft, type DraftChange, findCampaigns } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { audienceProblem } from '../audience/audience-problem.ts';
import { checkCampaign } from './check-campaign.ts';
import { compileContent } from './compile-content.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { draftProblem } from './draft-problem.ts';
import { namesChange } from '../shared/names-change.ts';
import { readId } from '../shared/read-id.ts';
import { answer, keyResult } from '../shared/result.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { readAudience } from '../audience/read-audience.ts';
import { readCampaignName, readContent } from './read-campaign-texts.ts';
import { CampaignAudienceInput } from '../audience/campaign-audience.input.ts';
import { CampaignTextRefused } from './campaign-text-refused.type.ts';
import { CampaignTextsInput } from './campaign-texts.input.ts';
import { CampaignType } from './campaign.type.ts';
import { CampaignChanged } from './change-campaign.ts';

@InputType()
export class UpdateCampaignInput extends CampaignTextsInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => CampaignAudienceInput, {
    nullable: true,
    description: 'Instead of the one before; null = all of the book.',
  })
  readonly audience?: CampaignAudienceInput | null;
}

const UpdateCampaignResult = keyResult('UpdateCampaignResult', () => [
  CampaignChanged,
  CampaignTextRefused,
  NotFound,
  LimitReached,
]);

@Resolver()
export class UpdateCampaign {
  @Mutation(() => UpdateCampaignResult, {
    description:
      'Changes a draft: what is not given stays as it is. What was sent stays as it was sent.',
  })
  async updateCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateCampaignInput) input: UpdateCampaignInput,
  ): Promise<typeof UpdateCampaignResult> {
    const { organisationId } = viewerOf(ctx);
    const campaignId = readId('campaign', input.id, 'id');
    if (!namesChange(input)) return new InvalidInput('id', 'Say besides the id what is to change.');
    const change = await readChange(ctx, campaignId, input);
    if (change === null) return new NotFound('campaign', 'id');
    if (change instanceof Problem) return change;
    const done = await idempotentMutation(ctx, 'updateCampaign', input, (sql) =>
      changeDraft(sql, { organisationId, campaignId }, change),
    );
    if (done instanceof Problem) return done;
    if ('field' in done.result) return audienceProblem(done.result);
    if ('refused' in done.result) {
      const { refused } = done.result;
      return refused === 'not-found' ||
        refused === 'already-released' ||
        refused === 'by-hand' ||
        refused === 'changed'
        ? draftProblem(refused)
        : audienceProblem({ refused });
    }
    const [row] = await findCampaigns(ctx.db.sql, organisationId, [campaignId]);
    return answer(CampaignChanged, { campaign: new CampaignType(row!) });
  }
}

/** Null where there is no such campaign. A text is compiled with what stays of the others, so that mistakes show now. */
async function readChange(
  ctx: Context,
  campaignId: string,
  input: UpdateCampaignInput,
): Promise<DraftChange | CampaignTextRefused | Problem | null> {
  const found = await checkCampaign(ctx, campaignId);
  if (found === null) return null;
  const name = typeof input.name === 'string' ? readCampaignName(input.name) : null;
  if (name instanceof Problem) return name;
  const content = readContent(found.row.channel, input, found.row.content);
  if (content instanceof Problem) return content;
  const compiled = await compileContent(content, found.campaign);
  if (!compiled.ok) return new CampaignTextRefused(compiled.problems);
  const audience =
    input.audience === undefined ? undefined : readAudience(ctx, input.audience, found.row.channel);
  if (audience instanceof Problem) return audience;
  const before = found.row.content;
  return {
    ...(name !== null && { name }),
    ...(!isDeepStrictEqual(content, before) && { content: { before, after: content } }),
    ...(audience !== undefined && { audience }),
  };
}

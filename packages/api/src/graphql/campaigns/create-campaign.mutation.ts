import { createCampaign, createCampaignByHand, findCampaigns } from '@adieu/db';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { audienceProblem } from '../audience/audience-problem.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { Conflict, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import { answer, keyResult } from '../shared/result.ts';
import { CampaignTextRefused } from './campaign-text-refused.type.ts';
import { CampaignType } from './campaign.type.ts';
import { compileContent } from './compile-content.ts';
import { CreateCampaignInput } from './create-campaign.input.ts';
import { notFound } from './draft-problem.ts';
import { senderOf } from './draft-sender.ts';
import { readCampaignName, readContent } from './read-campaign-texts.ts';
import { readReceivers } from './read-receivers.ts';

@ObjectType()
export class CampaignCreated {
  @Field(() => CampaignType)
  readonly campaign!: CampaignType;
}

const CreateCampaignResult = keyResult('CreateCampaignResult', () => [
  CampaignCreated,
  CampaignTextRefused,
  NotFound,
  LimitReached,
]);

@Resolver()
export class CreateCampaign {
  @Mutation(() => CreateCampaignResult, {
    description: 'A draft. Its text is compiled, so that mistakes show now.',
  })
  async createCampaign(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCampaignInput) input: CreateCampaignInput,
  ): Promise<typeof CreateCampaignResult> {
    const { organisationId, name: createdBy } = viewerOf(ctx);
    const name = readCampaignName(input.name);
    if (name instanceof Problem) return name;
    const content = readContent(input.channel ?? 'EMAIL', input);
    if (content instanceof Problem) return content;
    const to = readReceivers(ctx, input);
    if (to instanceof Problem) return to;
    const sender = await senderOf(ctx, organisationId, to);
    if (sender === null) return notFound(to);
    const compiled = await compileContent(content, { ...sender, organisationId });
    if (!compiled.ok) return new CampaignTextRefused(compiled.problems);
    const draft = { name, content, organisationId, createdBy };
    const done = await idempotentMutation(ctx, 'createCampaign', input, async (sql) =>
      'book' in to
        ? await createCampaign(sql, { ...draft, addressBookId: to.book, ...to })
        : await createCampaignByHand(sql, { ...draft, ...to }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) {
      const { result } = done;
      if ('field' in result) return audienceProblem(result);
      const { refused } = result;
      if (refused === 'archived')
        return new Conflict('ARCHIVED', 'This is archived: nothing is sent through it any more.');
      if (refused === 'topic-not-found')
        return new NotFound('topic in the account of this address book', 'topicId');
      if (refused === 'book-not-found' || refused === 'account-not-found') return notFound(to);
      return audienceProblem({ refused });
    }
    const [row] = await findCampaigns(ctx.db.sql, organisationId, [done.result.campaignId]);
    // A repeat of the key after the draft was deleted.
    return row === undefined
      ? new NotFound('campaign')
      : answer(CampaignCreated, { campaign: new CampaignType(row) });
  }
}

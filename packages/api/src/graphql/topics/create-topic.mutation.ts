import { openTopic } from '@adieu/db';

import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { COMES_BACK, CREATE_REFUSALS } from '../scopes/create-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';

import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { TopicType } from './topic.type.ts';

@InputType()
export class CreateTopicInput extends IdempotentInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType()
export class TopicCreated {
  @Field(() => TopicType)
  readonly topic!: TopicType;
}

const CreateTopicResult = keyResult('CreateTopicResult', () => [TopicCreated, NotFound]);

@Resolver()
export class CreateTopic {
  @Mutation(() => CreateTopicResult, { description: COMES_BACK })
  async createTopic(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateTopicInput) input: CreateTopicInput,
  ): Promise<typeof CreateTopicResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = readId('account', input.accountId, 'accountId');
    const name = readName(input.name);
    if (name instanceof Problem) return name;

    const done = await idempotentMutation(ctx, 'createTopic', input, (sql) =>
      openTopic(sql, { organisationId, accountId, name }),
    );
    if (done instanceof Problem) return done;
    if ('refused' in done.result) return CREATE_REFUSALS[done.result.refused]();
    const row = await ctx.loaders.topic.load(done.result.id);
    return row === null
      ? new NotFound('topic')
      : answer(TopicCreated, { topic: new TopicType(row) });
  }
}

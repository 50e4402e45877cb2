import { changeScope } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { NAME_TAKEN } from '../scopes/change-scope.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { IdempotentInput } from '../shared/idempotent.input.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readId } from '../shared/read-id.ts';
import { readName } from '../shared/read-name.ts';
import { answer, keyResult } from '../shared/result.ts';
import { TopicType } from './topic.type.ts';

@InputType()
export class ChangeTopicInput extends IdempotentInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType()
export class TopicChanged {
  @Field(() => TopicType)
  readonly topic!: TopicType;
}

const ChangeTopicResult = keyResult('ChangeTopicResult', () => [TopicChanged, NotFound]);

@Resolver()
export class ChangeTopic {
  @Mutation(() => ChangeTopicResult, {
    description: 'Gives a topic another name.',
  })
  async changeTopic(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeTopicInput) input: ChangeTopicInput,
  ): Promise<typeof ChangeTopicResult> {
    const { organisationId } = viewerOf(ctx);
    const scope = { kind: 'TOPIC', id: readId('topic', input.id, 'id') } as const;
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    const change = { change: 'rename', name } as const;
    const done = await idempotentMutation(ctx, 'changeTopic', input, (sql) =>
      changeScope(sql, { organisationId, scope, change, now: ctx.now }),
    );
    if (done instanceof Problem) return done;
    const row = await ctx.loaders.topic.load(scope.id);
    if ('refused' in done.result)
      return done.result.refused === 'name-taken' ? NAME_TAKEN() : new NotFound('topic', 'id');
    return row === null
      ? new NotFound('topic', 'id')
      : answer(TopicChanged, { topic: new TopicType(row) });
  }
}

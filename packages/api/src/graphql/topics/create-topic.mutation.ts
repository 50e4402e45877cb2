import { openTopic } from '@adieu/db';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { fromId } from '../shared/ids.ts';
import { NotFound, Problem } from '../shared/problems.ts';
import { readName } from '../shared/read-name.ts';
import { CreateScopeResult, COMES_BACK, create } from '../scopes/create-scope.ts';

@InputType()
export class CreateTopicInput {
  @Field(() => ID)
  readonly accountId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly idempotencyKey?: string | null;
}

@Resolver()
export class CreateTopic {
  @Mutation(() => CreateScopeResult, { description: COMES_BACK })
  async createTopic(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateTopicInput) input: CreateTopicInput,
  ): Promise<typeof CreateScopeResult> {
    const { organisationId } = viewerOf(ctx);
    const accountId = fromId('account', input.accountId);
    if (accountId === null) return new NotFound('account', 'accountId');
    const name = readName(input.name);
    if (name instanceof Problem) return name;
    return create(ctx, 'TOPIC', { organisationId, operation: 'createTopic', input }, (sql) =>
      openTopic(sql, { organisationId, accountId, name }),
    );
  }
}
